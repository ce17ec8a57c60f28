import { expect, test } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { leave } from '../support/browser/leaving.ts';
import { phone } from '../support/browser/settings.ts';
import { languages, templates } from '../support/browser/site.ts';

const paths = templates['two numbers'] ?? {};

test.describe('on a phone', () => {
  test.use({ viewport: phone });
  for (const language of languages) {
    test(`a number is hidden, typed from memory and checked by keyboard, in ${language}`, async ({ page }) => {
      const t = translator(language);
      await page.goto(paths[language] ?? '');
      const shown = page.locator('[data-trainer="shown"]').first();
      const field = page.getByLabel(t('trainer.label')).first();
      await page
        .getByRole('button', { name: t('trainer.hide') })
        .first()
        .press('Enter');
      await expect(shown).toBeHidden();
      await expect(field).toBeFocused();
      await page.keyboard.type('113');
      await page.keyboard.press('Enter');
      await expect(page.getByText(t('trainer.nearly', { right: 2 }))).toBeVisible();
      await field.fill('112');
      await page.keyboard.press('Enter');
      await expect(page.getByText(t('trainer.right'))).toBeVisible();
      await expect(shown).toBeVisible();
      await leave(page);
      await expect(field).toHaveValue('');
      await expect(page.getByText(t('trainer.right'))).toHaveCount(0);
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the numbers and the exercise on paper stand there', async ({ page }) => {
    for (const language of languages) {
      await page.goto(paths[language] ?? '');
      await expect(page.getByText(translator(language)('trainer.paper'))).toHaveCount(2);
      await expect(page.locator('main').locator('input, button').filter({ visible: true })).toHaveCount(0);
    }
  });
});
