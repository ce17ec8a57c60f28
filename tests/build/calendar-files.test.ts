import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../src/i18n/locales.ts';
import { addressWords, pathIn } from '../../src/i18n/paths.ts';
import type { Event, Observance } from '../../src/schemas/event.ts';
import { bytesOf, distFiles, fileAt, hasFile } from '../support/built-site/dist.ts';
import { attribute } from '../support/built-site/html.ts';
import { noFaults, pageAt } from '../support/built-site/pages.ts';
import { origin, ownAddress, world } from '../support/built-site/records.ts';

/** RFC 5545, 3.1: octets a line, without its end. */
const LONGEST_LINE = 75;
/** All files of all builds bear this stamp: another one would tell calendars that every event had changed. */
const STAMP = '2026-11-22T00:00:00Z';

const host = new URL(origin()).host;
/** Never changes, whatever address the copy has. */
const UID_HOST = 'kalendars.cilvektirdznieciba.lv';
const events = world().events.map(({ value }) => value);
const yearly = world().observances.map(({ value }) => value);
/** A calendar cannot hold an event of which only the month or the year is known. */
const dayKnown = events.filter(({ start }) => start.length === 10);

const frontOf = (locale: Locale) => pathIn(locale, addressWords.calendar[locale]);
const yearOf = (locale: Locale, { start }: Event) => `${frontOf(locale)}${start.slice(0, 4)}/`;
const fileOf = (locale: Locale, event: Event) => `${yearOf(locale, event).slice(1)}${event.id}.ics`;

const icsFiles = distFiles.filter((file) => file.endsWith('.ics'));
const feedsOf = (locale: Locale, files: readonly string[] = icsFiles) =>
  files.filter((file) => file.startsWith(frontOf(locale).slice(1)) && !/\/\d{4}\//.test(file));

function eventsIn(text: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]).getAllSubcomponents('vevent');
}

function valueOf(event: ICAL.Component, name: string): string | undefined {
  return event.getFirstPropertyValue(name)?.toString();
}

/** What RFC 5545 asks of the bytes: every line ends with CR LF and is short, no fold parts a letter. */
function lineFaults(file: Buffer): string[] {
  const text = file.toString('latin1');
  const lines = text.split('\r\n');
  return [
    ...(text.endsWith('\r\n') ? [] : ['the last line does not end with CR LF']),
    ...lines.filter((line) => /[\r\n]/.test(line)).map((line) => `a line ends otherwise than with CR LF: ${line.slice(0, 60)}`),
    ...lines.filter(({ length }) => length > LONGEST_LINE).map((line) => `${line.length} octets in a line: ${line.slice(0, 60)}`),
    ...lines.filter((line) => Buffer.from(line, 'latin1').toString('utf8').includes('\uFFFD')).map((line) => `a letter is parted: ${line}`),
  ];
}

