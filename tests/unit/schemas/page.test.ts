import { describe, expect, test } from 'vitest';
import { pageSchema } from '../../../src/schemas/page.ts';

const valid = {
  title: 'Par šo vietni',
  description: 'Kas šī ir par vietni, kas to veido, no kā tā rakstīta un ko darīt, ja pamanāt kļūdu.',
  checkedOn: '2026-11-21',
  sources: [{ id: '000' }],
};

describe('pageSchema', () => {
  test('takes a complete page, also with the day as a Date of Astro’s reader', () => {
    expect(pageSchema.parse({ ...valid, checkedOn: new Date('2026-11-21') })).toEqual(valid);
  });

  test.each([
    ['a title of more than 70 characters', { ...valid, title: 'a'.repeat(71) }],
    ['the field slug, which Astro takes for itself', { ...valid, slug: 'about' }],
    ['a missing day of the last check', { ...valid, checkedOn: undefined }],
  ])('refuses %s', (_fault, page) => {
    expect(pageSchema.safeParse(page).success).toBe(false);
  });
});
