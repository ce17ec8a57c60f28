/**
 * Reads a page in easy language aloud and shows it sentence by sentence. The page is whole without it; the sound is fetched when somebody wants to hear it.
 * src/voice/spoken-text.ts says the same stretches in the same order.
 */
const stretches = 'h1, .prose > :is(h2, h3, section), .answers > h2, .answers legend > span, .idea :is(p, li) > span, .checklist li > span';
const slow = 0.75;
/** Seconds of silence before a stretch begins, in which the one before may stop. */
const rest = 0.3;

const root = document.querySelector<HTMLElement>('[data-reader]');
const article = root?.closest<HTMLElement>('.easy-read');

if (root && article) {
  const part = <E extends HTMLElement>(name: string): E | null => root.querySelector<E>(`[data-reader=${name}]`);
  const text = article.querySelector<HTMLElement>('.prose');
  const all = [...article.querySelectorAll<HTMLElement>(stretches)].filter((one) => !one.parentElement?.closest('section, .reader'));
  const starts = (root.dataset['starts'] ?? '')
    .split(' ')
    .filter(Boolean)
    .map((start) => Number(start) / 1000);
  const audio = root.querySelector('audio');
  const hasVoice = audio !== null && audio.canPlayType('audio/ogg; codecs=opus') !== '';
  const isMarked = hasVoice && starts.length === all.length;
  const player = part('player');
  const stage = part('stage');
  const sentence = part('sentence');
  const count = part('count');
  const counted = count?.textContent ?? '';
  const label = part('play')?.querySelector('span');
  const words = { play: label?.textContent ?? '', pause: part('play')?.dataset['pause'] ?? '' };
  /** The stretch that is heard or shown. */
  let at = 0;
  /** Where the voice stops by itself. */
  let until = Infinity;
  let isStepping = false;

  const mark = (index: number | undefined): void => {
    for (const one of article.querySelectorAll('.is-heard')) one.classList.remove('is-heard');
    if (index === undefined) return;
    all[index]?.classList.add('is-heard');
    if (!isStepping) all[index]?.scrollIntoView({ block: 'nearest' });
  };
  const hear = (index: number, last = Infinity): void => {
    if (!audio) return;
    at = Math.max(0, Math.min(index, all.length - 1));
    until = last;
    audio.currentTime = starts[at] ?? 0;
    void audio.play();
    if (isStepping) show(at);
    else mark(at);
  };
  const show = (index: number): void => {
    at = Math.max(0, Math.min(index, all.length - 1));
    const from = all[at];
    if (!from || !sentence || !count) return;
    const own = from.closest('.idea li, fieldset')?.querySelector('.picture');
    const picture = own ?? from.closest('.idea, .checklist, section')?.previousElementSibling;
    const copy = document.createElement('div');
    copy.append(...[...from.childNodes].map((node) => node.cloneNode(true)));
    if (/^H\d$/.test(from.tagName)) copy.className = 'font-strong';
    sentence.replaceChildren(...(picture?.matches('.picture') ? [picture.cloneNode(true)] : []), copy);
    count.textContent = counted.replace('{number}', String(at + 1)).replace('{count}', String(all.length));
    for (const [name, isOff] of [
      ['back', at === 0],
      ['forward', at === all.length - 1],
    ] as const)
      part<HTMLButtonElement>(name)?.toggleAttribute('disabled', isOff);
  };
  const step = (isOn: boolean): void => {
    isStepping = isOn;
    audio?.pause();
    mark(undefined);
    part('steps')?.setAttribute('aria-pressed', String(isOn));
    if (stage) stage.hidden = !isOn;
    if (text) text.hidden = isOn;
    if (isOn) {
      show(at);
      sentence?.focus();
    } else all[at]?.scrollIntoView({ block: 'center' });
  };
  const go = (by: number): void => {
    audio?.pause();
    show(at + by);
  };
  const press = (name: string, action: () => void): void => part(name)?.addEventListener('click', action);

  // The browser's player keeps its place, so that nothing moves.
  player?.classList.remove('unseen');
  audio?.classList.add('unseen');
  for (const name of ['play', 'slower', 'say']) if (!hasVoice) part(name)?.remove();
  for (const name of ['previous', 'next', 'say']) if (!isMarked) part(name)?.remove();

  press('play', () => {
    if (!audio) return;
    until = Infinity;
    if (audio.paused && isStepping && isMarked) hear(at);
    else if (audio.paused) void audio.play();
    else audio.pause();
  });
  press('previous', () => hear(at - 1));
  press('next', () => hear(at + 1));
  press('slower', () => {
    if (!audio) return;
    const isSlow = audio.playbackRate === 1;
    audio.playbackRate = audio.defaultPlaybackRate = isSlow ? slow : 1;
    part('slower')?.setAttribute('aria-pressed', String(isSlow));
  });
  press('steps', () => step(!isStepping));
  press('whole', () => step(false));
  press('back', () => go(-1));
  press('forward', () => go(1));
  press('say', () => hear(at, (starts[at + 1] ?? Infinity) - rest));
  stage?.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') go(1);
    if (key === 'ArrowLeft') go(-1);
  });

  audio?.addEventListener('timeupdate', () => {
    if (audio.currentTime >= until) audio.pause();
    else if (isMarked && !audio.paused) {
      const now = starts.filter((start) => start <= audio.currentTime + 0.05).length - 1;
      if (now === at) return;
      at = now;
      if (isStepping) show(now);
      else mark(now);
    }
  });
  audio?.addEventListener('play', () => {
    // Until then two buttons are enough.
    for (const name of ['previous', 'next', 'slower']) part(name)?.removeAttribute('hidden');
    if (label && until === Infinity) label.textContent = words.pause;
    if (isMarked && !isStepping) mark(at);
  });
  audio?.addEventListener('pause', () => {
    if (label) label.textContent = words.play;
  });
  audio?.addEventListener('ended', () => {
    at = 0;
    mark(undefined);
  });
}
