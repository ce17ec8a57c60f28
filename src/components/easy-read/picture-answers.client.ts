/** Answers to the questions about a reader's life are gone when the page is left, also where the browser would fill them in again. */
const forget = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form.answers')) form.reset();
};
window.addEventListener('pagehide', forget);
window.addEventListener('pageshow', forget);

export {};
