/** One entry of a calendar with an alarm when it begins. */
export interface Reminder {
  /** Never two alike: calendars know an entry by it. */
  uid: string;
  start: Date;
  summary: string;
}

const MINUTES = 15;
const MOST_OCTETS = 75;

/** `20261201T180000Z` */
const instant = (date: Date) => date.toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** RFC 5545 §3.3.11. Other control characters than the line break have no place in a text. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\0-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** RFC 5545 §3.1: a line has at most 75 octets, the next one begins with a space. No letter is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let octets = 0;
  let out = '';
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
}

/** A calendar file (RFC 5545) in universal time, so that traveller and family read the same moment in any country. */
export function calendarFile(reminders: readonly Reminder[], stamp: Date): string {
  const events = reminders.flatMap(({ uid, start, summary }) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(start)}`,
    `DURATION:PT${MINUTES}M`,
    `SUMMARY:${escaped(summary)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Plan//Calls//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
