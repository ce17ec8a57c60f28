/** How the focused element looks to somebody who uses only the keyboard. Runs inside the page. */
export function focusFaults(): string[] {
  const element = document.activeElement;
  if (!element || element === document.body) return ['nothing has the focus'];
  const name = element.outerHTML.slice(0, 140);
  const rects = [...element.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  const [rect] = rects;
  if (!rect) return [`has the focus but no size: ${name}`];

  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const isOpaque = (colour: string) => colour.startsWith('rgb') && (channels(colour)[3] ?? 1) > 0.9;
  const groundAt = (x: number, y: number) => {
    const below = document.elementsFromPoint(x, y).filter((found) => found !== element && !element.contains(found));
    return below.map((found) => getComputedStyle(found).backgroundColor).find(isOpaque) ?? 'rgb(255, 255, 255)';
  };

  const style = getComputedStyle(element);
  // A ring drawn by a shadow has a spread and neither offset nor blur: "rgb(…) 0px 0px 0px 2px".
  const shadows = style.boxShadow.match(/rgba?\([^)]*\) 0px 0px 0px [\d.]+px/g) ?? [];
  const rings = [
    ...(style.outlineStyle === 'none' ? [] : [{ colour: style.outlineColor, width: Number.parseFloat(style.outlineWidth) }]),
    ...shadows.map((shadow) => ({
      colour: shadow.slice(0, shadow.indexOf(')') + 1),
      width: Number.parseFloat(shadow.slice(shadow.lastIndexOf(' '))),
    })),
  ].filter(({ width }) => width >= 2);
  const far = 4;
  const beside: [number, number][] = [
    [rect.left + rect.width / 2, rect.top - far],
    [rect.left + rect.width / 2, rect.bottom + far],
    [rect.left - far, rect.top + rect.height / 2],
    [rect.right + far, rect.top + rect.height / 2],
  ];
  const grounds = beside.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight).map(([x, y]) => groundAt(x, y));
  const faults = grounds
    .filter((ground) => !rings.some(({ colour }) => contrast(colour, ground) >= 3))
    .slice(0, 1)
    .map((ground) => `no ring of 2 px and 3:1 on ${ground}: ${name}`);

  const isTall = rect.height > innerHeight;
  if (!isTall && (rect.bottom <= 0 || rect.top >= innerHeight)) faults.push(`has the focus outside the window: ${name}`);
  const inset = 3;
  const corners: [number, number][] = rects.flatMap(({ left, right, top, bottom }) => [
    [left + inset, top + inset],
    [right - inset, top + inset],
    [left + inset, bottom - inset],
    [right - inset, bottom - inset],
  ]);
  const strip = document.querySelector('header nav');
  const isCovered = corners.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return strip && top && strip.contains(top) && !strip.contains(element);
  });
  if (isCovered) faults.push(`is covered by the help strip: ${name}`);
  return faults;
}
