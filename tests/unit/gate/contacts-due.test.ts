import { describe, expect, test } from 'vitest';
import { contactsDue } from '../../../src/gate/contacts-due.ts';
import { readWorld } from '../../../src/records/world.ts';
import { projectRoot } from '../../support/planted.ts';

const world = readWorld(projectRoot);

function first<T>(records: readonly T[]): T {
  const [record] = records;
  if (!record) throw new Error('a register is empty');
  return record;
}
const contact = first(world.contacts);
const country = first(world.countries);

/** The registers cut down to one contact and one country, checked on given days. */
function checked(contactOn: string, countryOn: string): Parameters<typeof contactsDue>[0] {
  return {
    contacts: [{ ...contact, value: { ...contact.value, checkedOn: contactOn } }],
    countries: [{ ...country, value: { ...country.value, checkedOn: countryOn } }],
  };
}

describe('what is due for checking', () => {
  test('is nothing just after a check', () => expect(contactsDue(checked('2026-11-21', '2026-11-21'), '2026-11-21')).toEqual([]));
  test('begins sixty days before the gate fails', () => {
    expect(contactsDue(checked('2026-01-01', '2026-06-01'), '2026-11-01')).toEqual([]);
    expect(contactsDue(checked('2026-01-01', '2026-06-01'), '2026-11-02').map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
      [contact.value.id, 60],
    ]);
  });
  test('has the most urgent at its top, and what is over by its days', () => {
    expect(contactsDue(checked('2026-01-10', '2025-11-20'), '2026-11-21').map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
      [country.value.id, -1],
      [contact.value.id, 50],
    ]);
  });
  test('looks as far ahead as it is told', () =>
    expect(contactsDue(checked('2026-11-21', '2026-11-21'), '2026-11-21', 365)).toHaveLength(2));
  test('is every record of the registers in the end', () =>
    expect(contactsDue(world, '2030-01-01')).toHaveLength(world.contacts.length + world.countries.length));
});
