import { describe, expect, test } from 'vitest';
import { textOf } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage, select } from '../support/built-site/pages.ts';

function outline(page: Page): { level: number; text: string }[] {
  return select(page, ({ tagName }) => /^h[1-6]$/.test(tagName)).map((heading) => ({
    level: Number(heading.tagName[1]),
    text: textOf(heading),
  }));
}

function firstLevelFaults(page: Page): string[] {
  const first = outline(page).filter(({ level }) => level === 1);
  return first.length === 1 ? [] : [`${first.length} headings of level 1`];
}

function orderFaults(page: Page): string[] {
  return outline(page).flatMap(({ level, text }, index, all) => {
    const before = all[index - 1]?.level ?? 0;
    if (text.trim() === '') return [`an empty heading of level ${level}`];
    return level > before + 1 ? [`"${text}" is of level ${level} after level ${before}`] : [];
  });
}

describe('the rule', () => {
  test('finds a planted second heading of level 1', () => expect(firstLevelFaults(plantedPage('<h1>A</h1><h1>B</h1>'))).toHaveLength(1));
  test('finds a planted page without a heading', () => expect(firstLevelFaults(plantedPage('<h2>A</h2>'))).toHaveLength(1));
  test('finds a planted gap in the order', () =>
    expect(orderFaults(plantedPage('<h1>A</h1><h3>B</h3>'))).toEqual(['"B" is of level 3 after level 1']));
  test('finds a planted empty heading', () => expect(orderFaults(plantedPage('<h1> </h1>'))).toHaveLength(1));
});

everyPage('has one heading of level 1', firstLevelFaults, allPages);
everyPage('has headings in order, none empty, no level left out', orderFaults, allPages);
