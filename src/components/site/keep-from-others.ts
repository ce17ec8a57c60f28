/**
 * What was typed and shown is gone when the page is left, also where the browser brings the page back whole, and hidden while another program
 * is in front: the system's picture of open programs must not show it.
 */
export function keepFromOthers(root: HTMLElement, wipe: () => void): void {
  window.addEventListener('pagehide', wipe);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) wipe();
  });
  document.addEventListener('visibilitychange', () => {
    root.style.visibility = document.hidden ? 'hidden' : '';
  });
}