/** The day after an ISO day: where an event of whole days ends. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function differences(event: ICAL.Component, expected: Record<string, string | undefined>): string[] {
  return Object.entries(expected)
    .filter(([name, value]) => valueOf(event, name) !== value)
    .map(([name, value]) => `${valueOf(event, 'uid')}: ${name} is ${valueOf(event, name)}, not ${value}`);
}

function eventFaults(event: ICAL.Component, { id, start, end, title, place }: Event, locale: Locale): string[] {
  return [
    ...differences(event, {
      uid: `${id}@${UID_HOST}`,
      dtstamp: STAMP,
      dtstart: start,
      dtend: dayAfter(end?.length === 10 ? end : start),
      summary: title[locale],
      location: place,
      rrule: undefined,
    }),
    ...urlFaults(valueOf(event, 'url') ?? '', locale),
  ];
}

function urlFaults(url: string, locale: Locale): string[] {
  const address = URL.canParse(url) ? ownAddress(url) : undefined;
  const [path = '', id] = (address ?? '').split('#');
  const page = pageAt(path);
  if (!page || page.locale !== locale) return [`${url} is no page in ${locale}`];
  return page.elements.some((element) => attribute(element, 'id') === id) ? [] : [`${url} is no place on its page`];
}

function yearlyFaults(event: ICAL.Component, { id, monthDay, since, title }: Observance, locale: Locale): string[] {
  const first = `${since ?? 2000}-${monthDay}`;
  const days = new ICAL.Event(event).iterator();
  const next = Array.from({ length: 3 }, () => days.next()?.toString().slice(5));
  return [
    ...differences(event, {
      uid: `${id}@${UID_HOST}`,
      dtstamp: STAMP,
      dtstart: first,
      dtend: dayAfter(first),
      summary: title[locale],
      rrule: 'FREQ=YEARLY',
    }),
    ...next.filter((day) => day !== monthDay).map((day) => `${id} comes again on ${day}, not on ${monthDay}`),
  ];
}

function feedFaults(text: string, locale: Locale): string[] {
  const found = eventsIn(text);
  const uids = found.map((event) => valueOf(event, 'uid') ?? '');
  const byUid = new Map(found.map((event) => [valueOf(event, 'uid'), event]));
  const check = <T extends { id: string }>(records: readonly T[], rule: (event: ICAL.Component, record: T, locale: Locale) => string[]) =>
    records.flatMap((record) => {
      const event = byUid.get(`${record.id}@${UID_HOST}`);
      return event ? rule(event, record, locale) : [`${record.id} is missing`];
    });
  return [
    ...uids.filter((uid, index) => uids.indexOf(uid) !== index).map((uid) => `${uid} stands twice`),
    ...(found.length === dayKnown.length + yearly.length ? [] : [`holds ${found.length} events`]),
    ...check(dayKnown, eventFaults),
    ...check(yearly, yearlyFaults),
  ];
}

/** Files that should be there and are not, and files that no event of a known day has. */
function fileFaults(files: readonly string[]): string[] {
  const due = locales.flatMap((locale) => [...feedsOf(locale, files), ...dayKnown.map((event) => fileOf(locale, event))]);
  return [
    ...due.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files.filter((file) => !due.includes(file)).map((file) => `${file} belongs to no event`),
    ...locales
      .filter((locale) => feedsOf(locale, files).length !== 1)
      .map((locale) => `${feedsOf(locale, files).length} feeds in ${locale}`),
  ];
}

function linkFaults(address: string, files: readonly string[]): string[] {
  const linked = new Set(
    pageAt(address)
      ?.named('a')
      .map((link) => attribute(link, 'href')),
  );
  return files.filter((file) => !linked.has(`/${file}`)).map((file) => `${address} has no link to ${file}`);
}

