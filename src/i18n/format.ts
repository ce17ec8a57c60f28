import type { Locale } from './locales.ts';

/** How exactly a date is known. */
export type Precision = 'day' | 'month' | 'year';

const dayFormats = new Map<Locale, Intl.DateTimeFormat>();
const monthNames = new Map<Locale, Intl.DateTimeFormat>();
const numberFormats = new Map<Locale, Intl.NumberFormat>();

/** `date` is an ISO day. Day and month stay on one line: "2017. gada 11. decembris", "2017. gada decembris", "2017. gads". */
export function formatDay(date: string, locale: Locale, precision: Precision = 'day'): string {
  const at = new Date(`${date}T00:00:00Z`);
  const year = date.slice(0, 4);
  if (precision === 'year') return { lv: `${year}. gads`, en: year, ru: `${year} год` }[locale].replace(' ', '\u00a0');
  if (precision === 'month') {
    const month = kept(monthNames, locale, { month: 'long' }).format(at);
    return locale === 'lv' ? `${year}.\u00a0gada ${month}` : `${month}\u00a0${year}`;
  }
  const shape = { year: 'numeric', month: 'long', day: 'numeric' } as const;
  return bindDates(kept(dayFormats, locale, shape).format(at));
}

/** A date known to the year ("2019"), month ("2019-07") or day ("2019-07-16"). */
export function formatPartialDay(date: string, locale: Locale): string {
  const precision = ({ 4: 'year', 7: 'month' } as const)[date.length as 4 | 7];
  return formatDay(`${date}-01-01`.slice(0, 10), locale, precision);
}

function kept(formats: Map<Locale, Intl.DateTimeFormat>, locale: Locale, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = new Intl.DateTimeFormat(languageTag(locale), { ...shape, timeZone: 'UTC' })));
  return format;
}

const months =
  'janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr|' +
  'январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|' +
  'January|February|March|April|May|June|July|August|September|October|November|December';
const dayAndMonth = new RegExp(`(\\d{1,2}\\.?) (?=${months})`, 'g');
const yearAndWord = /(\d{4}\.?) (?=gad|год)/g;

/** Keeps "12. oktobrī" and "2017. gada" on one line. */
export function bindDates(text: string): string {
  return text.replace(yearAndWord, '$1\u00a0').replace(dayAndMonth, '$1\u00a0');
}

/** How exactly an ISO date is written: 2017, 2017-12 or 2017-12-11. */
export function precisionOf(date: string): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** Groups thousands with a narrow no-break space and uses the language's decimal sign; text passes unchanged. */
export function formatNumber(value: number | string, locale: Locale): string {
  if (typeof value === 'string') return value;
  let format = numberFormats.get(locale);
  if (!format) numberFormats.set(locale, (format = new Intl.NumberFormat(languageTag(locale), { useGrouping: 'min2' })));
  return format.format(value).replaceAll(/[\u0020\u00a0]/g, '\u202f');
}

/** Whole years from one ISO day to another. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Quotation marks of the language a text is set in. */
export function quotationMarks(locale: Locale): readonly [open: string, close: string] {
  return ({ lv: ['„', '”'], en: ['“', '”'], ru: ['«', '»'] } as const)[locale];
}

export function collator(locale: Locale): Intl.Collator {
  return new Intl.Collator(languageTag(locale));
}

function languageTag(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}
