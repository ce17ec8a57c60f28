import { describe, expect, test } from 'vitest';
import { readHours, writeHours } from '../../../src/i18n/opening-attribute.ts';
import { readWorld } from '../../../src/records/world.ts';
import { projectRoot } from '../../support/planted.ts';

const all = readWorld(projectRoot).contacts.flatMap(({ value }) => value.phones.map(({ hours }) => hours));
const known = all.filter((hours) => !('unknown' in hours));

describe('hours as an attribute', () => {
  test('are short', () => {
    expect(writeHours({ always: true })).toBe('24');
    expect(
      writeHours({
        timeZone: 'Europe/Riga',
        rules: [
          { days: ['mo', 'tu'], from: '09:00', to: '17:00' },
          { days: ['sa'], from: '10:00', to: '24:00' },
        ],
        holidays: 'closed',
      }),
    ).toBe('c Europe/Riga 12 09:00-17:00 6 10:00-24:00');
  });

  test('are left out where nobody knows them', () =>
    expect(writeHours({ unknown: true, text: { lv: 'A', en: 'A', ru: 'A' } })).toBeUndefined());

  test('come back whole for every phone of the register', () => {
    expect(known.length).toBeGreaterThan(10);
    expect(known.map((hours) => readHours(writeHours(hours) ?? ''))).toEqual(known);
  });
});
