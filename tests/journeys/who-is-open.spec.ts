import { expect, test, type Page } from 'playwright/test';
import { languages, templates, type Language } from '../support/browser/site.ts';
import { words } from '../support/browser/words.ts';

const { help = {} } = templates;

/** A helpline with hours on working days that rests on holidays, one with unknown holidays, one that always answers. */
const lines = { workdays: '2861 2120', noHolidays: '6737 8539', always: '116123' } as const;

/** What is said beside a number in the list of who is open now. */
function said(page: Page, number: string) {
  const line = page
    .locator('[data-open-now] li span')
    .filter({ has: page.getByRole('link', { name: number.replace(' ', '\u00a0'), exact: true }) });
  return line.first().locator('[data-hours]');
}

async function readAt(page: Page, instant: string, language: Language = 'lv'): Promise<void> {
  await page.clock.setFixedTime(new Date(instant));
  await page.goto(help[language] ?? '');
}

for (const timezoneId of ['Europe/Riga', 'America/New_York', 'Pacific/Auckland']) {
  test.describe(`with a phone set to ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('at noon on a working day the lines are open', async ({ page }) => {
      for (const language of languages) {
        await readAt(page, '2026-11-23T12:00:00+02:00', language);
        for (const number of Object.values(lines)) await expect.soft(said(page, number), language).toHaveText(words[language].openNow);
      }
    });

    test('at night the reader learns when they open', async ({ page }) => {
      await readAt(page, '2026-11-22T23:30:00+02:00');
      await expect(said(page, lines.workdays)).toHaveText('· strādās rīt no 9');
      await expect(said(page, lines.always)).toHaveText(words.lv.openNow);
      await readAt(page, '2026-11-23T00:30:00+02:00');
      await expect(said(page, lines.workdays)).toHaveText('· strādās šodien no 9');
      await readAt(page, '2026-11-20T17:00:00+02:00');
      await expect(said(page, lines.workdays)).toHaveText('· strādās pirmdien no 9');
    });

    test('at Christmas a closed line says when it opens, and an unknown one that nobody knows', async ({ page }) => {
      await readAt(page, '2026-12-24T12:00:00+02:00');
      await expect(said(page, lines.workdays)).toHaveText('· strādās pirmdien no 9');
      await expect(said(page, lines.noHolidays)).toHaveText(`· ${words.lv.unknownOnHolidays}`);
    });
  });
}

test('the words follow the clock while the page lies open', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T08:59:00+02:00') });
  await page.goto(help.lv ?? '');
  await expect(said(page, lines.workdays)).toHaveText('· strādās šodien no 9');
  await page.clock.fastForward('02:00');
  await expect(said(page, lines.workdays)).toHaveText(words.lv.openNow);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the hours stand there in words', async ({ page }) => {
    for (const language of languages) {
      await page.goto(help[language] ?? '');
      await expect.soft(said(page, lines.workdays)).toBeEmpty();
      await expect
        .soft(
          page
            .locator('[data-open-now] li')
            .filter({ hasText: lines.workdays.replace(' ', '\u00a0') })
            .first(),
          language,
        )
        .toContainText('9–17');
    }
  });
});
