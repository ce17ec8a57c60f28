import { scaleLinear } from 'd3-scale';

/** A bar; undefined value where no source has a figure. */
export interface Bar {
  value: number | undefined;
  /** The figure as printed at the end of the bar. */
  text: string;
}

export interface BarChart {
  title: string;
  /** What somebody who does not see the chart must know: what is drawn, and where the figures stand as text. */
  description: string;
  /** What each bar of a group is, in their order; at most four. Named over the chart where there are several. */
  series: string[];
  groups: { label: string; bars: Bar[] }[];
  /** Each group on a scale of its own, where they count different things. */
  isScaledByGroup: boolean;
  /** Source and licence, shown where the chart stands alone. */
  foot: string;
}

export interface TextPlace {
  x: string;
  y: number;
  shift: number;
  weight: 'regular' | 'bold';
  colour: string;
}

/** How lengths, colours and letters are written: for a page, whose reader’s window and colours are unknown, or for a file of a fixed size. */
export interface Medium {
  /** A length across, as a part of the whole width from 0 to 1. */
  across: (part: number) => string;
  /** A length in rems. */
  length: (rems: number) => string;
  /** The beginning of the root element, to the `>`. */
  root: (height: number) => string;
  colours: Record<'bar' | 'ground' | 'text' | 'softText', string>;
  /** A file stands alone: it shows the chart’s title and foot, on a ground of its own. */
  isAlone: boolean;
  /** How many letters fit on a line. */
  lettersOnLine: number;
  /** One line of text; `y` is its foot in rems, `shift` moves it to the right by rems. */
  text: (at: TextPlace, text: string) => string;
  /** Makes ids of patterns and descriptions unique where several charts stand on a page. */
  id: string;
}

const LINE = 1.4;
const BAR = 1.35;
const BETWEEN_BARS = 0.2;
const BETWEEN_GROUPS = 0.7;
const SHORT_LABEL = 5;
/** Where bars begin and the longest ends, as parts of the width: beside short labels, or under long ones; the rest is for the figures. */
const BESIDE = [0.2, 0.76] as const;
const BELOW = [0, 0.76] as const;

/** Draws horizontal bars with their figures at the end: readable at any width, without axes to trace. The same chart gives the same bytes. */
export function drawBarChart({ title, description, series, groups, isScaledByGroup, foot }: BarChart, medium: Medium): string {
  const { across, length, colours, text } = medium;
  const isBeside = groups.every(({ label }) => label.length <= SHORT_LABEL);
  const [start, end] = isBeside ? BESIDE : BELOW;
  const scaleOf = (of: BarChart['groups']) =>
    scaleLinear([0, Math.max(1, ...of.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)))], [0, end - start]);
  const common = scaleOf(groups);
  const parts: string[] = [];
  let y = 0.2;
  const lines = (words: string, look: Pick<TextPlace, 'weight' | 'colour'>) => {
    for (const line of wrapped(words, medium.lettersOnLine)) {
      parts.push(text({ x: across(0), y: y + 1, shift: 0, ...look }, line));
      y += LINE;
    }
  };
  if (medium.isAlone) {
    lines(title, { weight: 'bold', colour: colours.text });
    y += 0.5;
  }
  if (series.length > 1) {
    for (const [index, name] of series.entries()) {
      parts.push(rectangle(medium, { x: across(0), y: y + 0.15, width: length(1.2), height: 1.05 }, index));
      for (const line of wrapped(name, medium.lettersOnLine - 4)) {
        parts.push(text({ x: across(0), y: y + 1, weight: 'regular', colour: colours.text, shift: 1.7 }, line));
        y += LINE;
      }
      y += 0.1;
    }
    y += 0.5;
  }
  const top = y;
  for (const group of groups) {
    const { label, bars: all } = group;
    const scale = isScaledByGroup ? scaleOf([group]) : common;
    // What has no figure is said only where the whole group has none.
    const known = [...all.entries()].filter(([, { value }]) => value !== undefined);
    const bars = known.length > 0 ? known : [...all.entries()].slice(0, 1);
    const height = bars.length * BAR + (bars.length - 1) * BETWEEN_BARS;
    if (isBeside) {
      parts.push(text({ x: across(0), y: y + height / 2 + 0.34, weight: 'regular', colour: colours.text, shift: 0 }, label));
    } else {
      lines(label, { weight: 'regular', colour: colours.text });
    }
    const barsFrom = y;
    for (const [index, bar] of bars) {
      const long = bar.value === undefined ? 0 : scale(bar.value);
      if (long > 0) parts.push(rectangle(medium, { x: across(start), y, width: across(long), height: BAR }, index));
      const isKnown = bar.value !== undefined;
      const look = { weight: isKnown ? 'bold' : 'regular', colour: isKnown ? colours.text : colours.softText } as const;
      parts.push(text({ x: across(start + long), y: y + BAR / 2 + 0.34, shift: 0.4, ...look }, bar.text));
      y += BAR + BETWEEN_BARS;
    }
    // Under words the axis would run through them.
    if (!isBeside) parts.push(axis(medium, start, barsFrom, y - BETWEEN_BARS));
    y += BETWEEN_GROUPS - BETWEEN_BARS;
  }
  const bottom = y - BETWEEN_GROUPS + 0.2;
  if (isBeside) parts.push(axis(medium, start, top - 0.2, bottom));
  if (medium.isAlone) {
    y = bottom + 0.4;
    lines(foot, { weight: 'regular', colour: colours.softText });
  }
  const { id } = medium;
  return [
    `${medium.root(Math.max(y, bottom) + 0.2)} role="img" aria-labelledby="${id}-t ${id}-d">`,
    `<title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(description)}</desc>`,
    medium.isAlone ? `<rect x="-50%" y="-50%" width="200%" height="200%" fill="${colours.ground}"/>` : '',
    patterns(medium, series.length),
    ...parts,
    '</svg>',
  ].join('');
}

/** The first bar of a group is full; the others are told apart by stripes and dots, not by colour alone. */
function patterns({ id, colours: { bar, ground } }: Medium, count: number): string {
  const marks = [
    `<path d="M-2 10 10-2M6 18 18 6" stroke="${bar}" stroke-width="4"/>`,
    `<circle cx="4" cy="4" r="2.6" fill="${bar}"/><circle cx="12" cy="12" r="2.6" fill="${bar}"/>`,
    `<path d="M0 4h16M0 12h16" stroke="${bar}" stroke-width="2"/>`,
  ];
  const defined = marks
    .slice(0, Math.max(0, count - 1))
    .map(
      (mark, index) =>
        `<pattern id="${id}-${index + 1}" width="16" height="16" patternUnits="userSpaceOnUse"><rect width="16" height="16" fill="${ground}"/>${mark}</pattern>`,
    );
  return defined.length === 0 ? '' : `<defs>${defined.join('')}</defs>`;
}

function rectangle(
  { id, length, colours }: Medium,
  { x, y, width, height }: { x: string; y: number; width: string; height: number },
  index: number,
): string {
  const fill = index === 0 ? colours.bar : `url(#${id}-${index})`;
  return `<rect x="${x}" y="${length(y)}" width="${width}" height="${length(height)}" fill="${fill}" stroke="${colours.bar}" stroke-width="1.5"/>`;
}

function axis({ across, length, colours }: Medium, at: number, from: number, to: number): string {
  return `<line x1="${across(at)}" x2="${across(at)}" y1="${length(from)}" y2="${length(to)}" stroke="${colours.text}" stroke-width="2"/>`;
}

/** Words in lines of at most so many letters. */
function wrapped(label: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** At most two decimals. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
