const kept = new Map<string, Promise<string>>();

/** The HTML of `key`, rendered the first time it is asked for. The development server renders it each time, so that an edit shows. */
export function keptHtml(key: string, render: () => Promise<string>): Promise<string> {
  if (import.meta.env.DEV) return render();
  let html = kept.get(key);
  if (!html) kept.set(key, (html = render()));
  return html;
}
