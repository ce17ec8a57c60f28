import { expect, test } from 'playwright/test';
import { leave } from '../support/browser/leaving.ts';

const path = '/lv/viegli-lasit/pazimes/';
const firstHeading = 'Pazīmes, ka kaut kas nav labi';

test('a reader sees one sentence at a time, by buttons and by arrow keys, and the whole page again', async ({ page }) => {
  await page.goto(path);
  const sentence = page.locator('[data-reader="sentence"]');
  const text = page.locator('.prose');
  await expect(sentence).toBeHidden();
  await page.getByRole('button', { name: 'Pa vienam teikumam' }).click();
  await expect(text).toBeHidden();
  await expect(sentence).toHaveText(firstHeading);
  await expect(sentence).toBeFocused();
  await page.getByRole('button', { name: 'Tālāk' }).click();
  await expect(sentence).toHaveText('Briesmās zvaniet 112.');
  await page.keyboard.press('ArrowLeft');
  await expect(sentence).toHaveText(firstHeading);
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('ArrowRight');
  await expect(sentence.locator('img')).toBeVisible();
  await page.getByRole('button', { name: 'Rādīt visu lapu' }).click();
  await expect(text).toBeVisible();
});

test('a reader hears the page sentence by sentence; the sound is fetched only then', async ({ page }) => {
  const sounds: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.opus')) sounds.push(request.url());
  });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  expect(sounds).toEqual([]);
  await page.getByRole('button', { name: 'Klausīties', exact: true }).click();
  const heard = page.locator('.is-heard');
  await expect(heard).toHaveText(firstHeading);
  await page.getByRole('button', { name: 'Nākamais teikums' }).click();
  await expect(heard).toHaveText('Briesmās zvaniet 112.');
  await expect(heard).toHaveText(/^Padomu dod/, { timeout: 10_000 });
  expect(new Set(sounds).size).toBe(1);
  await page.getByRole('button', { name: 'Lēnāk' }).click();
  expect(await page.locator('audio').evaluate((audio) => (audio as HTMLAudioElement).playbackRate)).toBeLessThan(1);
  await page.getByRole('button', { name: 'Apturēt' }).click();
  expect(await page.locator('audio').evaluate((audio) => (audio as HTMLAudioElement).paused)).toBe(true);
});

test('answers in pictures leave the address as it is, also after Enter', async ({ page }) => {
  await page.goto('/lv/viegli-lasit/jautajumi/');
  const answer = page.getByRole('group', { name: /pasi tur kāds cits/ }).getByRole('radio', { name: 'Jā' });
  await answer.check();
  await page.keyboard.press('Enter');
  await expect(answer).toBeChecked();
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('button', { name: 'Dzēst manas atbildes' }).click();
  await expect(answer).not.toBeChecked();
  await answer.check();
  await leave(page);
  await expect(answer).not.toBeChecked();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the text stands there whole, with the browser’s own player and a file to keep', async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('.prose')).toContainText('Pazīme ir lieta, ko Jūs redzat vai dzirdat.');
    await expect(page.locator('audio')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Lejupielādēt balsi' })).toHaveAttribute('href', '/audio/lv/pazimes.opus');
    await expect(page.getByRole('button', { name: 'Pa vienam teikumam' })).toBeHidden();
  });
});
