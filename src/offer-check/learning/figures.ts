import { languages } from '../rules.ts';
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
  return [
    `| | ${Object.keys(ways).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(Object.keys(ways).length)}`,
    ...groups.map(
      ([name, has]) =>
        `| ${name} | ${Object.values(ways)
          .map((all) => figureOf(all.filter(has)))
          .join(' | ')} |`,
    ),
  ].join('\n');
}

function figureOf(readings: readonly Reading[]): string {
  const sum = (count: (reading: Reading) => number) => readings.reduce((total, reading) => total + count(reading), 0);
  const hits = sum(({ advert, found }) => found.filter((id) => advert.flags.includes(id)).length);
  const found = sum((reading) => reading.found.length);
  const shown = sum(({ advert }) => advert.flags.length);
  const fair = readings.filter(({ advert }) => advert.fair);
  const wrong = fair.filter((reading) => reading.found.length > 0);
  return `${(hits / found).toFixed(3)} / ${(hits / shown).toFixed(3)}, ${wrong.length} of ${fair.length}`;
}
