import { expect, test, type Page } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { words } from '../support/browser/words.ts';

const { headlineLabel, headlineButton, headlineNothing, headlineBlaming, headlineBetter } = words.lv;

/** The page stands below the guidelines for the media or alone; the site map knows. */
async function open(page: Page, word = 'virsrakstu-parbaude'): Promise<void> {
  const xml = await (await page.request.get('/sitemap.xml')).text();
  const address = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)]
    .map(([, url = '']) => new URL(url).pathname)
    .find((path) => path.includes(`/${word}/`));
  if (!address) throw new Error(`the site map has no page ${word}`);
  await page.goto(address);
}
const field = (page: Page) => page.getByRole('textbox', { name: headlineLabel });
const status = (page: Page) => page.getByRole('main').getByRole('status');
const marks = (page: Page) => page.getByRole('main').locator('mark');

test.describe('with JavaScript', () => {
  test('a headline is checked by keyboard: words marked, reason, better word, and the sum is announced', async ({ page }) => {
    await open(page);
    await field(page).focus();
    await page.keyboard.type('Naivas skaistules pārdotas verdzībā');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: headlineButton })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText('Atrastas 3 vietas.');
    await expect(marks(page)).toHaveText(['Naivas', 'pārdotas verdzībā', 'skaistules']);
    await expect(page.getByRole('heading', { level: 2, name: headlineBlaming })).toBeVisible();
    const first = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.locator('mark') })
      .first();
    await expect(first).toContainText('Vārds tiesā cietušo');
    await expect(first).toContainText(`${headlineBetter} meitenes, kuras vervētājs apmānīja`);
  });

  test('Ctrl and Enter check from inside the text', async ({ page }) => {
    await open(page);
    await field(page).fill('Нелегальные мигранты задержаны');
    await page.keyboard.press('Control+Enter');
    await expect(marks(page)).toHaveText('Нелегальные мигранты');
    await expect(status(page)).toContainText('krievu');
  });

  test('nothing found is said to be no proof', async ({ page }) => {
    await open(page);
    await field(page).fill('Tiesa skata lietu par piespiedu darbu');
    await page.getByRole('button', { name: headlineButton }).click();
    await expect(page.getByText(headlineNothing)).toBeVisible();
    await expect(marks(page)).toHaveCount(0);
  });

  test('without a text the page says what is missing', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: headlineButton }).click();
    await expect(status(page)).toHaveText(translator('lv')('headline.empty'));
    await expect(field(page)).toBeFocused();
  });

  test('the text goes nowhere and is gone after leaving', async ({ page }) => {
    await open(page);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await field(page).fill('Mūsdienu vergi fermā');
    await page.getByRole('button', { name: headlineButton }).click();
    await expect(marks(page)).toHaveCount(1);
    expect(sent.every((one) => /^GET \/assets\/headlineLv\./.test(one))).toBe(true);
    expect(page.url()).not.toContain('?');
    await page.goto('/lv/');
    await page.goBack();
    await expect(field(page)).toHaveValue('');
    await expect(marks(page)).toHaveCount(0);
  });

  test('it fits a screen of 320 pixels with results', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, 'proverka-zagolovkov');
    await page.getByRole('textbox').fill('Шокирующая правда: наивные красотки стали секс-рабынями в лапах торговцев людьми!!!');
    await page.keyboard.press('Control+Enter');
    await expect(marks(page).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all rules stand with their reasons in lists to read, and no form that does nothing', async ({ page }) => {
    await open(page);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await page.getByRole('main').getByRole('link', { name: 'Vārdi, kas vaino' }).click();
    await expect(page.getByRole('heading', { level: 2, name: headlineBlaming })).toBeVisible();
    const rule = page.getByRole('listitem').filter({ hasText: 'meitenes, kuras vervētājs apmānīja' });
    await expect(rule).toContainText('Vārds tiesā cietušo');
  });
});
