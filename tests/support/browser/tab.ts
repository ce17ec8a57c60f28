/** The one tab of a browser on a profile of its own, as a person would use it. */
export interface Tab {
  go(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** What the document shows, values of fields included. */
  text(): Promise<string>;
  focus(selector: string): Promise<void>;
  /** Types into the focused element. */
  keys(text: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Waits until an element is there and can be seen. */
  until(selector: string): Promise<void>;
  address(): Promise<string>;
  /** Ends as a person would end it. */
  quit(): Promise<void>;
  /** Ends as a dead battery would. */
  kill(): Promise<void>;
}
