import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { expect, test, type Page } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { aNeutralSite } from '../support/browser/neutral-site.ts';
import { phone } from '../support/browser/settings.ts';
import { languages, templates, type Language } from '../support/browser/site.ts';
import { words } from '../support/browser/words.ts';

const paths = templates['travel plan'] ?? {};
const typed = 'Izdomāta Persona';

function planIn(page: Page, language: Language = 'lv') {
  const t = translator(language);
  return {
    t,
    name: page.getByRole('textbox', { name: t('plan.field.name') }),
    word: page.getByRole('textbox', { name: t('plan.field.word') }),
    first: page.getByLabel(t('plan.field.first')),
    last: page.getByLabel(t('plan.field.last')),
    time: page.getByLabel(t('plan.field.time')),
    save: page.getByRole('button', { name: t('plan.calendar'), exact: true }),
    clear: page.getByRole('button', { name: t('plan.clear'), exact: true }),
    sheet: page.getByRole('group', { name: t('plan.sheet') }),
    card: page.getByRole('group', { name: t('plan.card') }),
  };
}

async function chooseCalls(page: Page, language: Language = 'lv'): Promise<void> {
  const { first, last, time } = planIn(page, language);
  await first.fill('2026-12-01');
  await last.fill('2026-12-03');
  await time.fill('20:00');
}

/** Answers questions of the browser, and counts those that would hold the reader back. */
function questionsAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  return asked;
}

test.describe('on a phone', () => {
  test.use({ viewport: phone, timezoneId: 'Europe/Riga' });
  for (const language of languages) {
    test(`what is typed stands on sheet and card, and the calls become a calendar file, in ${language}`, async ({ page }) => {
      const requests: string[] = [];
      await page.goto(paths[language] ?? '');
      page.on('request', (request) => requests.push(request.url()));
      const { t, name, word, save, sheet, card } = planIn(page, language);
      await name.fill(typed);
      await word.fill('Zilā tasīte');
      await chooseCalls(page, language);
      for (const part of [sheet, card]) await expect(part).toContainText(typed);
      await expect(sheet).toContainText('Zilā tasīte');
      await expect(card, 'the card can be taken away').not.toContainText('Zilā tasīte');
      const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
      expect(download.suggestedFilename()).toBe(t('plan.calendar.file'));
      const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')) as unknown[]);
      const calls = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      expect(calls.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual(
        ['01', '02', '03'].map((day) => `2026-12-${day}T18:00:00.000Z`),
      );
      expect(calls[0]?.summary).toBe(`${t('plan.calendar.summary')}: ${typed}`);
      await expect(page.getByText(t('plan.said.made'))).toBeVisible();
      expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    });
  }
});

test('the sheet alone is printed, and the page is whole again after', async ({ page }) => {
  await page.goto(paths.lv ?? '');
  const { t, name, sheet, card } = planIn(page);
  await name.fill(typed);
  await page.evaluate(() => (window.print = () => undefined));
  await page.getByRole('button', { name: t('plan.print.sheet') }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  for (const other of [card, page.getByRole('heading', { level: 1 }), page.locator('header').first()]) await expect(other).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(card).toBeVisible();
});

test('by keyboard alone the plan is filled in, saved and cleared', async ({ page }) => {
  await page.goto(paths.lv ?? '');
  const { t, name, save, clear, sheet, first } = planIn(page);
  await name.focus();
  await page.keyboard.type(typed);
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('plan.said.noCalls'))).toBeVisible();
  await expect(first).toBeFocused();
  await clear.focus();
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('');
  await expect(sheet).not.toContainText(typed);
});

test('a reader who leaves with unsaved words is asked first, and finds nothing when coming back', async ({ page }) => {
  const asked = questionsAsked(page);
  await page.goto(paths.lv ?? '');
  const { name } = planIn(page);
  await page.goto(paths.en ?? '');
  expect(asked, 'an empty plan').toEqual([]);
  await page.goBack();
  await name.pressSequentially(typed);
  await page.goto(paths.en ?? '');
  expect(asked).toEqual(['beforeunload']);
  await page.goBack();
  await expect(name).toHaveValue('');
});

test('while another program is in front nothing can be seen, but paper is printed, and the text stays', async ({ page }) => {
  await page.goto(paths.lv ?? '');
  const { name, sheet } = planIn(page);
  await name.fill(typed);
  const bringToFront = (isInFront: boolean): Promise<void> =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, !isInFront);
  const print = (event: string): Promise<boolean> => page.evaluate((type) => window.dispatchEvent(new Event(type)), event);
  await bringToFront(false);
  await expect(sheet).toBeHidden();
  await print('beforeprint');
  await expect(sheet).toBeVisible();
  await print('afterprint');
  await expect(sheet).toBeHidden();
  await bringToFront(true);
  await expect(sheet).toContainText(typed);
  await expect(name).toHaveValue(typed);
});

for (const way of ['the exit link', 'Shift three times'] as const) {
  test(`${way} is never held back by the question`, async ({ page }) => {
    const asked = questionsAsked(page);
    await aNeutralSite(page);
    await page.goto(paths.lv ?? '');
    await planIn(page).name.pressSequentially(typed);
    if (way === 'the exit link') await page.getByRole('link', { name: words.lv.exit, exact: true }).first().click();
    else {
      await page.getByRole('heading', { level: 1 }).click();
      for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    }
    await expect(page.getByRole('heading', { name: 'A neutral page' })).toBeVisible();
    expect(asked).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const language of languages) {
    test(`the empty sheet and card stand there to be printed, and no field that does nothing, in ${language}`, async ({ page }) => {
      await page.goto(paths[language] ?? '');
      const { t, sheet, card } = planIn(page, language);
      await expect(sheet).toContainText(t('plan.field.word'));
      await expect(card.getByRole('link')).toHaveCount(3);
      await expect(page.locator('main').locator('input, textarea, select, button').filter({ visible: true })).toHaveCount(0);
    });
  }
});
