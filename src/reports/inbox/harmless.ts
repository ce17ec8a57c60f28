const PICTURES = 0x2400;
/** Controls but line feed and tab, format characters (direction, width, tags), line and paragraph separators, private use. */
const HIDDEN = /[^\P{C}\n\t]|[\u2028\u2029]/gu;
const MARKS = /(\p{M}{4})\p{M}+/gu;

/** Text of a stranger with everything made visible that could hide, turn round or command: a terminal and a page show it as it is. */
export function harmless(text: string): string {
  return text.replaceAll(MARKS, '$1…').replaceAll(HIDDEN, (letter) => {
    const point = letter.codePointAt(0) ?? 0;
    if (point < 0x20) return String.fromCharCode(PICTURES + point);
    return `⟨U+${point.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** Harmless text with a bar before every line, so that it cannot pretend to be the tool. */
export function quoted(text: string): string {
  return harmless(text)
    .split('\n')
    .map((line) => `│ ${line}`)
    .join('\n');
}
