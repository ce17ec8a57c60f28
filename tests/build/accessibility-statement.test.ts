import { describe, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { pathIn } from '../../src/i18n/paths.ts';
import { attribute, closest, hasClass, isOneOf, textOf } from '../support/built-site/html.ts';
import { alternatesOf, everyPage, framedPages, type Page, pageAt, plantedPage, select } from '../support/built-site/pages.ts';
import { buildDay, ownAddress } from '../support/built-site/records.ts';

const NAME = 'pieklustamibas-pazinojums';
const MOST_DAYS = 365;

/** The identifiers of VARAM's machine-readable model statement: ids stand once; the two classes at least once. */
const IDS = [
  'institution',
  'web-name',
  'web-link',
  'evaluation-type',
  'evaluation-date',
  'first-notify',
  'repeated-notify',
  'method',
  'evaluation-fits',
  'non-compliance-list',
  'alternatives',
  'mail',
  'phone',
  'other-contacts',
  'complaints',
  'supervisory-authority-complaints',
  'accept-document',
  'author',
  'time',
  'approved-by',
  'approved-by-jobtitle',
].map((name) => `a11y-${name}`);
const CLASSES = ['a11y-type', 'a11y-non-compliance-list-item'];
const DATES = ['a11y-evaluation-date', 'a11y-first-notify', 'a11y-repeated-notify'];

const MONTHS: Record<string, string[]> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
};

/** The first date in a text, in figures ("21.11.2026.") or in words ("21 November 2026"), as an ISO day. */
function dayIn(text: string): string | undefined {
  const figures = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  const words = /(?<!\d)(\d{1,2})[\s\u00a0]+(\p{L}+)[\s\u00a0]+(\d{4})/u.exec(text);
  const month = figures
    ? Number(figures[2])
    : Object.values(MONTHS)
        .map((names) => names.indexOf(words?.[2] ?? '') + 1)
        .find((number) => number > 0);
  const [day, year] = [(figures ?? words)?.[1] ?? '', (figures ?? words)?.[3] ?? ''];
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

function fieldFaults(page: Page): string[] {
  const ids = IDS.flatMap((id) => {
    const found = select(page, (one) => attribute(one, 'id') === id);
    return found.length === 1 && textOf(found[0]!).trim() !== ''
      ? []
      : [`${id}: ${found.length === 1 ? 'empty' : `${found.length} times`}`];
  });
  const classes = CLASSES.flatMap((name) => {
    const found = select(page, (one) => hasClass(one, name));
    return found.length > 0 && found.every((one) => textOf(one).trim() !== '')
      ? []
      : [`${name}: ${found.length === 0 ? 'missing' : 'empty'}`];
  });
  return [...ids, ...classes];
}

function dateFaults(page: Page, today: string): string[] {
  const days = new Map(
    DATES.map((id) => [
      id,
      dayIn(
        select(page, (one) => attribute(one, 'id') === id)
          .map((one) => textOf(one))
          .join(' '),
      ),
    ]),
  );
  const wrong = [...days].flatMap(([id, day]) =>
    day === undefined ? [`${id} holds no date`] : day > today ? [`${id} is in the future`] : [],
  );
  const age = (id: string) => (Date.parse(today) - Date.parse(days.get(id) ?? '')) / 86_400_000;
  const old = ['a11y-evaluation-date', 'a11y-repeated-notify']
    .filter((id) => age(id) > MOST_DAYS)
    .map((id) => `${id} is ${age(id)} days ago; review the statement`);
  const isReversed = (days.get('a11y-repeated-notify') ?? '') < (days.get('a11y-first-notify') ?? '');
  return [...wrong, ...old, ...(isReversed ? ['was reviewed before it was published'] : [])];
}

function footerFaults(page: Page): string[] {
  const address = statements.find(({ locale }) => locale === page.locale)?.address;
  const isThere = select(page, (one) => one.tagName === 'a' && attribute(one, 'href') === address).some((link) =>
    closest(link, isOneOf('footer')),
  );
  return isThere ? [] : [`the footer has no link to ${address}`];
}

const latvian = pageAt(pathIn('lv', NAME));
const statements = latvian ? locales.flatMap((locale) => pageAt(ownAddress(alternatesOf(latvian).get(locale) ?? '/nav') ?? '') ?? []) : [];

describe('the rule', () => {
  const field = (id: string) => `<p id="${id}">21.11.2026.</p>`;
  const whole = [...IDS.map(field), ...CLASSES.map((name) => `<p class="${name}">A</p>`)].join('');

  test('passes a whole statement', () =>
    expect([...fieldFaults(plantedPage(whole)), ...dateFaults(plantedPage(whole), '2026-11-21')]).toEqual([]));
  test.each(IDS)('finds a planted lack of %s', (id) =>
    expect(fieldFaults(plantedPage(whole.replace(field(id), '')))).toEqual([`${id}: 0 times`]),
  );
  test('finds a planted empty field', () =>
    expect(fieldFaults(plantedPage(whole.replace(field('a11y-mail'), '<p id="a11y-mail"> </p>')))).toEqual(['a11y-mail: empty']));
  test('finds a planted lack of the list', () => expect(fieldFaults(plantedPage(IDS.map(field).join('')))).toHaveLength(2));
  test('finds a planted old review', () => expect(dateFaults(plantedPage(whole), '2027-11-22')).toHaveLength(2));
  test('finds a planted field without a date', () =>
    expect(
      dateFaults(plantedPage(whole.replace(field('a11y-first-notify'), '<p id="a11y-first-notify">drīz</p>')), '2026-11-21'),
    ).toHaveLength(1));
  test.each([
    ['21.11.2026.', '2026-11-21'],
    ['21 November 2026', '2026-11-21'],
    ['21 ноября 2026 года', '2026-11-21'],
    ['31.02.2026.', undefined],
  ])('reads %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
  test('finds a planted footer without the link', () => expect(footerFaults(plantedPage('<footer></footer>'))).toHaveLength(1));
});

test('the statement stands in every language', () => expect(statements.map(({ locale }) => locale)).toEqual([...locales]));
everyPage('holds every field of the model statement, none empty', fieldFaults, statements);
everyPage('was reviewed within 365 days', (page) => dateFaults(page, buildDay()), statements);
everyPage('leads to the accessibility statement from its footer', footerFaults, framedPages);