describe('the rule', () => {
  const [event] = dayKnown.filter(({ end, place }) => end?.length === 10 && place !== undefined);
  const [day] = yearly;
  if (!event || !day) throw new Error('content/data has no event of several days, or no yearly day');
  const real = bytesOf(fileOf('lv', event));
  const text = real.toString();
  const feed = bytesOf(feedsOf('lv')[0] ?? '').toString();
  const planted = (pattern: string | RegExp, replacement: string) => {
    const edited = text.replace(pattern, replacement);
    if (edited === text) throw new Error(`nothing matches ${String(pattern)}`);
    return eventFaults(eventsIn(edited)[0] as ICAL.Component, event, 'lv');
  };

  test('finds a planted end of line of another system', () =>
    expect(lineFaults(Buffer.from(text.replace('\r\n', '\n'))).length).toBeGreaterThan(0));
  test('finds a planted last line without an end', () => expect(lineFaults(Buffer.from(text.trimEnd()))).toHaveLength(1));
  test('finds a planted long line', () => expect(lineFaults(Buffer.from(`COMMENT:${'ā'.repeat(34)}\r\n`))).toHaveLength(1));
  test('finds a planted fold inside a letter', () => {
    const [first, second] = [...Buffer.from('ā')];
    const parted = Buffer.from([first ?? 0, 13, 10, 32, second ?? 0, 13, 10]);
    expect(lineFaults(parted)).toHaveLength(2);
  });
  test('finds a planted other first day', () => expect(planted(/DTSTART;VALUE=DATE:\d+/, 'DTSTART;VALUE=DATE:19990101')).toHaveLength(1));
  test('finds a planted end on the last day', () =>
    expect(planted(/DTEND;VALUE=DATE:\d+/, `DTEND;VALUE=DATE:${event.end?.replaceAll('-', '')}`)).toHaveLength(1));
  test('finds a planted other title', () => expect(planted('SUMMARY:', 'SUMMARY:Cits: ')).toHaveLength(1));
  test('finds a planted other place', () => expect(planted('LOCATION:', 'LOCATION:Cita ')).toHaveLength(1));
  test('finds a planted other UID', () => expect(planted('UID:', 'UID:cits-')).toHaveLength(1));
  test('finds a planted moment of the build', () => expect(planted(/DTSTAMP:\w+/, 'DTSTAMP:20270101T101112Z')).toHaveLength(1));
  test('finds a planted address of nothing', () => expect(planted('#n-', '#nav-')).toHaveLength(1));
  test('finds a planted address on another host', () => expect(planted(`://${host}`, '://example.org')).toHaveLength(1));
  test('finds a planted yearly day that comes once', () =>
    expect(feedFaults(feed.replace(/RRULE:FREQ=YEARLY\r\n/, ''), 'lv').length).toBeGreaterThan(0));
  test('finds a planted yearly day that comes monthly', () =>
    expect(feedFaults(feed.replace('FREQ=YEARLY', 'FREQ=MONTHLY'), 'lv').length).toBeGreaterThan(0));
  test('finds a planted second UID', () =>
    expect(feedFaults(feed.replace(`UID:${day.id}`, `UID:${event.id}`), 'lv')).toContain(`${event.id}@${UID_HOST} stands twice`));
  test('finds a planted gap in the feed', () => {
    const [gone = ''] = /BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/.exec(feed) ?? [];
    expect(feedFaults(feed.replace(gone, ''), 'lv')).toHaveLength(2);
  });
  test('finds a planted event without its file', () =>
    expect(fileFaults(icsFiles.filter((file) => file !== fileOf('lv', event)))).toHaveLength(1));
  test('finds a planted file without its event', () =>
    expect(fileFaults([...icsFiles, 'lv/kalendars/2014/2014-nav.ics'])).toEqual(['lv/kalendars/2014/2014-nav.ics belongs to no event']));
  test('finds a planted second feed', () => expect(fileFaults([...icsFiles, 'lv/kalendars/cits.ics'])).toEqual(['2 feeds in lv']));
  test('finds a planted file without a link', () => expect(linkFaults('/lv/', [fileOf('lv', event)])).toHaveLength(1));
});

test('there is one feed in each language and one file for each event of a known day', () => noFaults(fileFaults(icsFiles)));
test.each(icsFiles)('%s is built of short lines that end with CR LF', (file) => noFaults(lineFaults(bytesOf(file))));

describe.each(locales)('in %s', (locale) => {
  test('the feed says what the records say', () =>
    noFaults(feedsOf(locale).flatMap((file) => feedFaults(bytesOf(file).toString(), locale))));
  test('the front links to the feed', () => noFaults(linkFaults(frontOf(locale), feedsOf(locale))));
  test.each(dayKnown.map((event) => [event.id, event] as const))(
    'the file of %s says what its record says, and its year links to it',
    (_, event) => {
      const file = fileOf(locale, event);
      expect(hasFile(file), `${file} is in the built site`).toBe(true);
      const found = eventsIn(bytesOf(file).toString());
      expect(found).toHaveLength(1);
      noFaults([...found.flatMap((one) => eventFaults(one, event, locale)), ...linkFaults(yearOf(locale, event), [file])]);
    },
  );
});

test('an event of unknown day has no file', () => {
  const unknown = events.filter((event) => !dayKnown.includes(event));
  expect(unknown.length).toBeGreaterThan(0);
  noFaults(unknown.flatMap((event) => locales.map((locale) => `/${fileOf(locale, event)}`).filter((address) => fileAt(address))));
});
