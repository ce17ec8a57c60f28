import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'playwright/test';
import { axeFaults } from '../support/browser/axe.ts';
import { clippedText, outsideTheWindow } from '../support/browser/rules/layout.ts';
import { narrow } from '../support/browser/settings.ts';
import { languages, type Language } from '../support/browser/site.ts';

const pages: Record<Language, string> = {
  lv: '/lv/kur-meklet-palidzibu/bez-interneta/',
  en: '/en/get-help/offline/',
  ru: '/ru/pomosch/bez-interneta/',
};
const save: Record<Language, string> = { lv: 'Saglabāt vienu failu', en: 'Save one file', ru: 'Сохранить один файл' };
/** Words that a list of downloads must not show. */
const telling = /palid|help|pomosch|tirdzniec|traffick|upur|victim/i;

for (const language of languages) {
  test(`the help pages in ${language} are saved under a neutral name and open without a network`, async ({ page, context }) => {
    await page.goto(pages[language]);
    const warning = page
      .locator('main')
      .getByText(/Fails paliek ierīcē|The file stays on the device|Файл остаётся на устройстве/)
      .first();
    await expect(warning).toBeVisible();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: save[language] }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^[a-z]+\.html$/);
    expect(download.suggestedFilename()).not.toMatch(telling);

    const folder = await mkdtemp(join(tmpdir(), 'saved-'));
    const file = join(folder, download.suggestedFilename());
    await copyFile(await download.path(), file);
    await context.setOffline(true);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    expect(asked).toEqual([pathToFileURL(file).href]);
    await expect(page).not.toHaveTitle(telling);
    await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
    expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(40);
    await page.setViewportSize(narrow);
    expect([...(await page.evaluate(outsideTheWindow)), ...(await page.evaluate(clippedText))]).toEqual([]);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(10);
    await rm(folder, { recursive: true });
  });

  test(`the file in ${language} has no barriers where it is looked at first`, async ({ page }) => {
    await page.goto(pages[language]);
    const href = await page.getByRole('link', { name: save[language] }).getAttribute('href');
    await page.goto(href ?? '');
    expect(await axeFaults(page)).toEqual([]);
  });
}
