import type { OpeningHours } from '../schemas/contact.ts';
import { week } from './hours.ts';

const holidayWords = { c: 'closed', o: 'open', u: 'unknown' } as const;

/** Hours as one short attribute: `24`, or `c Europe/Riga 12345 09:00-17:00 6 10:00-14:00`; undefined where they are unknown. */
export function writeHours(hours: OpeningHours): string | undefined {
  if ('unknown' in hours) return undefined;
  if ('always' in hours) return '24';
  const rules = hours.rules.map(({ days, from, to }) => `${days.map((day) => week.indexOf(day) + 1).join('')} ${from}-${to}`);
  return [hours.holidays.charAt(0), hours.timeZone, ...rules].join(' ');
}

/** Reads what `writeHours` wrote. */
export function readHours(text: string): OpeningHours {
  if (text === '24') return { always: true };
  const [letter, timeZone = '', ...parts] = text.split(' ');
  const rules = parts.flatMap((days, index) => {
    const [from = '', to = ''] = (parts[index + 1] ?? '').split('-');
    return index % 2 === 0 ? [{ days: week.filter((_, day) => days.includes(String(day + 1))), from, to }] : [];
  });
  return { timeZone, rules, holidays: holidayWords[letter as keyof typeof holidayWords] };
}
