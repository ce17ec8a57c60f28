import { flags, languages } from '../rules.ts';
import type { Reading } from './validate.ts';

/** A table for the README: precision, recall and fair adverts with a wrong flag, of each way to read, by part, and of the last part by language. */
export function figuresOf(ways: Readonly<Record<string, readonly Reading[]>>): string {
  const [some = []] = Object.values(ways);
  const names = [...new Set(some.map(({ part }) => part))];
  const last = names.at(-1);
  const groups: [name: string, has: (reading: Reading) => boolean][] = [
    ...names.map((name): (typeof groups)[number] => [name, ({ part }) => part === name]),
    ...languages.map((name): (typeof groups)[number] => [
      `${last}, ${name}`,
      ({ part, advert }) => part === last && advert.language === name,
    ]),
    ['all', () => true],
  ];
  return tableOf(
    ['', ...Object.keys(ways)],
    groups.map(([name, has]) => [
      name,
      ...Object.values(ways).map((all) => {
        const own = all.filter(has);
        const { hits, found, shown } = countsOf(own);
        const fair = own.filter(({ advert }) => advert.fair);
        const wrong = fair.filter((reading) => reading.found.length > 0);
        return `${ratio(hits, found)} / ${ratio(hits, shown)}, ${wrong.length} of ${fair.length}`;
      }),
    ]),
  );
}

/** Another: by flag, in how many adverts it is, precision and recall, of each set of readings. */
export function figuresByFlag(sets: Readonly<Record<string, readonly Reading[]>>): string {
  return tableOf(
    ['', ...Object.keys(sets)],
    flags.map(({ id }) => [
      `\`${id}\``,
      ...Object.values(sets).map((readings) => {
        const { hits, found, shown } = countsOf(readings, [id]);
        return `${shown}: ${ratio(hits, found)} / ${ratio(hits, shown)}`;
      }),
    ]),
  );
}

interface Counts {
  hits: number;
  found: number;
  shown: number;
}

/** Of flags in adverts, of all or of those asked for: rightly found, found, and there. */
function countsOf(readings: readonly Reading[], asked: readonly string[] = flags.map(({ id }) => id)): Counts {
  const sum = (count: (reading: Reading) => readonly string[]) =>
    readings.reduce((total, reading) => total + count(reading).filter((id) => asked.includes(id)).length, 0);
  return {
    hits: sum(({ advert, found }) => found.filter((id) => advert.flags.includes(id))),
    found: sum(({ found }) => found),
    shown: sum(({ advert }) => advert.flags),
  };
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `| --- |${' ---: |'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n');
}
