import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { axeFaults } from '../support/browser/axe.ts';
import { holdBack, leave } from '../support/browser/leaving.ts';
import { clippedText, outsideTheWindow } from '../support/browser/rules/layout.ts';
import { narrow, phone } from '../support/browser/settings.ts';
import { languages, templates, type Language } from '../support/browser/site.ts';
import { CANARY, toldPictures } from '../support/pictures/planted.ts';

const paths = templates['papers safe'] ?? {};

function safeIn(page: Page, language: Language = 'lv') {
  const t = translator(language);
  const button = (key: Parameters<typeof t>[0]) => page.getByRole('button', { name: t(key), exact: true });
  return {
    t,
    files: page.getByLabel(t('safe.files'), { exact: true }),
    newPassphrase: page.getByLabel(t('safe.passphrase'), { exact: true }),
    locked: page.getByLabel(t('safe.locked'), { exact: true }),
    passphrase: page.getByLabel(t('safe.old'), { exact: true }),
    suggest: button('safe.suggest'),
    seal: button('safe.seal'),
    unseal: button('safe.unseal'),
    clear: button('plan.clear'),
  };
}

async function documents() {
  const picture = (await toldPictures()).get('jpeg turned 6') ?? Buffer.alloc(0);
  return [
    { name: 'pase.jpg', mimeType: 'image/jpeg', buffer: picture },
    { name: 'ligums.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 izdomāts') },
  ];
}

test.describe('on a phone', () => {
  test.use({ viewport: phone });
  for (const language of languages) {
    test(`papers are locked, opened again, and nothing leaves the page, in ${language}`, async ({ page }) => {
      await page.goto(paths[language] ?? '');
      const { t, files, newPassphrase, locked, passphrase, suggest, seal, unseal, clear } = safeIn(page, language);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
      await files.setInputFiles(await documents());
      await expect(page.getByText(`pase.jpg: ${t('safe.said.cleaned')}`)).toBeVisible();
      await expect(page.getByText(`ligums.pdf: ${t('safe.said.asItIs')}`)).toBeVisible();
      await suggest.click();
      await expect(newPassphrase).toHaveValue(/^(?:[a-z]+ ){6}[a-z]+$/);
      const [download] = await Promise.all([page.waitForEvent('download'), seal.click()]);
      expect(download.suggestedFilename()).toBe(t('safe.file'));
      await expect(page.getByText(t('safe.said.sealed'))).toBeVisible();
      await locked.setInputFiles(await download.path());
      await passphrase.fill('cita parole');
      await unseal.click();
      await expect(page.getByText(t('safe.said.passphrase'))).toBeVisible();
      await expect(passphrase).toBeFocused();
      await passphrase.fill(`  ${await newPassphrase.inputValue()} `);
      await unseal.click();
      await expect(page.getByText(t('safe.said.opened'))).toBeVisible();
      const [opened] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'pase.jpg' }).click()]);
      expect((await readFile(await opened.path())).includes(CANARY)).toBe(false);
      await clear.click();
      await expect(page.getByRole('link', { name: 'pase.jpg' })).toHaveCount(0);
      await expect(newPassphrase).toHaveValue('');
      const own = requests.filter((line) => !line.includes('blob:'));
      expect(
        own.every((line) => /^GET .*\/assets\/(?:papersSafeCore|atkinson-\w+)\./.test(line)),
        own.join(),
      ).toBe(true);
    });
  }
});

test('by keyboard alone: what is missing is said, and the field gets the focus', async ({ page }) => {
  await page.goto(paths.lv ?? '');
  const { t, files, newPassphrase, seal, unseal, locked } = safeIn(page);
  await seal.focus();
  await page.keyboard.press('Enter');
  await expect(files).toBeFocused();
  await expect(page.getByText(t('safe.said.noFiles'))).toBeVisible();
  await unseal.focus();
  await page.keyboard.press('Enter');
  await expect(locked).toBeFocused();
  await files.setInputFiles(await documents());
  await newPassphrase.fill('par īsu');
  await seal.focus();
  await page.keyboard.press('Enter');
  await expect(newPassphrase).toBeFocused();
  await expect(page.getByText(t('safe.said.tooShort'))).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what else can be done, and shows no field that does nothing', async ({ page }) => {
    for (const language of languages) {
      await page.goto(paths[language] ?? '');
      await expect(page.getByText(translator(language)('safe.noScript'))).toBeVisible();
      await expect(page.locator('main').locator('input, button').filter({ visible: true })).toHaveCount(0);
    }
  });
});

