import { describe, expect, test } from 'vitest';
import { describeHours } from '../../../src/i18n/hours.ts';
import { translator } from '../../../src/i18n/t.ts';
import type { OpeningHours } from '../../../src/schemas/contact.ts';

const workdays = ['mo', 'tu', 'we', 'th', 'fr'] as const;
const rules = (days: OpeningRule['days'], from: string, to: string): OpeningHours => ({
  timeZone: 'Europe/Riga',
  rules: [{ days, from, to }],
  holidays: 'closed',
});
type OpeningRule = Extract<OpeningHours, { rules: unknown }>['rules'][number];

describe('describeHours', () => {
  test.each([
    ['lv', rules([...workdays], '09:00', '17:00'), 'darba dienās 9–17'],
    ['en', rules([...workdays], '09:00', '17:30'), 'workdays 9–17.30'],
    ['ru', { always: true } satisfies OpeningHours, 'круглосуточно'],
    ['lv', rules([...workdays, 'sa', 'su'], '12:00', '22:00'), 'katru dienu 12–22'],
    ['lv', rules(['mo', 'tu', 'we'], '08:00', '12:00'), 'P–T 8–12'],
    ['lv', rules(['mo', 'we'], '08:00', '12:00'), 'P, T 8–12'],
    ['en', { unknown: true, text: { lv: 'nav zināms', en: 'not known', ru: 'неизвестно' } } satisfies OpeningHours, 'not known'],
  ] as const)('says in %s', (locale, hours, said) => {
    expect(describeHours(hours, locale, translator(locale))).toBe(said);
  });
});
