import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { listFiles } from '../../../src/hosting/files.ts';
import { slimStyleSheets } from '../../../src/hosting/style-sheets.ts';
import { makeFolder, removeFolder } from '../../support/small-site.ts';

const STYLE =
  '@font-face{font-family:Own Letters;src:url(/own.woff2)}:root{--ink:#111;--unread:#222;--letters:"Own Letters",Arial}body{color:var(--ink)}' +
  '.own{font-family:var(--letters)}.first{top:1px}.md\\:wide{left:1px}.set-by-script{right:1px}.nobody{bottom:1px}';

const page = (body: string, sheet = 'help') =>
  `<!doctype html><html lang="lv"${sheet && ` data-style-sheet="${sheet}"`}><head><style>${STYLE}</style></head><body>${body}</body></html>`;

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map(removeFolder));
});

/** The style sheets of a site's pages when it is slimmed, by file. */
async function slimmed(site: Record<string, string>): Promise<Record<string, string>> {
  const folder = await makeFolder(site);
  folders.push(folder);
  await slimStyleSheets(folder, await listFiles(folder));
  const pages = Object.keys(site).filter((file) => file.endsWith('.html'));
  const styleOf = async (file: string) => /<style>(.*?)<\/style>/s.exec(await readFile(join(folder, file), 'utf8'))?.[1] ?? '';
  return Object.fromEntries(await Promise.all(pages.map(async (file) => [file, await styleOf(file)] as const)));
}

const SITE = {
  'one.html': page('<p class="first">Viens</p>'),
  'other.html': page('<p class="md:wide">Otrs</p>'),
  'assets/exit.js': 'document.documentElement.classList.add("set-by-script")',
};

test('a page for people in danger carries no rule that no page of its family uses', async () => {
  const { 'one.html': style } = await slimmed(SITE);
  expect(style).toContain('.first');
  expect(style).not.toContain('.nobody');
});

test('a custom property that no rule reads is left out', async () => {
  const { 'one.html': style } = await slimmed(SITE);
  expect(style).toContain('--ink');
  expect(style).not.toContain('--unread');
});

test('letters that no rule names are not declared', async () => {
  const { 'one.html': style } = await slimmed(SITE);
  expect(style).not.toContain('Own Letters');
  const { 'own.html': own } = await slimmed({ ...SITE, 'own.html': page('<p class="own">Savi</p>') });
  expect(own).toContain('@font-face{font-family:Own Letters');
});

test('all pages of a family share one sheet', async () => {
  const { 'one.html': one, 'other.html': other } = await slimmed(SITE);
  expect(one).toContain('.md\\:wide');
  expect(one).toBe(other);
});

test('a class that a script sets stays', async () => {
  const { 'one.html': style } = await slimmed(SITE);
  expect(style).toContain('.set-by-script');
});

test("another family's classes do not count", async () => {
  const { 'one.html': style } = await slimmed({ ...SITE, 'easy.html': page('<p class="nobody">Viegli</p>', 'easy') });
  expect(style).not.toContain('.nobody');
});

test("pages with the site's own sheet, or with a small one, are left as they are", async () => {
  const styles = await slimmed({ ...SITE, 'news.html': page('', ''), 'poster.html': page('', 'paper') });
  expect([styles['news.html'], styles['poster.html']]).toEqual([STYLE, STYLE]);
});

test('what is slim stays as it is', async () => {
  const once = await slimmed(SITE);
  const again = await slimmed({ ...SITE, 'one.html': page('<p class="first">Viens</p>').replace(STYLE, once['one.html'] ?? '') });
  expect(again['one.html']).toBe(once['one.html']);
});