/** What a list says each time it changes. */
async function saidBy(page: Page, name: string): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle((part) => {
    const list = document.querySelector(`[data-safe="${part}"]`) as HTMLElement;
    const texts: string[] = [];
    new MutationObserver(() => list.textContent !== '' && texts.push(list.textContent)).observe(list, { childList: true });
    return texts;
  }, name);
  return () => said.jsonValue();
}

/** Lets no file be read until `arrive` is dispatched. */
async function holdFiles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const arrived = new Promise((resolve) => window.addEventListener('arrive', resolve));
    Blob.prototype.arrayBuffer = function () {
      return arrived.then(() => new Response(this).arrayBuffer());
    };
  });
}

test('papers that are ready only after the reader has left are not named, and whoever comes next need not wait for them', async ({
  page,
}) => {
  const { letGo } = await holdBack(page, '**/papersSafeCore.*');
  await page.goto(paths.lv ?? '');
  const { t, files } = safeIn(page);
  const said = await saidBy(page, 'chosen');
  const [picture, contract] = await documents();
  await files.setInputFiles([{ ...contract!, name: 'noslēpums.pdf' }]);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await leave(page);
  await expect(page.getByRole('progressbar')).toBeHidden();
  await files.setInputFiles([picture!, contract!]);
  letGo();
  await expect(page.getByText(`pase.jpg: ${t('safe.said.cleaned')}`)).toBeVisible();
  expect(await said()).toHaveLength(1);
});

for (const way of ['the reader has left', 'all was cleared'] as const) {
  test(`what is opened only after ${way} is not shown`, async ({ page }) => {
    const { t, files, newPassphrase, locked, passphrase, suggest, seal, unseal, clear } = safeIn(page);
    await page.goto(paths.lv ?? '');
    await files.setInputFiles(await documents());
    await expect(page.getByText(`pase.jpg: ${t('safe.said.cleaned')}`)).toBeVisible();
    await suggest.click();
    await expect(newPassphrase).not.toHaveValue('');
    const secret = await newPassphrase.inputValue();
    const [sealed] = await Promise.all([page.waitForEvent('download'), seal.click()]);
    const said = await saidBy(page, 'opened');
    const openIt = async (): Promise<void> => {
      await locked.setInputFiles(await sealed.path());
      await passphrase.fill(secret);
      await unseal.click();
    };
    await holdFiles(page);
    await openIt();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await (way === 'all was cleared' ? clear.click() : leave(page));
    await expect(page.getByRole('progressbar')).toBeHidden();
    await expect(passphrase).toHaveValue('');
    await openIt();
    await page.evaluate(() => window.dispatchEvent(new Event('arrive')));
    await expect(page.getByText(t('safe.said.opened'))).toBeVisible();
    expect(await said()).toHaveLength(1);
  });
}

for (const language of languages) {
  test(`saved as one file the safe locks and opens without a network, in ${language}`, async ({ page, context }) => {
    const { t, files, newPassphrase, locked, passphrase, suggest, seal, unseal } = safeIn(page, language);
    await page.goto(paths[language] ?? '');
    const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('safe.copy.save') }).click()]);
    expect(copy.suggestedFilename()).toMatch(/^[a-z]+\.html$/);
    const folder = await mkdtemp(join(tmpdir(), 'safe-file-'));
    const file = join(folder, copy.suggestedFilename());
    await copyFile(await copy.path(), file);
    await context.setOffline(true);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await files.setInputFiles(await documents());
    await expect(page.getByText(`pase.jpg: ${t('safe.said.cleaned')}`)).toBeVisible();
    await suggest.click();
    const [sealed] = await Promise.all([page.waitForEvent('download'), seal.click()]);
    await locked.setInputFiles(await sealed.path());
    await passphrase.fill(await newPassphrase.inputValue());
    await unseal.click();
    await expect(page.getByText(t('safe.said.opened'))).toBeVisible();
    await expect(page.getByRole('link', { name: 'ligums.pdf' })).toBeVisible();
    expect(requests.filter((address) => !address.startsWith('blob:'))).toEqual([pathToFileURL(file).href]);
    await page.setViewportSize(narrow);
    expect([...(await page.evaluate(outsideTheWindow)), ...(await page.evaluate(clippedText))]).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    await rm(folder, { recursive: true });
  });
}
