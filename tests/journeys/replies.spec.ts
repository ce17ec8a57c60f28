import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { NO_WORK } from '../../src/reports/message/work.ts';
import { holdBack, leave } from '../support/browser/leaving.ts';
import { languages, templates, type Language } from '../support/browser/site.ts';

const { report, reply } = templates;
const root = join(import.meta.dirname, '../..');
/** The store of the server that the browser talks to; see playwright.config.ts. */
const store = join(tmpdir(), `report-journeys-${process.env['BROWSER_TEST_PORT']}`);
const code = /(?:\d{4}\s){4}\d{4}/;
/** The town that is added below. Base64 cannot spell its ā, so that what is sealed never looks like it; four plain letters of it once did. */
const townUnsealed = /Liep(?:ā|%C4%81|\\u0101)j/i;

let folder: string;
test.beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'replies-'))));
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** The staff's tool, as staff call it. */
function inbox(...args: string[]): string {
  const settings = { ...process.env, REPORTS_DIR: store };
  return execFileSync(process.execPath, ['src/reports/inbox/main.ts', ...args], { cwd: root, env: settings, encoding: 'utf8' });
}

/** The number of the report with this text. */
function idOf(text: string): string {
  const opened = inbox('open', '--reports', join(store, 'r'))
    .split('━━')
    .find((one) => one.includes(text));
  return /[0-9a-f]{32}/.exec(opened ?? '')?.[0] ?? 'none';
}

async function answerTo(text: string, answer: string): Promise<void> {
  const [file, outbox] = [join(folder, 'answer.txt'), join(folder, 'outbox')];
  await writeFile(file, answer);
  inbox('reply', '--reports', join(store, 'r'), '--id', idOf(text), '--text', file, '--to', outbox);
  expect(await readdir(outbox)).toHaveLength(1);
  expect(inbox('push', '--from', outbox)).toContain('1 replies stored');
}

function wordsFor(page: Page, language: Language) {
  const t = translator(language);
  const button = (key: Parameters<typeof t>[0]) => page.getByRole('button', { name: t(key), exact: true });
  return { t, button, heading: (key: Parameters<typeof t>[0]) => page.getByRole('heading', { name: t(key) }) };
}

/** Sends an invented report and gives back its number. */
async function sendReport(page: Page, language: Language, text: string, hasScript: boolean): Promise<string> {
  const { t, button, heading } = wordsFor(page, language);
  await page.goto(report?.[language] ?? '');
  await page.getByLabel(t('report.field.what')).fill(text);
  if (hasScript) await button('report.preview.open').click();
  await button('report.send').click();
  await expect(heading('report.answer.stored')).toBeVisible();
  return code.exec(await page.locator('main').innerText())?.[0] ?? 'no number';
}

async function askFor(page: Page, language: Language, number: string): Promise<void> {
  const { t, button } = wordsFor(page, language);
  await page.goto(reply?.[language] ?? '');
  await page.getByLabel(t('reply.code.label')).fill(number);
  await button('reply.read').click();
}

for (const language of languages) {
  test(`a reply is read with the number and the report added to, and the number never leaves the browser, in ${language}`, async ({
    page,
  }) => {
    const text = `Izdomāts ziņojums atbildei ${language} ${Math.random()}`;
    const { t, button, heading } = wordsFor(page, language);
    const number = await sendReport(page, language, text, true);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await askFor(page, language, number);
    await expect(heading('reply.none')).toBeFocused();

    await answerTo(text, 'Paldies.\nVai varat pateikt, kurā pilsētā?');
    await askFor(page, language, number);
    await expect(heading('reply.found')).toBeFocused();
    await expect(page.getByText('Vai varat pateikt, kurā pilsētā?')).toBeVisible();

    await button('reply.add.send').click();
    await expect(page.getByLabel(t('reply.add.label'))).toBeFocused();
    await page.getByLabel(t('reply.add.label')).fill(`Liepājā, ${text}`);
    await button('reply.add.send').click();
    await expect(heading('reply.add.done')).toBeVisible();
    await expect(page.locator('main')).not.toContainText('Liepājā');
    expect(inbox('open', '--reports', join(store, 'r'))).toContain(`Liepājā, ${text}`);
    expect(inbox('open', '--reports', join(store, 'r'), '--language', 'en')).toContain(`Addition to report ${idOf(`│ ${text}`)}`);
    expect(sent.join()).not.toContain(number.replaceAll(/\s/g, ''));
    expect(sent.join(), 'the town, plain or escaped').not.toMatch(townUnsealed);

    await button('reply.end').click();
    await expect(page.getByLabel(t('reply.code.label'))).toHaveValue('');
    await expect(page.getByText('Vai varat pateikt, kurā pilsētā?')).toBeHidden();
    expect(await page.content()).not.toContain('kurā pilsētā');
  });
}

