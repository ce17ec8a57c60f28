import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { templates } from '../support/browser/site.ts';
import { spellingsOf } from '../support/reports/spellings.ts';

const t = translator('lv');
const canary = 'Kanārijs-profils-9e2b';
const { report } = templates;

/** How often any spelling of the text lies in a file of the folder. */
async function hitsIn(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const spellings = spellingsOf(text);
  const hits: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (spellings.some((spelling) => bytes.includes(spelling))) hits.push(file.slice(folder.length));
  }
  return hits;
}

for (const javaScriptEnabled of [true, false]) {
  test(`the profile on the disk holds nothing of a report, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    baseURL,
    launchOptions,
  }) => {
    const profile = await mkdtemp(join(tmpdir(), 'report-profile-'));
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL: baseURL ?? '', javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(report?.lv ?? '');
    await page.getByLabel(t('report.field.what')).fill(canary);
    if (javaScriptEnabled) await page.getByRole('button', { name: t('report.preview.open') }).click();
    await page.getByRole('button', { name: t('report.send'), exact: true }).click();
    await expect(page.getByRole('heading', { name: t('report.answer.stored') })).toBeVisible();
    await page.reload();
    await page.goBack();
    await expect(page.locator('body')).not.toContainText(canary);
    expect(await page.locator('textarea').evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value).join(''))).toBe(
      '',
    );
    const cookies = await context.cookies();
    expect(cookies.filter(({ httpOnly, expires }) => !httpOnly || expires * 1_000 > Date.now() + 301_000)).toEqual([]);
    await context.close();
    expect(await hitsIn(profile, canary)).toEqual([]);
    await writeFile(join(profile, 'planted'), Buffer.from(`x${canary}`, 'utf16le'));
    expect(await hitsIn(profile, canary)).toEqual(['/planted']);
    await rm(profile, { recursive: true, force: true });
  });
}
