// What a page in easy language promises to the eye. Each rule runs inside the page, so it is whole in itself. It returns one line for each fault.

/** Lines of more than 55 characters, as they are broken in this window. */
export function longLines(): string[] {
  const most = 55;
  const blockOf = (node: Node): Element => {
    let block = node.parentElement ?? document.body;
    while (/^inline(?:-block)?$/.test(getComputedStyle(block).display) && block.parentElement) block = block.parentElement;
    return block;
  };
  const lines: { block: Element; middle: number; text: string }[] = [];
  const walker = document.createTreeWalker(document.querySelector('.easy-read') ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.textContent?.trim() || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    const block = blockOf(node);
    for (const { 0: word, index } of node.textContent.matchAll(/\s*\S+\s*/g)) {
      const range = document.createRange();
      range.setStart(node, index + word.search(/\S/));
      range.setEnd(node, index + word.trimEnd().length);
      const [rect] = range.getClientRects();
      if (!rect) continue;
      const middle = (rect.top + rect.bottom) / 2;
      const last = lines.at(-1);
      if (last?.block === block && Math.abs(last.middle - middle) < rect.height / 2) last.text += word;
      else lines.push({ block, middle, text: word });
    }
  }
  return lines.flatMap(({ text }) => {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > most ? [`${line.length} characters in a line: ${line}`] : [];
  });
}

/** Letters below 20 px, and text whose lines stand closer than 1.6 of the letters’ size. Headings and buttons may be closer. */
export function smallOrTightText(): string[] {
  const walker = document.createTreeWalker(document.querySelector('.easy-read') ?? document.body, NodeFilter.SHOW_TEXT);
  const faults: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent?.checkVisibility({ visibilityProperty: true })) continue;
    const { fontSize, lineHeight } = getComputedStyle(parent);
    const [size, height] = [parseFloat(fontSize), parseFloat(lineHeight)];
    if (size < 20) faults.push(`letters of ${size} px: ${text.slice(0, 60)}`);
    if (height < 1.6 * size - 0.1 && !parent.closest('h1, h2, h3, h4, button, a[class*="inline-flex"]'))
      faults.push(`lines ${(height / size).toFixed(2)} apart: ${text.slice(0, 60)}`);
  }
  return faults;
}

/** Text of any size whose contrast with its ground is below 7:1. */
export function weakContrast(): string[] {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  if (!canvas) return ['the browser paints no canvas'];
  const luminance = ([red = 0, green = 0, blue = 0]: Uint8ClampedArray): number => {
    const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  /** The grounds of all boxes below one another, and the colour of the text on top. */
  const painted = (colours: readonly string[]): Uint8ClampedArray => {
    for (const colour of ['white', ...colours]) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const groundsOf = (element: Element | null): string[] =>
    element ? [...groundsOf(element.parentElement), getComputedStyle(element).backgroundColor] : [];
  const walker = document.createTreeWalker(document.querySelector('.easy-read') ?? document.body, NodeFilter.SHOW_TEXT);
  const faults: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent?.checkVisibility({ visibilityProperty: true })) continue;
    const grounds = groundsOf(parent);
    const ground = luminance(painted(grounds));
    const letters = luminance(painted([...grounds, getComputedStyle(parent).color]));
    const contrast = (Math.max(ground, letters) + 0.05) / (Math.min(ground, letters) + 0.05);
    if (contrast < 7) faults.push(`contrast ${contrast.toFixed(1)}: ${text.slice(0, 60)}`);
  }
  return faults;
}
