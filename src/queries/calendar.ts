import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords, pathIn } from '~/i18n/paths.ts';
import { describeLocator } from '~/i18n/locator.ts';
import { translator } from '~/i18n/t.ts';
import type { Event, Observance } from '~/schemas/event.ts';
import type { TrainingFact } from '~/schemas/facts/training.ts';
import type { NewsFact } from '~/schemas/facts/news.ts';
import type { SourceReference } from '~/schemas/shared.ts';
import { buildDay } from './build-day.ts';
import type { Alternates } from './pages.ts';
import { world } from './world.ts';

/** Something that took place, with the records that tell of it. */
export interface CalendarEvent {
  event: Event;
  year: string;
  /** Two digits; undefined where only the year is known. */
  month: string | undefined;
  training: TrainingFact[];
  news: NewsFact[];
}

/** A year of the calendar in one language. */
export interface CalendarYear {
  locale: Locale;
  year: string;
  path: string;
  events: CalendarEvent[];
}

/** A month of the Latvian calendar. */
export interface CalendarMonth {
  year: string;
  month: string;
  path: string;
  events: CalendarEvent[];
  observances: Observance[];
}

let kept: CalendarEvent[] | undefined;

/** All events, the earliest first; within a year those known only by the year come last. */
export function calendarEvents(): CalendarEvent[] {
  if (kept) return kept;
  const training = new Map(world().trainingFacts.map(({ value }) => [value.id, value]));
  const news = new Map(world().newsFacts.map(({ value }) => [value.id, value]));
  return (kept = world()
    .events.map(({ value: event }) => ({
      event,
      year: event.start.slice(0, 4),
      month: event.start.slice(5, 7) || undefined,
      training: event.records.flatMap((id) => training.get(id) ?? []),
      news: event.records.flatMap((id) => news.get(id) ?? []),
    }))
    .sort((a, b) => sortKey(a).localeCompare(sortKey(b))));
}

/** Days of unknown month, and months of unknown day, stand after the known ones. */
function sortKey({ event: { id, start } }: CalendarEvent): string {
  return `${start}${'-99-99'.slice(start.length - 4)} ${id}`;
}

export function eventsOfProject(project: string): CalendarEvent[] {
  return calendarEvents().filter(({ event }) => event.project === project);
}

/** Records of training that belong to no event: totals of a year, standing courses, training that did not take place. */
export function otherTraining(): TrainingFact[] {
  const told = new Set(world().events.flatMap(({ value }) => value.records));
  return world()
    .trainingFacts.map(({ value }) => value)
    .filter(({ id }) => !told.has(id));
}

/** Days of every year, in the order of the year. */
export function observances(): Observance[] {
  return world()
    .observances.map(({ value }) => value)
    .sort((a, b) => a.monthDay.localeCompare(b.monthDay));
}

export function calendarFrontPath(locale: Locale): string {
  return pathIn(locale, addressWords.calendar[locale]);
}

export function calendarYearPath(locale: Locale, year: string): string {
  return pathIn(locale, addressWords.calendar[locale], year);
}

/** The event’s id on a page: an id in HTML begins with a letter. */
export function eventAnchor({ event }: CalendarEvent): string {
  return `n-${event.id}`;
}

/** The event’s place on the page of its year. */
export function eventPath(locale: Locale, found: CalendarEvent): string {
  return `${calendarYearPath(locale, found.year)}#${eventAnchor(found)}`;
}

/** Years with events, newest first. */
export function calendarYears(locale: Locale): CalendarYear[] {
  const byYear = Map.groupBy(calendarEvents(), ({ year }) => year);
  return [...byYear]
    .map(([year, events]) => ({ locale, year, path: calendarYearPath(locale, year), events }))
    .sort((a, b) => b.year.localeCompare(a.year));
}

export function yearAlternates(year: string): Alternates {
  return { lv: calendarYearPath('lv', year), en: calendarYearPath('en', year), ru: calendarYearPath('ru', year) };
}

/** Paths of `[locale]/[calendar]/[year]/index.astro`. */
export function calendarYearPaths() {
  return locales.flatMap((locale) =>
    calendarYears(locale).map((calendar) => ({
      params: { locale, calendar: addressWords.calendar[locale], year: calendar.year },
      props: { calendar },
    })),
  );
}

/** Months with an event, and all months of the year in which the site is built. */
export function calendarMonths(): CalendarMonth[] {
  const thisYear = buildDay().slice(0, 4);
  const months = new Map<string, CalendarEvent[]>();
  for (let month = 1; month <= 12; month++) months.set(`${thisYear}-${String(month).padStart(2, '0')}`, []);
  for (const found of calendarEvents()) {
    if (found.month === undefined) continue;
    const key = `${found.year}-${found.month}`;
    months.set(key, [...(months.get(key) ?? []), found]);
  }
  return [...months]
    .map(([key, events]) => {
      const [year = '', month = ''] = key.split('-');
      return {
        year,
        month,
        path: monthPath(year, month),
        events,
        observances: observances().filter(({ monthDay, since = 0 }) => monthDay.startsWith(month) && Number(year) >= since),
      };
    })
    .sort((a, b) => a.path.localeCompare(b.path));
}

export function monthPath(year: string, month: string): string {
  return pathIn('lv', addressWords.calendar.lv, year, month);
}

/** Paths of `[locale]/[calendar]/[year]/[month].astro`, with the neighbouring months that have a page. */
export function calendarMonthPaths() {
  return calendarMonths().map((month, index, all) => ({
    params: { locale: 'lv', calendar: addressWords.calendar.lv, year: month.year, month: month.month },
    props: { month, earlier: all[index - 1], later: all[index + 1] },
  }));
}

/** Whether an event is known to have been on a day of its month. */
export function isOnDay({ event: { start, end } }: CalendarEvent, day: string): boolean {
  return start.length === 10 && start <= day && day <= (end?.length === 10 ? end : start);
}

/** The sources of some events, each once, with the places in it; in other languages than Latvian without the sources’ own words. */
export function sourcesOfEvents(events: readonly CalendarEvent[], locale: Locale): SourceReference[] {
  const t = translator(locale);
  const places = new Map<string, Set<string>>();
  for (const { source, where } of events.flatMap(({ training, news }) => [...training, ...news])) {
    const described = describeLocator(where, locale, t);
    const found = places.get(source) ?? new Set();
    places.set(source, found);
    if (!described.lang) found.add(described.text);
  }
  return [...places].map(([id, where]) => ({ id, ...(where.size > 0 ? { where: [...where].join('; ') } : {}) }));
}
