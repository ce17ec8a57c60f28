import { expect, test, type Page } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { developmentIdentities } from '../../src/reports/keys/development.ts';
import { type Recovered, recoverFiles } from '../../src/reports/inbox/attachments.ts';
import { openFiles } from '../../src/reports/inbox/opening.ts';
import { holdBack, leave } from '../support/browser/leaving.ts';
import { languages, templates, type Language } from '../support/browser/site.ts';
import { photograph, PLANTED } from '../support/reports/pictures.ts';

const { report } = templates;
const text = 'Izdomāts ziņojums ar bildi.';
const small = Buffer.from(await photograph());
const large = Buffer.from(await photograph(1_700, 3));
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer });

function formIn(page: Page, language: Language = 'lv') {
  const t = translator(language);
  return {
    t,
    what: page.getByLabel(t('report.field.what')),
    files: page.locator('#files'),
    list: page.locator('[data-report="files-list"]'),
    refused: page.locator('[data-report="files-problems"]'),
    check: page.getByRole('button', { name: t('report.preview.open'), exact: true }),
    send: page.getByRole('button', { name: t('report.send'), exact: true }),
    heading: (key: Parameters<typeof t>[0]) => page.getByRole('heading', { name: t(key) }),
  };
}

/** How the limit that holds without script begins. */
function withoutScript(language: Language): string {
  return translator(language)('report.files.noScript', { size: '|' }).split('|')[0] ?? '';
}

/** Sealed bodies as they leave the browser, in order. */
function posted(page: Page): { id: string; age: string }[] {
  const bodies: { id: string; age: string }[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.headers()['content-type'] === 'application/json')
      bodies.push(JSON.parse(request.postData() ?? '{}') as { id: string; age: string });
  });
  return bodies;
}

/** The files in sealed bodies, as the inbox finds them. */
async function filesIn(bodies: readonly { id: string; age: string }[]): Promise<Recovered[]> {
  const identities = (await developmentIdentities(new Date().toISOString().slice(0, 10))).map(({ identity }) => identity);
  const sealed = new Map(bodies.map(({ id, age }) => [id, new Uint8Array(Buffer.from(age, 'base64'))]));
  const read = (name: string) => Promise.resolve(sealed.get(name) ?? new Uint8Array());
  const opened = await Array.fromAsync(
    openFiles(
      [...sealed].map(([name, bytes]) => ({ name, bytes })),
      identities,
    ),
  );
  const parts = opened.flatMap((one) => ('part' in one ? [one.part] : []));
  const [found] = opened.flatMap((one) => ('report' in one ? [one.report] : []));
  if (!found?.attached) return [];
  return recoverFiles({ name: found.name, attached: found.attached, parts, read, identities });
}

