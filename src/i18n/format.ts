import type { Locale } from './locales.ts';

/** How exactly a date is known. */
export type Precision = 'day' | 'month' | 'year';

const dayFormats = new Map<Locale, Intl.DateTimeFormat>();
const formattedDays: Record<Locale, Map<string, string>> = { lv: new Map(), en: new Map(), ru: new Map() };
const monthNames = new Map<Locale, Intl.DateTimeFormat>();
const numberFormats = new Map<Locale, Intl.NumberFormat>();

/** `date` is an ISO day. Day and month stay on one line: "2017. gada 11. decembris", "2017. gada decembris", "2017. gads". */
export function formatDay(date: string, locale: Locale, precision: Precision = 'day'): string {
  const known = precision === 'day' ? formattedDays[locale].get(date) : undefined;
  if (known !== undefined) return known;
  const at = new Date(`${date}T00:00:00Z`);
  const year = date.slice(0, 4);
  if (precision === 'year') return { lv: `${year}. gads`, en: year, ru: `${year} год` }[locale].replace(' ', '\u00a0');
  if (precision === 'month') {
    const month = kept(monthNames, locale, { month: 'long' }).format(at);
    return locale === 'lv' ? `${year}.\u00a0gada ${month}` : `${month}\u00a0${year}`;
  }
  // Lists repeat a day on many pages, and Intl is slow.
  const formatted = bindDates(kept(dayFormats, locale, { year: 'numeric', month: 'long', day: 'numeric' }).format(at));
  formattedDays[locale].set(date, formatted);
  return formatted;
}

/** A date known to the year ("2019"), month ("2019-07") or day ("2019-07-16"). */
export function formatPartialDay(date: string, locale: Locale): string {
  const precision = ({ 4: 'year', 7: 'month' } as const)[date.length as 4 | 7];
  return formatDay(`${date}-01-01`.slice(0, 10), locale, precision);
}

/** A span of time, each end as exactly as it is known: "2017. gada 12.–13. oktobris", "2014. gads – 2015. gads". */
export function formatPeriod(start: string, end: string | undefined, locale: Locale): string {
  if (end === undefined || end === start) return formatPartialDay(start, locale);
  if (start.length !== 10 || end.length !== 10) return `${formatPartialDay(start, locale)} – ${formatPartialDay(end, locale)}`;
  const format = kept(dayFormats, locale, { year: 'numeric', month: 'long', day: 'numeric' });
  return bindDates(format.formatRange(new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`)));
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

/** The name of a month, `month` as 01–12, with a capital where it stands alone. */
export function monthName(month: string, locale: Locale): string {
  const name = kept(monthNames, locale, { month: 'long' }).format(new Date(`2000-${month}-01T00:00:00Z`));
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Names of the days of the week, Monday first. */
export function weekdayNames(locale: Locale): { short: string; long: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = new Date(Date.UTC(2024, 0, index + 1));
    const named = (weekday: 'narrow' | 'short' | 'long') =>
      new Intl.DateTimeFormat(languageTag(locale), { weekday, timeZone: 'UTC' }).format(day);
    return { short: named('short'), long: named('long') };
  });
}

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

/** A sum as Latvian, English or Russian text writes it: "5 500 eiro", "4827,90 eiro". */
export function formatMoney(value: number, currency: 'EUR' | 'USD', locale: Locale): string {
  const digits = Number.isInteger(value)
    ? formatNumber(value, locale)
    : new Intl.NumberFormat(languageTag(locale), { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'min2' })
        .format(value)
        .replaceAll(/[\u0020\u00a0]/g, '\u202f');
  return `${digits}\u00a0${currencyNames[currency][locale]}`;
}
const currencyNames = {
  EUR: { lv: 'eiro', en: 'euro', ru: 'евро' },
  USD: { lv: 'ASV dolāru', en: 'US dollars', ru: 'долларов США' },
} as const satisfies Record<string, Record<Locale, string>>;

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
