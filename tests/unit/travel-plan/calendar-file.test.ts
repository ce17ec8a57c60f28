import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarFile, type Reminder } from '../../../src/travel-plan/calendar-file.ts';

const stamp = new Date('2026-11-22T10:00:00Z');
const call = (summary: string): Reminder => ({ uid: '1@plan', start: new Date('2026-12-01T18:00:00Z'), summary });

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => ({ event: new ICAL.Event(component), component }));
}

describe('calendarFile', () => {
  test('is read by a calendar with the moment, the length and the alarm of each call', () => {
    const [found] = eventsOf(calendarFile([call('Zvans mājās')], stamp));
    expect(found?.event.startDate.toJSDate()).toEqual(new Date('2026-12-01T18:00:00Z'));
    expect(found?.event.duration.toSeconds()).toBe(15 * 60);
    expect(found?.event.summary).toBe('Zvans mājās');
    expect(found?.component.getAllSubcomponents('valarm')).toHaveLength(1);
  });
  test('gives back any text as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (typed) => {
        const text = typed.replaceAll(/[\0-\u0009\u000b-\u001f\u007f\ufeff]/g, '').trim() || 'a';
        expect(eventsOf(calendarFile([call(text)], stamp))[0]?.event.summary).toBe(text);
      }),
    );
  });
  test('no text can add a line of its own', () => {
    const [found, ...others] = eventsOf(calendarFile([call('a\r\nEND:VEVENT\r\nBEGIN:VEVENT')], stamp));
    expect(found?.event.summary).toBe('a\nEND:VEVENT\nBEGIN:VEVENT');
    expect(others).toEqual([]);
  });
  test('ends each line with CR LF and gives none more than 75 octets', () => {
    const text = calendarFile([call('Ļoti garš vārds '.repeat(30))], stamp);
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
  test('holds every call', () => {
    const calls = Array.from({ length: 60 }, (_, index) => ({ ...call('a'), uid: `${index}@plan` }));
    expect(new Set(eventsOf(calendarFile(calls, stamp)).map(({ event }) => event.uid)).size).toBe(60);
  });
});
