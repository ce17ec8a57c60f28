/** Lets the page answer to its reader between two pieces of work. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
