import { collator } from '~/i18n/format.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords, pathIn } from '~/i18n/paths.ts';
import { foldToSlug, transliterate } from '~/i18n/slug.ts';
import { translator } from '~/i18n/t.ts';
import { calendarYears } from './calendar.ts';
import { campaigns } from './campaigns.ts';
import { contactPagesIn } from './contacts.ts';
import { countryPagesIn } from './countries.ts';
import { datasetPath, datasets } from './datasets.ts';
import { easyPagesIn } from './easy-read.ts';
import { termPath, termsIn, termTitle } from './glossary.ts';
import { searchPath } from './links.ts';
import { newsIn } from './news.ts';
import { standingPagesIn } from './pages.ts';
import { projects } from './projects.ts';
import { publications } from './publications.ts';
import { replyPath, reportPath } from './report.ts';

/** An entry of the index of all pages. */
export interface IndexEntry {
  path: string;
  title: string;
  /** Language of the title where it is another one than the page’s. */
  titleLanguage?: string | undefined;
}

/** Pages whose titles begin with one of a few neighbouring letters. */
export interface IndexPart {
  locale: Locale;
  /** "A", or "C–D" */
  name: string;
  path: string;
  letters: { letter: string; entries: IndexEntry[] }[];
}

/**
 * The first letter of each part. They do not depend on what is there, so that the parts keep their addresses;
 * when one grows too heavy, split it and redirect its old address.
 */
const firstLetters: Record<Locale, string> = { lv: 'ADKPS', en: 'AI', ru: 'АП' };
const lastLetter: Record<Locale, string> = { lv: 'Ž', en: 'Z', ru: 'Я' };

const kept = new Map<Locale, Promise<IndexPart[]>>();

/** The index of all pages of a language from A to Z: it stands in for the search where there is no JavaScript. */
export function pageIndex(locale: Locale): Promise<IndexPart[]> {
  let parts = kept.get(locale);
  if (!parts) kept.set(locale, (parts = makeIndex(locale)));
  return parts;
}

async function makeIndex(locale: Locale): Promise<IndexPart[]> {
  const { compare } = collator(locale);
  const sorted = (await entriesIn(locale)).map((entry) => ({ entry, as: sortedAs(entry.title) })).sort((a, b) => compare(a.as, b.as));
  const entries = sorted.map(({ entry }) => entry);
  const { own = [], others = [] } = Object.groupBy(entries, ({ title }) => (isInScriptOf(locale, title) ? 'own' : 'others'));
  const alphabet = [...Map.groupBy(own, ({ title }) => firstLetter(title))].map(([letter, of]) => ({ letter, entries: of }));
  const starts = [...firstLetters[locale]];
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const isFirst = index === 0;
    const letters = alphabet.filter(
      ({ letter }) => (isFirst || compare(letter, start) >= 0) && (next === undefined || compare(letter, next) < 0),
    );
    if (next === undefined && others.length > 0) letters.push({ letter: translator(locale)('search.otherLetters'), entries: others });
    const end = next === undefined ? lastLetter[locale] : (letters.at(-1)?.letter ?? start);
    return {
      locale,
      name: `${start}–${end}`,
      path: pathIn(locale, addressWords.search[locale], foldToSlug(transliterate(start))),
      letters,
    };
  });
}

async function entriesIn(locale: Locale): Promise<IndexEntry[]> {
  const standing = (await standingPagesIn(locale)).map(({ path, entry }) => ({ path, title: entry.data.title }));
  const kind = translator(locale)('search.type.easy').toLocaleLowerCase(locale);
  const easy = (await easyPagesIn(locale)).map(({ path, entry }) => ({ path, title: `${entry.data.title} (${kind})` }));
  const help = [...(await contactPagesIn(locale)), ...(await countryPagesIn(locale))].map(({ path, label }) => ({ path, title: label }));
  const texts = [...newsIn(locale), ...(locale === 'lv' ? [...campaigns(), ...projects(), ...publications()] : [])];
  const word = translator(locale)('search.type.term').toLocaleLowerCase(locale);
  const terms = termsIn(locale).map((term) => ({ path: termPath(term, locale), title: `${termTitle(term, locale)} (${word})` }));
  const years = calendarYears(locale).map(({ path, year }) => ({ path, title: year }));
  return [
    ...standing,
    { path: reportPath(locale), title: translator(locale)('report.title') },
    { path: replyPath(locale), title: translator(locale)('reply.title') },
    ...easy,
    ...terms,
    ...help,
    ...datasets().map((dataset) => ({ path: datasetPath(dataset, locale), title: dataset.record.title[locale] })),
    ...years,
    ...texts.map(({ path, data }) => ({
      path,
      title: data.title,
      ...('titleLanguage' in data && data.titleLanguage ? { titleLanguage: data.titleLanguage } : {}),
    })),
  ];
}

/** Quotation marks and other signs at a title’s beginning do not count. */
function sortedAs(title: string): string {
  return title.replace(/^[^\p{L}\p{N}]+/u, '');
}

function isInScriptOf(locale: Locale, title: string): boolean {
  const [letter = ''] = sortedAs(title);
  return /\d/.test(letter) || /\p{Script=Cyrillic}/u.test(letter) === (locale === 'ru');
}

function firstLetter(title: string): string {
  const [letter = ''] = sortedAs(title);
  return /\d/.test(letter) ? '0–9' : letter.toLocaleUpperCase();
}

/** Paths of `[locale]/[search]/index.astro`. */
export function searchPaths() {
  return locales.map((locale) => ({ params: { locale, search: addressWords.search[locale] }, props: { locale } }));
}

/** Paths of `[locale]/[search]/[part].astro`. */
export async function indexPartPaths() {
  const parts = (await Promise.all(locales.map(pageIndex))).flat();
  return parts.map((part) => ({
    params: { locale: part.locale, search: addressWords.search[part.locale], part: part.path.slice(searchPath(part.locale).length, -1) },
    props: { part },
  }));
}
