import { expect, test } from 'playwright/test';
import { languages, templates, type Language } from '../support/browser/site.ts';
import { words } from '../support/browser/words.ts';

const news: Record<Language, string> = { lv: '/lv/jaunumi/', en: '/en/news/', ru: '/ru/novosti/' };

test.describe('by plain links', () => {
  test.use({ javaScriptEnabled: false });

  test('the switch leads to the same page in each language', async ({ page }) => {
    for (const [name, twins] of Object.entries(templates)) {
      const { lv: start } = twins;
      if (!start || !twins.en || !twins.ru || ['missing', 'news of a project', 'dataset'].includes(name)) continue;
      await page.goto(start);
      const links = page.getByRole('list', { name: words.lv.languages }).locator('a[hreflang]');
      const addresses = await links.evaluateAll((found) =>
        found.map((link) => `${link.getAttribute('hreflang')} ${link.getAttribute('href')}`),
      );
      expect.soft(addresses, name).toEqual([`en ${twins.en}`, `ru ${twins.ru}`]);
    }
  });

  test('the page that it leads to is in that language', async ({ page }) => {
    for (const other of ['en', 'ru'] as const) {
      await page.goto('/lv/kur-meklet-palidzibu/');
      await page.getByRole('list', { name: words.lv.languages }).getByRole('link', { name: words[other].languageName }).click();
      await expect(page).toHaveURL(templates['help']?.[other] ?? '');
      await expect(page.locator('html')).toHaveAttribute('lang', other);
    }
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a page that a language lacks is said to be missing there, and the switch leads to its section', async ({ page }) => {
      for (const other of ['en', 'ru'] as const) {
        await page.goto('/lv/jaunumi/2016/greta-ekspertu-vizite/');
        const link = page.getByRole('list', { name: words.lv.languages }).getByRole('link', { name: words[other].languageName });
        await expect(link).toHaveAccessibleName(new RegExp(words[other].noPageInThisLanguage));
        await expect(link).toHaveAttribute('lang', other);
        await link.click();
        await expect(page).toHaveURL(news[other]);
      }
    });

    test('the language that is read is marked and is no link', async ({ page }) => {
      for (const language of languages) {
        await page.goto(`/${language}/`);
        const current = page.getByRole('list', { name: words[language].languages }).locator('[aria-current="true"]');
        await expect(current).toHaveText(language.toUpperCase());
        await expect(current.locator('a')).toHaveCount(0);
      }
    });
  });
}