test('in a flood an addition comes in by the work that is asked for', async ({ page }) => {
  const { t, button, heading } = wordsFor(page, 'lv');
  const asked = { bits: 6, d: '12345678' };
  const works: unknown[] = [];
  await page.route('**/api/report', async (route) => {
    works.push((JSON.parse(route.request().postData() ?? '{}') as { pow: unknown }).pow);
    if (works.length > 1) await route.continue();
    else await route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify({ pow: asked }) });
  });
  await askFor(page, 'lv', '0000 0000 0000 0000 0000');
  await page.getByLabel(t('reply.add.label')).fill('Izdomāts papildinājums plūdos');
  await button('reply.add.send').click();
  await expect(heading('reply.add.done')).toBeVisible();
  expect(works).toEqual([NO_WORK, { d: asked.d, n: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown }]);
});

test('a number with a slip is named before anything is sent, and stays', async ({ page }) => {
  const { t } = wordsFor(page, 'lv');
  let posts = 0;
  page.on('request', (request) => (posts += Number(request.method() === 'POST')));
  await askFor(page, 'lv', '1234 5678 9012 3456 7890');
  await expect(page.getByText(t('reply.problem.code'))).toBeVisible();
  await expect(page.getByLabel(t('reply.code.label'))).toBeFocused();
  await expect(page.getByLabel(t('reply.code.label'))).toHaveValue('1234 5678 9012 3456 7890');
  expect(posts).toBe(0);
});

test('an answer that was cut is no reply, and the number stays', async ({ page }) => {
  const { t, heading } = wordsFor(page, 'lv');
  await page.route('**/api/mailbox', (route) => route.fulfill({ status: 200, body: Buffer.alloc(60_000) }));
  await askFor(page, 'lv', '0000 0000 0000 0000 0000');
  await expect(heading('reply.failed.title')).toBeVisible();
  await expect(page.getByLabel(t('reply.code.label'))).toHaveValue('0000 0000 0000 0000 0000');
});

test('without what opens replies in the browser the server can, and the page says so', async ({ page }) => {
  await page.route('**/replySeal.*', (route) => route.abort());
  const { button, heading } = wordsFor(page, 'lv');
  await askFor(page, 'lv', '0000 0000 0000 0000 0000');
  await expect(heading('reply.plain.title')).toBeVisible();
  await button('reply.plain.send').click();
  await expect(heading('reply.none')).toBeVisible();
});

test('what was read is gone after leaving and coming back', async ({ page }) => {
  const { t, heading } = wordsFor(page, 'lv');
  await askFor(page, 'lv', '0000 0000 0000 0000 0000');
  await expect(heading('reply.none')).toBeVisible();
  await page.goto('/lv/');
  await page.goBack();
  await expect(page.getByLabel(t('reply.code.label'))).toHaveValue('');
  await expect(heading('reply.none')).toBeHidden();
});

