import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createContent } from '../../../src/editing/new.ts';
import { readTextEntry } from '../../../src/records/world.ts';
import { campaignSchema } from '../../../src/schemas/campaign.ts';
import { newsSchema } from '../../../src/schemas/news.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import { publicationSchema } from '../../../src/schemas/publication.ts';

const today = '2026-11-21';
const title = 'Jauns pētījums: „Šķēršļi ceļā”';
const kinds: [kind: string, file: string, schema: z.ZodType<{ title: string }>][] = [
  ['news', 'content/news/lv/2026-11-21-jauns-petijums-skersli-cela.md', newsSchema],
  ['campaign', 'content/campaigns/lv/jauns-petijums-skersli-cela.md', campaignSchema],
  ['project', 'content/projects/lv/jauns-petijums-skersli-cela.md', projectSchema],
  ['publication', 'content/publications/lv/jauns-petijums-skersli-cela.md', publicationSchema],
];

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('npm run new', () => {
  test.each(kinds)('makes a valid %s file with a folded name', (kind, file, schema) => {
    expect(createContent(root, kind, title, today).file).toBe(file);
    const { value, problems } = readTextEntry(root, dirname(dirname(file)), file, schema);
    expect(problems).toEqual([]);
    expect(value?.data.title).toBe(title);
  });

  test('dates a news item with today', () => {
    const { file } = createContent(root, 'news', title, today);
    expect(readFileSync(join(root, file), 'utf8')).toContain('publishedOn: 2026-11-21');
  });

  test.each([
    ['campaign', 'record: campaign-jauns-petijums-skersli-cela', 'seeds/facts/campaigns.yml'],
    ['project', 'record: jauns-petijums-skersli-cela', 'seeds/facts/projects.yml'],
    ['publication', 'record: publication-jauns-petijums-skersli-cela', 'seeds/facts/publications.yml'],
  ])('names the record of a %s and says where to add it', (kind, record, register) => {
    const { file, next } = createContent(root, kind, title, today);
    expect(readFileSync(join(root, file), 'utf8')).toContain(`\n${record}\n`);
    expect(next).toContain(register);
  });

  test.each([
    ['the same title in the same year', '2026-12-01'],
    ['the same title on the same day', '2026-11-21'],
  ])('refuses news with %s and says which file has it', (_case, day) => {
    createContent(root, 'news', 'Jauns pētījums', today);
    expect(() => createContent(root, 'news', 'Jauns pētījums', day)).toThrow(
      '2026-11-21-jauns-petijums.md already has this title and year',
    );
  });

  test('lets a news item come again in another year', () => {
    createContent(root, 'news', 'Jauns pētījums', today);
    expect(createContent(root, 'news', 'Jauns pētījums', '2027-11-21').file).toBe('content/news/lv/2027-11-21-jauns-petijums.md');
  });

  describe.each(['campaign', 'project', 'publication'])('for a %s', (kind) => {
    test('refuses a file name that is taken', () => {
      const { file } = createContent(root, kind, 'Balttour', today);
      expect(() => createContent(root, kind, 'BALTTOUR!', today)).toThrow(`${file} already has this name. Choose another title`);
    });

    test('refuses a title that another file has', () => {
      const { file } = createContent(root, kind, title, today);
      const other = join(dirname(file), 'cits-nosaukums.md');
      writeFileSync(join(root, other), readFileSync(join(root, file)));
      rmSync(join(root, file));
      expect(() => createContent(root, kind, title, today)).toThrow(`${other} already has this title. Choose another title`);
    });

    test('leaves the file as it is that has the name', () => {
      const { file } = createContent(root, kind, 'Balttour', today);
      writeFileSync(join(root, file), 'Uzrakstīts.');
      expect(() => createContent(root, kind, 'Balttour', today)).toThrow();
      expect(readFileSync(join(root, file), 'utf8')).toBe('Uzrakstīts.');
    });
  });

  test.each([
    ['an unknown kind', 'newz', 'A title', '"newz" cannot be made. Write: npm run new -- news|campaign|project|publication "Title"'],
    ['a kind that every object has', 'constructor', 'A title', '"constructor" cannot be made'],
    ['a missing title', 'news', '', 'The title is missing. Write: npm run new -- news "Title"'],
    ['a title without letters', 'campaign', '„!”', 'The title is missing. Write: npm run new -- campaign "Title"'],
    ['a title that is too short', 'news', 'Īsi', 'The title does not fit: Too small: expected string to have >=8 characters → write more'],
    [
      'a title that is too long',
      'project',
      'Garš '.repeat(40),
      'The title does not fit: Too big: expected string to have <=160 characters → shorten it',
    ],
  ])('refuses %s with the remedy', (_case, kind, given, message) => {
    mkdirSync(join(root, 'content'));
    expect(() => createContent(root, kind, given, today)).toThrow(message);
  });
});
