import ical, { ICalEventRepeatingFreq, ICalEventTransparency } from 'ical-generator';
import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords } from '~/i18n/paths.ts';
import { translator } from '~/i18n/t.ts';
import { calendarEvents, calendarFrontPath, calendarYearPath, eventPath, observances, type CalendarEvent } from './calendar.ts';
import { site } from './site.ts';

/** Stands in the ids of events for good, whatever address this copy has: a calendar knows an event again by it. */
const uidHost = 'kalendars.cilvektirdznieciba.lv';

/** Calendar files are stamped with this moment, so that two builds are alike; no event was changed since it took place. */
const stamp = new Date('2026-11-22T00:00:00Z');

/** Address of an event’s own file; undefined where its day is not known, because a calendar cannot hold it then. */
export function eventFilePath(locale: Locale, { event, year }: CalendarEvent): string | undefined {
  return event.start.length === 10 ? `${calendarYearPath(locale, year)}${event.id}.ics` : undefined;
}

export function calendarFeedPath(locale: Locale): string {
  return `${calendarFrontPath(locale)}${feedNames[locale]}.ics`;
}
const feedNames = { lv: 'notikumi', en: 'events', ru: 'sobytiya' } as const satisfies Record<Locale, string>;

/** RFC 5545: every event whose day is known, and the days of every year. `origin` is the scheme and host of this copy. */
export function calendarFeed(locale: Locale, origin: string): string {
  const calendar = empty(locale);
  for (const found of calendarEvents()) addEvent(calendar, found, locale, origin);
  for (const { id, monthDay, since = 2000, title } of observances()) {
    const start = new Date(`${since}-${monthDay}T00:00:00Z`);
    calendar.createEvent({
      id: `${id}@${uidHost}`,
      stamp,
      start,
      end: nextDay(start),
      allDay: true,
      summary: title[locale],
      transparency: ICalEventTransparency.TRANSPARENT,
      repeating: { freq: ICalEventRepeatingFreq.YEARLY },
    });
  }
  return textOf(calendar);
}

/** One event as a file. */
export function eventFile(found: CalendarEvent, locale: Locale, origin: string): string {
  const calendar = empty(locale);
  addEvent(calendar, found, locale, origin);
  return textOf(calendar);
}

function empty(locale: Locale) {
  return ical({
    name: `${translator(locale)('calendar.title')}: ${site().name[locale]}`,
    prodId: { company: site().neutralName.lv, product: translator(locale)('calendar.title'), language: locale.toUpperCase() },
  });
}

/** RFC 5545 ends every line with CR LF, the last one too; the library leaves it open. */
function textOf(calendar: ReturnType<typeof ical>): string {
  return `${calendar.toString()}\r\n`;
}

function addEvent(calendar: ReturnType<typeof ical>, found: CalendarEvent, locale: Locale, origin: string): void {
  const { id, start, end, title, place } = found.event;
  if (start.length !== 10) return;
  const last = end?.length === 10 ? end : start;
  calendar.createEvent({
    id: `${id}@${uidHost}`,
    stamp,
    start: new Date(`${start}T00:00:00Z`),
    end: nextDay(new Date(`${last}T00:00:00Z`)),
    allDay: true,
    summary: title[locale],
    transparency: ICalEventTransparency.TRANSPARENT,
    url: origin + eventPath(locale, found),
    ...(place ? { location: place } : {}),
  });
}

/** All-day events end on the day after their last one. */
function nextDay(day: Date): Date {
  return new Date(day.getTime() + 86_400_000);
}

/** Paths of `[locale]/[calendar]/[feed].ics.ts`. */
export function calendarFeedPaths() {
  return locales.map((locale) => ({
    params: { locale, calendar: addressWords.calendar[locale], feed: feedNames[locale] },
    props: { locale },
  }));
}

/** Paths of `[locale]/[calendar]/[year]/[event].ics.ts`. */
export function eventFilePaths() {
  return locales.flatMap((locale) =>
    calendarEvents()
      .filter((found) => eventFilePath(locale, found) !== undefined)
      .map((found) => ({
        params: { locale, calendar: addressWords.calendar[locale], year: found.year, event: found.event.id },
        props: { locale, found },
      })),
  );
}