for (const language of languages) {
  test(`files are cleaned, listed, removed and sent after the text, in ${language}`, async ({ page }) => {
    const bodies = posted(page);
    const { t, what, files, list, refused, check, send, heading } = formIn(page, language);
    await page.goto(report?.[language] ?? '');
    await what.fill(text);
    await files.setInputFiles([
      file('Jānis Bērziņš.jpg', small),
      file('zīmējums.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    ]);
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(list).toContainText(t('report.files.clean'));
    await expect(refused).toHaveText(t('report.files.problem.unknown', { name: 'zīmējums.jpg' }));
    await files.setInputFiles([file('wrong.jpg', small), file('large.png', large)]);
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await page.getByRole('button', { name: t('report.files.remove', { name: 'wrong.jpg' }) }).click();
    await expect(files).toBeFocused();
    await list.getByLabel(t('report.files.placeHere')).first().check();
    await check.click();
    await expect(page.locator('[data-report="answers"]')).toContainText('image-2.jpg (large.png)');
    await send.click();
    await expect(heading('report.answer.stored')).toBeVisible();
    await expect(page.getByText(t('report.files.sent'))).toBeVisible({ timeout: 20_000 });
    const [first] = bodies;
    expect(bodies.length).toBeGreaterThan(1);
    expect(first?.age.length).toBeLessThan(50_000);
    expect(JSON.stringify(bodies)).not.toContain('Bērziņš');
    const found = await filesIn(bodies);
    expect(found.map((one) => ['kind' in one && one.kind, 'hasPlace' in one && one.hasPlace])).toEqual([
      ['jpeg', true],
      ['jpeg', false],
    ]);
    for (const one of found) expect('bytes' in one && Buffer.from(one.bytes).includes(PLANTED)).toBe(false);
  });
}

test('a file that does not come through can be sent again, and the text is safe before', async ({ page }) => {
  const bodies = posted(page);
  let refusals = 1;
  await page.route('**/api/report', (route) => {
    const isPart = bodies.length > 1;
    return isPart && refusals-- > 0 ? route.fulfill({ status: 429, body: '{}' }) : route.continue();
  });
  const { t, what, files, check, send, heading } = formIn(page);
  await page.goto(report?.lv ?? '');
  await what.fill(text);
  await files.setInputFiles([file('one.jpg', small)]);
  await check.click();
  await send.click();
  await expect(heading('report.answer.stored')).toBeVisible();
  await expect(page.getByText(t('report.files.failed'))).toBeVisible();
  await page.getByRole('button', { name: t('report.files.again') }).click();
  await expect(page.getByText(t('report.files.sent'))).toBeVisible();
  expect(bodies[2]).toEqual(bodies[1]);
  expect((await filesIn(bodies)).map((one) => 'bytes' in one)).toEqual([true]);
});

test('a report that is on its way is stored with its files when the reader leaves, and the page says nothing of it', async ({ page }) => {
  const bodies = posted(page);
  const { letGo } = await holdBack(page, '**/api/report');
  const { what, files, check, send, heading, list } = formIn(page);
  await page.goto(report?.lv ?? '');
  await what.fill(text);
  await files.setInputFiles([file('one.jpg', small)]);
  await check.click();
  await send.click();
  await expect.poll(() => bodies.length).toBe(1);
  await leave(page);
  await what.fill('Cits teksts');
  letGo();
  await expect.poll(() => bodies.length).toBe(2);
  expect((await filesIn(bodies)).map((one) => 'bytes' in one)).toEqual([true]);
  await expect(heading('report.answer.stored')).toBeHidden();
  await expect(list.getByRole('listitem')).toHaveCount(0);
  await expect(what).toHaveValue('Cits teksts');
  await check.click();
  await send.click();
  await expect(heading('report.answer.stored')).toBeFocused();
  await expect(page.locator('[data-report="files-sending"]')).toBeHidden();
});

test('files that are clean only after the reader has left are not listed', async ({ page }) => {
  const { letGo } = await holdBack(page, '**/reportFiles.*');
  const { files, list } = formIn(page);
  await page.goto(report?.lv ?? '');
  await files.setInputFiles([file('one.jpg', small)]);
  await leave(page);
  await files.setInputFiles([file('two.jpg', small)]);
  letGo();
  await expect(list).toContainText('two.jpg');
  await expect(list.getByRole('listitem')).toHaveCount(1);
});

test('without what cleans in the browser the files still go, through the server', async ({ page }) => {
  await page.route('**/reportFiles.*', (route) => route.abort());
  const { t, what, files, check, heading } = formIn(page);
  await page.goto(report?.lv ?? '');
  await what.fill(text);
  await files.setInputFiles([file('one.jpg', small)]);
  await expect(heading('report.plain.title')).toBeVisible();
  await check.click();
  await expect(heading('report.plain.title')).toBeVisible();
  const sending = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: t('report.plain.send') }).click();
  expect((await (await sending).headerValue('content-type')) ?? '').toContain('multipart/form-data');
  await expect(heading('report.answer.stored')).toBeVisible();
});

test('files that are cleaned here go clean through the server too, and those removed do not go', async ({ page }) => {
  await page.route('**/reportSeal.*', (route) => route.abort());
  const { t, what, files, list, check, heading } = formIn(page);
  await page.goto(report?.lv ?? '');
  await what.fill(text);
  await files.setInputFiles([file('one.jpg', small), file('two.jpg', small)]);
  await page.getByRole('button', { name: t('report.files.remove', { name: 'one.jpg' }) }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await check.click();
  await expect(heading('report.plain.title')).toBeVisible();
  const sending = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: t('report.plain.send') }).click();
  const body = (await sending).postDataBuffer()?.toString('latin1') ?? '';
  expect(body.split('filename="')).toHaveLength(2);
  expect(body).toContain('filename="image-1.jpg"');
  expect(body).not.toContain(PLANTED);
  await expect(heading('report.answer.stored')).toBeVisible();
});

test('whoever hears the page hears only of limits that hold', async ({ page }) => {
  const { t, files } = formIn(page);
  await page.goto(report?.lv ?? '');
  await expect(files).toHaveAccessibleDescription(new RegExp(t('report.files.pdf')));
  await expect(files).not.toHaveAccessibleDescription(new RegExp(withoutScript('lv')));
});

test('files are gone after leaving and coming back', async ({ page }) => {
  const { what, files, list } = formIn(page);
  await page.goto(report?.lv ?? '');
  await what.fill(text);
  await files.setInputFiles([file('one.jpg', small)]);
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.goto('/lv/');
  await page.goBack();
  await expect(list.getByRole('listitem')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const language of languages) {
    test(`files go with the text, and what is too large costs no text, in ${language}`, async ({ page }) => {
      const { t, what, files, send, heading } = formIn(page, language);
      await page.goto(report?.[language] ?? '');
      await expect(files).toHaveAccessibleDescription(new RegExp(withoutScript(language)));
      await what.fill(text);
      await files.setInputFiles([file('one.jpg', Buffer.concat([large, large, large]))]);
      await send.click();
      await expect(heading('report.problem.files-too-large')).toBeVisible();
      await expect(what).toHaveValue(text);
      await page.getByLabel(t('report.answer.filesAgain')).setInputFiles([file('one.jpg', small.subarray(0, 500))]);
      await page.getByRole('button', { name: t('report.answer.again') }).click();
      await expect(heading('report.problem.file-broken')).toBeVisible();
      await expect(what).toHaveValue(text);
      await page.getByLabel(t('report.answer.filesAgain')).setInputFiles([file('one.jpg', small)]);
      await page.getByRole('button', { name: t('report.answer.again') }).click();
      await expect(heading('report.answer.stored')).toBeVisible();
    });
  }
});
