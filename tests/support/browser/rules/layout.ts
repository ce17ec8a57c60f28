// Each rule runs inside the page, so it is whole in itself. It returns one line for each fault.

/** Text or boxes that stick out of the window to the side: they can only be reached by scrolling two ways (WCAG 1.4.10). */
export function outsideTheWindow(): string[] {
  const known = new Map<Element | null, boolean>([[null, false]]);
  const isForScreenReaders = (element: Element | null): boolean => {
    let is = known.get(element);
    if (is === undefined && element) {
      is = getComputedStyle(element).clipPath !== 'none' || isForScreenReaders(element.parentElement);
      known.set(element, is);
    }
    return is ?? false;
  };
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const faults = wide > 0 ? [`the page is ${wide} px wider than the window`] : [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent?.checkVisibility({ visibilityProperty: true }) || isForScreenReaders(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const { left, right } = range.getBoundingClientRect();
    if (left < -1 || right > window.innerWidth + 1)
      faults.push(`from ${Math.round(left)} to ${Math.round(right)} px: ${text.slice(0, 80)}`);
  }
  return faults;
}

/** Text cut off by its own box. Text that is there for screen readers only does not count. */
export function clippedText(): string[] {
  return [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    const cutsOff = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
    const isForScreenReaders = clipPath !== 'none' || element.clientWidth <= 1;
    if (!cutsOff || isForScreenReaders || element instanceof SVGElement || !element.textContent?.trim()) return [];
    const lost = Math.max(element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight);
    return lost > 1 ? [`${lost} px are cut off: ${element.textContent.trim().slice(0, 80)}`] : [];
  });
}

/** Lines of text printed over one another. */
export function overlappingText(): string[] {
  const known = new Map<Element | null, boolean>([[null, false]]);
  const isForScreenReaders = (element: Element | null): boolean => {
    let is = known.get(element);
    if (is === undefined && element) {
      is = getComputedStyle(element).clipPath !== 'none' || isForScreenReaders(element.parentElement);
      known.set(element, is);
    }
    return is ?? false;
  };
  const lines: { rect: DOMRect; text: string; parent: Element }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent?.checkVisibility({ visibilityProperty: true }) || isForScreenReaders(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const rect of range.getClientRects()) if (rect.width > 1) lines.push({ rect, text, parent });
  }
  lines.sort((a, b) => a.rect.top - b.rect.top);
  const faults: string[] = [];
  lines.forEach((upper, index) => {
    for (let next = index + 1; next < lines.length; next++) {
      const lower = lines[next];
      if (!lower || lower.rect.top >= upper.rect.bottom) break;
      const width = Math.min(upper.rect.right, lower.rect.right) - Math.max(upper.rect.left, lower.rect.left);
      const height = Math.min(upper.rect.bottom, lower.rect.bottom) - lower.rect.top;
      // Neighbouring lines of one text may touch: their rectangles are taller than the line.
      const isOverprinted = width > 2 && height > 0.45 * Math.min(upper.rect.height, lower.rect.height);
      if (isOverprinted && upper.text !== lower.text)
        faults.push(`"${upper.text.slice(0, 40)}" and "${lower.text.slice(0, 40)}" stand over each other`);
    }
  });
  return faults;
}

/** Controls smaller than 44 × 44 px (WCAG 2.5.5). Links inside a sentence are as high as its line. */
export function smallTargets(): string[] {
  const controls = document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea, [tabindex="0"]');
  return [...controls].flatMap((control) => {
    if (!control.checkVisibility({ visibilityProperty: true }) || getComputedStyle(control).clipPath !== 'none') return [];
    const after = getComputedStyle(control, '::after');
    const isStretched = after.content !== 'none' && after.position === 'absolute' && after.inset === '0px';
    const box = isStretched && control.offsetParent ? control.offsetParent : control;
    const { width, height } = box.getBoundingClientRect();
    if (width >= 43.5 && height >= 43.5) return [];
    const sentence = control.parentElement?.closest('p, li, dd, td, h1, h2, h3, figcaption, div');
    const around = (sentence?.textContent ?? '').replace(control.textContent ?? '', '').replaceAll(/[\s\d.,:;·*()/]/g, '');
    if (getComputedStyle(control).display === 'inline' && around.length > 0) return [];
    return [`${Math.round(width)} × ${Math.round(height)} px: ${control.outerHTML.slice(0, 160)}`];
  });
}
