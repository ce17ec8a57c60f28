import { describe, expect, test } from 'vitest';
import { describeHours } from '../../src/i18n/hours.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { translator } from '../../src/i18n/t.ts';
import type { OpeningHours } from '../../src/schemas/contact.ts';
import { attribute, closest, type Element, isOneOf, textOf } from '../support/built-site/html.ts';
import { contactPages } from '../support/built-site/help.ts';
import { type Page, plantedPage } from '../support/built-site/pages.ts';
import { digitsOf } from '../support/built-site/records.ts';

interface Hours {
  dayOfWeek: string[];
  opens: string;
  closes: string;
}
interface ContactPoint {
  '@type': string;
  contactType?: string;
  telephone: string;
  hoursAvailable?: Hours[];
  availableLanguage?: { name: string }[];
  contactOption?: string;
}

const days = { Monday: 'mo', Tuesday: 'tu', Wednesday: 'we', Thursday: 'th', Friday: 'fr', Saturday: 'sa', Sunday: 'su' } as const;

const free: Record<Locale, string> = { lv: 'bez maksas', en: 'free', ru: 'бесплатно' };

/** The contact points of the page's subject; those of the site itself have no kind. */
function pointsOf(page: Page): ContactPoint[] {
  const block = page.named('script').find((one) => attribute(one, 'type') === 'application/ld+json');
  const [node] = block?.childNodes ?? [];
  const data = JSON.parse(node && 'value' in node ? node.value : '{}') as { '@graph': { contactPoint?: ContactPoint[] }[] };
  return data['@graph'].flatMap(({ contactPoint = [] }) => contactPoint).filter(({ contactType }) => contactType !== undefined);
}

/** Hours of the data in the words of the page. */
function inWords(hours: readonly Hours[], locale: Locale): string {
  const isAlways = hours.some(({ dayOfWeek, opens, closes }) => dayOfWeek.length === 7 && opens === '00:00' && closes === '23:59');
  const rules = hours.map(({ dayOfWeek, opens, closes }) => ({
    days: dayOfWeek.map((day) => days[day as keyof typeof days]),
    from: opens,
    to: closes,
  }));
  const meant: OpeningHours = isAlways ? { always: true } : { timeZone: 'Europe/Riga', rules, holidays: 'unknown' };
  return describeHours(meant, locale, translator(locale));
}

/** The item of the page's list that dials the number. */
function itemOf(page: Page, telephone: string): Element | undefined {
  const main = page
    .named('a')
    .filter((link) => closest(link, isOneOf('main')) && digitsOf(attribute(link, 'href') ?? '') === digitsOf(telephone));
  return main.map((link) => closest(link, isOneOf('li'))).find((item) => item !== undefined);
}

function faults(page: Page, points = pointsOf(page)): string[] {
  const { locale } = page;
  return points.flatMap(({ telephone, contactType = '', hoursAvailable, availableLanguage = [], contactOption }) => {
    const item = itemOf(page, telephone);
    if (!item) return [`${telephone} is not on the page`];
    const text = textOf(item).toLowerCase();
    const all = textOf(page.named('main')[0] ?? item);
    return [
      ...(text.includes(contactType.toLowerCase()) ? [] : [`${telephone}: "${contactType}" is not beside it`]),
      ...(hoursAvailable && !text.includes(inWords(hoursAvailable, locale).toLowerCase())
        ? [`${telephone}: "${inWords(hoursAvailable, locale)}" is not beside it`]
        : []),
      ...(contactOption === 'TollFree' && !text.includes(free[locale]) ? [`${telephone} is not said to be free`] : []),
      ...availableLanguage.filter(({ name }) => !all.includes(name)).map(({ name }) => `${name} is not on the page`),
    ];
  });
}

describe('the rule', () => {
  const page = plantedPage('<main><ul><li><a href="tel:116123">116123</a> Krīzes tālrunis. Visu diennakti. Bez maksas.</li></ul></main>');
  const point = {
    '@type': 'ContactPoint',
    contactType: 'Krīzes tālrunis',
    telephone: '116123',
    hoursAvailable: [{ dayOfWeek: Object.keys(days), opens: '00:00', closes: '23:59' }],
    contactOption: 'TollFree',
  };

  test('passes what the page says', () => expect(faults(page, [point])).toEqual([]));
  test.each([
    ['another number', { telephone: '116006' }],
    ['another line', { contactType: 'Birojs' }],
    ['other hours', { hoursAvailable: [{ dayOfWeek: ['Monday'], opens: '09:00', closes: '17:00' }] }],
    ['another language', { availableLanguage: [{ name: 'angļu' }] }],
  ])('finds planted: %s', (_, other) => expect(faults(page, [{ ...point, ...other }])).toHaveLength(1));
  test('finds planted: a call that costs', () => {
    const paid = plantedPage('<main><ul><li><a href="tel:116123">116123</a> Krīzes tālrunis. Visu diennakti.</li></ul></main>');
    expect(faults(paid, [point])).toHaveLength(1);
  });
});

describe.each(contactPages())('$page.address', ({ record, page }) => {
  test('describes to machines every number, and nothing else than the page says', () => {
    expect(pointsOf(page).map(({ telephone }) => digitsOf(telephone))).toEqual(
      record.phones.map(({ e164, shortCode }) => digitsOf(e164 ?? shortCode ?? '')),
    );
    expect(faults(page)).toEqual([]);
  });
  test('is silent where the hours or the cost are not known', () => {
    const points = pointsOf(page);
    expect(record.phones.filter(({ hours }, index) => 'unknown' in hours !== (points[index]?.hoursAvailable === undefined))).toEqual([]);
    expect(record.phones.filter(({ cost }, index) => (cost.kind === 'free') !== (points[index]?.contactOption === 'TollFree'))).toEqual([]);
  });
});