test('what becomes ready only after the reader has left is not shown, and the number is asked for no more', async ({ page }) => {
  const { t, heading } = wordsFor(page, 'lv');
  const { letGo } = await holdBack(page, '**/replySeal.*');
  let posts = 0;
  page.on('request', (request) => (posts += Number(request.method() === 'POST')));
  await askFor(page, 'lv', '0000 0000 0000 0000 0000');
  await expect(page.getByText(t('reply.reading'))).toBeVisible();
  await leave(page);
  await expect(page.getByText(t('reply.reading'))).toBeHidden();
  letGo();
  // Whoever comes next need not wait.
  await page.getByLabel(t('reply.code.label')).fill('0000 0000 0000 0000 0000');
  await page.getByRole('button', { name: t('reply.read'), exact: true }).click();
  await expect(heading('reply.none')).toBeFocused();
  expect(posts).toBe(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const language of languages) {
    test(`a reply is read and the report added to through the server, and the page says so, in ${language}`, async ({ page }) => {
      const text = `Izdomāts ziņojums bez skripta ${language} ${Math.random()}`;
      const { t, button, heading } = wordsFor(page, language);
      const number = await sendReport(page, language, text, false);
      await page.goto(reply?.[language] ?? '');
      await expect(page.getByText(t('reply.noScript'))).toBeVisible();
      await answerTo(text, 'Atbilde bez skripta.');
      await askFor(page, language, number);
      await expect(page.getByText('Atbilde bez skripta.')).toBeVisible();
      await page.reload();
      await expect(page.getByText('Atbilde bez skripta.')).toBeVisible();
      await page.getByLabel(t('reply.add.label')).fill(`Vēl kas, ${text}`);
      await button('reply.add.send').click();
      await expect(heading('reply.add.done')).toBeVisible();
      expect(inbox('open', '--reports', join(store, 'r'), '--language', 'en')).toContain(`Addition to report ${idOf(`│ ${text}`)}`);

      await askFor(page, language, number);
      await page.getByRole('link', { name: t('reply.end') }).click();
      await expect(page).toHaveURL(new RegExp(`/${language}/$`));
      await page.goto(`/api/receipt?m&l=${language}`);
      await expect(heading('reply.gone')).toBeVisible();
    });
  }

  test('a number with a slip comes back as it was typed', async ({ page }) => {
    const { t, heading } = wordsFor(page, 'lv');
    await askFor(page, 'lv', '1234 "x" <b>');
    await expect(heading('reply.problem.code')).toBeVisible();
    await expect(page.getByLabel(t('reply.code.label'))).toHaveValue('1234 "x" <b>');
  });

  test('an addition whose mailbox was forgotten comes back whole and asks for the number', async ({ page, context }) => {
    const { t, button, heading } = wordsFor(page, 'lv');
    await askFor(page, 'lv', '0000 0000 0000 0000 0000');
    await context.clearCookies();
    await page.getByLabel(t('reply.add.label')).fill('Teksts, kas nedrīkst pazust');
    await button('reply.add.send').click();
    await expect(page.getByLabel(t('reply.add.label'))).toHaveValue('Teksts, kas nedrīkst pazust');
    await page.getByLabel(t('reply.code.label')).fill('0000 0000 0000 0000 0000');
    await button('reply.add.send').click();
    await expect(heading('reply.add.done')).toBeVisible();
  });
});

test('the reader in one file replies, and what it saves can be pushed and read', async ({ page, browser }) => {
  const text = `Izdomāts ziņojums lasītājam ${Math.random()}`;
  const { t, heading } = wordsFor(page, 'lv');
  const number = await sendReport(page, 'lv', text, true);
  const file = join(folder, 'inbox.html');
  inbox('page', '--to', file);
  const name = idOf(text);
  const keys = (await readdir(folder)).filter((one) => /\.(?:txt|pem)$/.test(one)).map((one) => join(folder, one));
  expect(keys).toHaveLength(2);
  const reader = await browser.newPage();
  await reader.goto(`file://${file}`);
  await reader.getByLabel(t('inbox.keys')).setInputFiles(keys);
  await reader.getByLabel(t('inbox.files')).setInputFiles(join(store, 'r', name.slice(0, 2), name));
  await reader.getByRole('button', { name: t('inbox.open') }).click();
  await expect(reader.getByText(text)).toBeVisible();
  await reader.getByText(t('inbox.reply'), { exact: true }).first().click();
  await reader.getByLabel(t('inbox.replyLabel', { number: 1 })).fill('Atbilde no lasītāja');
  await reader.getByRole('button', { name: t('inbox.reply'), exact: true }).click();
  const saved = reader.waitForEvent('download');
  await reader.getByRole('link').click();
  const download = await saved;
  await download.saveAs(join(folder, 'out', download.suggestedFilename()));
  expect(inbox('push', '--from', join(folder, 'out'))).toContain('1 replies stored');
  await askFor(page, 'lv', number);
  await expect(heading('reply.found')).toBeVisible();
  await expect(page.getByText('Atbilde no lasītāja')).toBeVisible();
  await reader.close();
});
