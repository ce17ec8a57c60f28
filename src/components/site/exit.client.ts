/**
 * Quick exit, on top of a link that works without script.
 * Leaving covers the page at once, drops the page's address from the tab's history and goes to a neutral site;
 * Shift pressed three times alone does the same. After Back the cover is taken off again.
 * Follows what GOV.UK learned with "Exit this page"; unlike it, the history entry is replaced.
 */
const presses = 3;
const patience = 5000;

const links = document.querySelectorAll<HTMLAnchorElement>('a[data-exit]');
const words = document.querySelector<HTMLElement>('[data-exit-words]');
const [first] = links;

if (first && words) {
  const { leaving = '', twoMore = '', oneMore = '', expired = '' } = words.dataset;
  const dots = document.querySelector<HTMLElement>('[data-exit-dots]');
  const { title } = document;
  let cover: HTMLElement | undefined;
  let pressed = 0;
  let otherKey = false;
  let timer: number | undefined;

  const say = (text: string): void => {
    words.textContent = text;
  };
  const count = (now: number): void => {
    pressed = now;
    dots?.setAttribute('data-pressed', String(now));
    if (dots) dots.hidden = now === 0;
    clearTimeout(timer);
    if (now > 0)
      timer = window.setTimeout(() => {
        count(0);
        say(expired);
      }, patience);
  };
  const leave = (href: string): void => {
    count(0);
    cover = document.createElement('div');
    cover.className = 'exit-cover';
    cover.setAttribute('role', 'alert');
    cover.textContent = leaving;
    document.body.append(cover);
    document.documentElement.classList.add('is-leaving');
    document.title = leaving;
    // The page's own entry becomes the language's home page, then that entry becomes the neutral site.
    history.replaceState(null, '', `/${location.pathname.split('/')[1]}/`);
    location.replace(href);
  };

  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      leave(link.href);
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Shift') return;
    // With Alt, Ctrl or the system key, Shift changes the keyboard's language or belongs to a shortcut.
    otherKey = event.shiftKey;
    if (pressed > 0) count(0);
  });
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift') return;
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    const isChord = otherKey || event.altKey || event.ctrlKey || event.metaKey;
    if (isChord || typing) {
      otherKey = false;
      count(0);
      return;
    }
    count(pressed + 1);
    if (pressed >= presses) leave(first.href);
    else say(pressed === 1 ? twoMore : oneMore);
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    cover?.remove();
    document.documentElement.classList.remove('is-leaving');
    document.title = title;
    count(0);
    say('');
  });
}

export {};
