import type { OpeningHours } from '../schemas/contact.ts';
import type { Locale } from './locales.ts';
import type { Translate } from './t.ts';

export const week = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
type Day = (typeof week)[number];

/** Opening hours in words: "darba dienās 9–17", "P–Sv 7–23", "visu diennakti". */
export function describeHours(hours: OpeningHours, locale: Locale, t: Translate): string {
  if ('always' in hours) return t('contact.always');
  if ('unknown' in hours) return hours.text[locale];
  return hours.rules.map(({ days, from, to }) => `${describeDays(days, t)} ${shortTime(from)}–${shortTime(to)}`).join(', ');
}

/** What holds on public holidays: "svētku dienās neatbild"; undefined where the hours do not depend on them. */
export function describeHolidays(hours: OpeningHours, t: Translate): string | undefined {
  return 'rules' in hours ? t(`contact.holidays.${hours.holidays}`) : undefined;
}

function describeDays(days: readonly Day[], t: Translate): string {
  const sorted = week.filter((day) => days.includes(day));
  const key = sorted.join(' ');
  if (key === 'mo tu we th fr') return t('hours.workdays');
  if (key === week.join(' ')) return t('hours.daily');
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  const isRun = week.indexOf(last) - week.indexOf(first) === sorted.length - 1;
  if (isRun && sorted.length > 2) return `${t(`day.${first}`)}–${t(`day.${last}`)}`;
  return sorted.map((day) => t(`day.${day}`)).join(', ');
}

/** "09:00" as "9", "17:30" as "17.30". */
export function shortTime(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}`;
}

/** Hours as a sentence of their own: "darba dienās 9–17" as "Darba dienās 9–17.", a whole sentence unchanged. */
export function sentence(words: string): string {
  return words.replace(/^./, (letter) => letter.toUpperCase()).replace(/\.?$/, '.');
}
