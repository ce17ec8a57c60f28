import { describe, expect, test } from 'vitest';
import { bindDates, collator, formatDay, formatNumber, quotationMarks, yearsBetween } from '../../../src/i18n/format.ts';

describe('formatDay', () => {
  test.each([
    ['lv', 'day', '2017. gada 11. decembris'],
    ['lv', 'month', '2017. gada decembris'],
    ['lv', 'year', '2017. gads'],
    ['en', 'day', '11 December 2017'],
    ['en', 'month', 'December 2017'],
    ['en', 'year', '2017'],
    ['ru', 'day', '11 декабря 2017 г.'],
    ['ru', 'month', 'декабрь 2017'],
    ['ru', 'year', '2017 год'],
  ] as const)('prints a %s date known to the %s', (locale, precision, printed) => {
    expect(formatDay('2017-12-11', locale, precision).replaceAll('\u00a0', ' ')).toBe(printed);
  });

  test('keeps day and month, and year and word, on one line', () => {
    expect(formatDay('2017-12-11', 'lv')).toBe('2017.\u00a0gada 11.\u00a0decembris');
  });
});

describe('bindDates', () => {
  test('binds dates in every language and leaves other numbers alone', () => {
    expect(bindDates('12. oktobrī, 12 October, 12 октября, 5 lapas')).toBe('12.\u00a0oktobrī, 12\u00a0October, 12\u00a0октября, 5 lapas');
  });
});

describe('formatNumber', () => {
  test.each([
    ['lv', 70_000, '70\u202f000'],
    ['lv', 2500, '2500'],
    ['lv', 19_999.9, '19\u202f999,9'],
    ['en', 70_000, '70,000'],
    ['ru', 70_000, '70\u202f000'],
    ['lv', '12–15', '12–15'],
  ] as const)('prints in %s %s as %s', (locale, value, printed) => {
    expect(formatNumber(value, locale)).toBe(printed);
  });
});

describe('yearsBetween', () => {
  test.each([
    ['2020-10-19', '2026-10-18', 5],
    ['2020-10-19', '2026-10-19', 6],
    ['2026-01-01', '2026-11-21', 0],
  ])('counts whole years from %s to %s', (from, to, years) => {
    expect(yearsBetween(from, to)).toBe(years);
  });
});

test('each language has its own quotation marks', () => {
  expect((['lv', 'en', 'ru'] as const).map((locale) => quotationMarks(locale).join(''))).toEqual(['„”', '“”', '«»']);
});

test('Latvian words sort by the Latvian alphabet', () => {
  expect(['Zāle', 'Āda', 'Cēsis', 'Čats'].sort(collator('lv').compare)).toEqual(['Āda', 'Cēsis', 'Čats', 'Zāle']);
});
