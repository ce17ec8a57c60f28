/** What moves or would move by itself or on touch. Runs inside the page. */
export function movingParts(): string[] {
  const running = document.getAnimations().map((animation) => `runs: ${animation.id || animation.constructor.name}`);
  const styled = [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    const isMoving =
      transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0.01) ||
      animationName !== 'none' ||
      scrollBehavior === 'smooth';
    return isMoving ? [`may move: ${element.outerHTML.slice(0, 120)}`] : [];
  });
  return [...running, ...styled];
}

/**
 * What was seen in one place and stands in another when more of the page has come: `html` is written into the document up to `length`
 * characters, an element at a time, as over a slow line. Looks at the first screen only. Runs inside the page; leaves it half-written.
 */
export function movedWhileArriving({ html, length }: { html: string; length: number }): string[] {
  const first = new Map<Element, DOMRect>();
  const moved = new Set<string>();
  document.open();
  for (const piece of html.slice(0, length).split(/(?<=<\/[a-z0-9]+>)/)) {
    document.write(piece);
    for (const element of document.body?.querySelectorAll('*') ?? []) {
      const now = element.getBoundingClientRect();
      const before = first.get(element);
      if (!before) {
        if (now.width > 0 && now.height > 0 && now.top < innerHeight) first.set(element, now);
      } else if (Math.abs(before.left - now.left) > 0.5 || Math.abs(before.top - now.top) > 0.5) {
        moved.add(`moves from ${before.left}, ${before.top} to ${now.left}, ${now.top}: ${element.outerHTML.slice(0, 120)}`);
        first.set(element, now);
      }
    }
  }
  return [...moved];
}

/** The layout shift of the open page since it was asked for, and a little while after its letters have come. */
export async function shiftWhileLoading(): Promise<number> {
  await document.fonts.ready;
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 200);
  });
}
