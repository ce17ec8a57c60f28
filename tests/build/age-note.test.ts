import { describe, expect, test } from 'vitest';
import { yearsBetween } from '../../src/i18n/format.ts';
import { translator } from '../../src/i18n/t.ts';
import { attribute, closest, elementsIn, isOneOf, textOf } from '../support/built-site/html.ts';
import { everyPage, type Page, plantedPage, select, textPages } from '../support/built-site/pages.ts';
import { buildDay, newsAt } from '../support/built-site/records.ts';

/** From this age on a reader is told, because numbers, rules and addresses in it may no longer hold. */
const TOLD_FROM_YEARS = 2;

/** Each dated item of a page, an article or a line of a list, and what is said in it. */
function datedItems(page: Page): { date: string; text: string }[] {
  const items = select(page, isOneOf('article', 'li')).filter((item) => elementsIn(item).some(isOneOf('h1', 'h2', 'h3')));
  return items.flatMap((item) => {
    const time = elementsIn(item).find((one) => one.tagName === 'time' && closest(one, isOneOf('article', 'li')) === item);
    return time ? [{ date: attribute(time, 'datetime') ?? '', text: textOf(item) }] : [];
  });
}

function faults(page: Page, today: string): string[] {
  return datedItems(page).flatMap(({ date, text }) => {
    const age = yearsBetween(date, today);
    const t = translator(page.locale);
    const note = t('age.published', { count: age });
    const isTold = [note, t('age.happened', { count: age })].some((words) => text.includes(words));
    if (isTold === age >= TOLD_FROM_YEARS) return [];
    return [isTold ? `${date}: says "${note}" too early` : `${date}: does not say "${note}"`];
  });
}

describe('the rule', () => {
  const item = (note: string) => plantedPage(`<article><h1>A</h1><time datetime="2017-05-02">A</time><p>${note}</p></article>`);
  const note = translator('lv')('age.published', { count: 9 });

  test('passes an old item that says so', () => expect(faults(item(note), '2026-05-02')).toEqual([]));
  test('finds a planted old item that does not', () => expect(faults(item(''), '2026-05-02')).toHaveLength(1));
  test('finds a planted wrong number of years', () => expect(faults(item(note), '2026-05-01')).toHaveLength(1));
  test('finds a planted old line of a list', () => {
    const list = '<ol><li><time datetime="2017-05-02">A</time><h2>B</h2></li></ol>';
    expect(faults(plantedPage(list), '2026-05-02')).toHaveLength(1);
  });
});

const newsPages = textPages.filter(({ address }) => newsAt(address));
test('every news page has a dated article', () =>
  expect(newsPages.filter((page) => datedItems(page).length === 0).map(({ address }) => address)).toEqual([]));
everyPage('says of every dated item older than two years how old it is', (page) => faults(page, buildDay()));
