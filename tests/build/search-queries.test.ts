import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { locales } from '../../src/i18n/locales.ts';
import { attribute } from '../support/built-site/html.ts';
import { noFaults, pageAt } from '../support/built-site/pages.ts';
import { search } from '../support/built-site/search.ts';

const leastRecall = 0.92;
const shown = 5;

const classSchema = z.strictObject({
  class: z.string(),
  locale: z.enum(locales),
  queries: z.array(z.strictObject({ query: z.string(), finds: z.array(z.string()).min(1).max(shown) })).min(1),
});

interface Answer {
  class: string;
  query: string;
  /** Right addresses that are missing among the first results. */
  missing: string[];
  /** Share of the right addresses that are there. */
  recall: number;
}

function answerOf(name: string, query: string, finds: readonly string[], paths: readonly string[]): Answer {
  const missing = finds.filter((address) => !paths.slice(0, shown).includes(address));
  return { class: name, query, missing, recall: 1 - missing.length / finds.length };
}

function recallOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { recall }) => sum + recall, 0) / answers.length;
}

function isBuilt(address: string): boolean {
  const [path = '', anchor] = address.split('#');
  const page = pageAt(path);
  return page !== undefined && (anchor === undefined || page.elements.some((element) => attribute(element, 'id') === anchor));
}

describe('the measure', () => {
  const first = ['/lv/a/', '/lv/b/', '/lv/c/', '/lv/d/', '/lv/e/', '/lv/f/'];
  test('counts a right address among the first five', () => expect(answerOf('', '', ['/lv/e/'], first).recall).toBe(1));
  test('does not count a right address in the sixth place', () => expect(answerOf('', '', ['/lv/f/'], first).missing).toEqual(['/lv/f/']));
  test('counts a half where one of two is found', () => expect(answerOf('', '', ['/lv/a/', '/lv/g/'], first).recall).toBe(0.5));
});

const classes = z.array(classSchema).parse(parse(readFileSync(join(import.meta.dirname, 'search-queries.yml'), 'utf8')));
const queries = classes.flatMap(({ class: name, locale, queries: own }) => own.map((one) => ({ ...one, class: name, locale })));

test('there are 110 queries and more, none twice', () => {
  expect(queries.length).toBeGreaterThanOrEqual(110);
  expect(new Set(queries.map(({ query, locale }) => `${locale} ${query}`)).size).toBe(queries.length);
});

test('every address that should be found is built', () =>
  noFaults(queries.flatMap(({ query, finds }) => finds.filter((address) => !isBuilt(address)).map((address) => `${query}: ${address}`))));

test(`finds ${leastRecall * 100} of 100 right addresses among the first five results`, async () => {
  const answers: Answer[] = [];
  for (const { class: name, query, locale, finds } of queries) {
    const { results } = await search(query, locale, shown);
    answers.push(
      answerOf(
        name,
        query,
        finds,
        results.map(({ path }) => path),
      ),
    );
  }
  const rows = [...Map.groupBy(answers, (answer) => answer.class), ['all', answers] as const].map(
    ([name, own]) => `${name.padEnd(20)} ${String(own.length).padStart(4)} queries  recall@5 ${recallOf(own).toFixed(3)}`,
  );
  const missed = answers.filter(({ missing }) => missing.length > 0);
  console.log([...rows, '', ...missed.map(({ query, missing }) => `"${query}" lacks ${missing.join(', ')}`)].join('\n'));
  expect(recallOf(answers)).toBeGreaterThanOrEqual(leastRecall);
});
