/**
 * What was typed and shown is gone when the page is left, also where the browser brings the page back whole, and hidden while another program
 * is in front: the system's picture of open programs must not show it.
 * Work that waits for something calls the answer first, and asks what it gets whether the reader is still here before it shows anything.
 */
export function keepFromOthers(root: HTMLElement, wipe: () => void): () => () => boolean {
  let wipes = 0;
  const leave = (): void => {
    wipes += 1;
    wipe();
  };
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) leave();
  });
  document.addEventListener('visibilitychange', () => {
    root.style.visibility = document.hidden ? 'hidden' : '';
  });
  return () => {
    const mine = wipes;
    return () => mine === wipes;
  };
}
