interface Keeping {
  /** For work that waits: called before it waits, it gives what says whether nothing was wiped since. */
  begin: () => () => boolean;
  /** For the page's own buttons. */
  wipe: () => void;
}

/**
 * What was typed and shown is gone when the page is left, also where the browser brings the page back whole, and hidden while another program
 * is in front: the system's picture of open programs must not show it. Paper is left whole: phones print while the print dialog is in front.
 */
export function keepFromOthers(root: HTMLElement, forget: () => void): Keeping {
  let wipes = 0;
  const wipe = (): void => {
    wipes += 1;
    forget();
  };
  const cover = ({ type }: Event): void => {
    root.style.visibility = document.hidden && type !== 'beforeprint' ? 'hidden' : '';
  };
  window.addEventListener('pagehide', wipe);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) wipe();
  });
  window.addEventListener('beforeprint', cover);
  window.addEventListener('afterprint', cover);
  document.addEventListener('visibilitychange', cover);
  return {
    begin: () => {
      const mine = wipes;
      return () => mine === wipes;
    },
    wipe,
  };
}
