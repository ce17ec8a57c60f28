import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createContent } from '../../../src/editing/new.ts';
import { readTextEntry } from '../../../src/records/world.ts';
import { newsSchema } from '../../../src/schemas/news.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  mkdirSync(join(root, 'content/news/lv'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

describe('npm run new', () => {
  test('writes a valid news file with today’s date and a folded name', () => {
    const file = createContent(root, 'news', 'Jauns pētījums: „Šķēršļi ceļā”', '2026-11-21');
    expect(file).toBe('content/news/lv/2026-11-21-jauns-petijums-skersli-cela.md');
    const { value, problems } = readTextEntry(root, 'content/news', file, newsSchema);
    expect(problems).toEqual([]);
    expect(value?.data.title).toBe('Jauns pētījums: „Šķēršļi ceļā”');
    expect(readFileSync(join(root, file), 'utf8')).toContain('publishedOn: 2026-11-21');
  });

  test.each([
    ['the same title in the same year', '2026-12-01'],
    ['the same title on the same day', '2026-11-21'],
  ])('refuses %s and says which file has it', (_case, day) => {
    createContent(root, 'news', 'Jauns pētījums', '2026-11-21');
    expect(() => createContent(root, 'news', 'Jauns pētījums', day)).toThrow(
      '2026-11-21-jauns-petijums.md already has this title and year',
    );
  });

  test.each([
    ['an unknown kind', 'newz', 'A title', '"newz" cannot be made. Write: npm run new -- news "Title"'],
    ['a missing title', 'news', '', 'The title is missing'],
    ['a title without letters', 'news', '„!”', 'The title is missing'],
  ])('refuses %s with the remedy', (_case, kind, title, message) => {
    expect(() => createContent(root, kind, title, '2026-11-21')).toThrow(message);
  });
});
