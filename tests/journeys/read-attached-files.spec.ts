import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { writeInboxPage } from '../../src/reports/inbox/page.ts';
import { developmentEpochs, developmentIdentities } from '../../src/reports/keys/development.ts';
import { type Attachment, listFiles } from '../../src/reports/message/attachments.ts';
import { cleanFile } from '../../src/reports/message/cleaning.ts';
import { epochOn } from '../../src/reports/message/epochs.ts';
import { packMessage } from '../../src/reports/message/format.ts';
import { makeReport, readFields } from '../../src/reports/message/report.ts';
import { seal } from '../../src/reports/message/seal.ts';
import { photograph } from '../support/reports/pictures.ts';

const t = translator('lv');
const day = '2026-11-21';
const root = join(import.meta.dirname, '../..');

/** A picture whose header asks for 3.6 GB of points. */
function immense(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  const frame = Buffer.from(copy).indexOf(Buffer.from([0xff, 0xc0]));
  copy.set([0x75, 0x30, 0x75, 0x30], frame + 5);
  return copy;
}

test('the reader shows attached pictures as points and saves files under names of its own', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'inbox-page-'));
  const photo = await photograph();
  const attachments: Attachment[] = [];
  for (const bytes of [photo, immense(photo)]) attachments.push((await cleanFile(bytes)).file);
  const fields = readFields((name) => (name === 'what' ? 'Izdomāts' : ''));
  const report = makeReport({ id: 'ab'.repeat(16), day, lang: 'lv', via: 'nojs', fields, returnTo: { code: '1' }, isTrapped: false });
  const message = packMessage(
    { ...report, files: listFiles(attachments) },
    attachments.map(({ bytes }) => bytes),
  );
  const { recipients } = epochOn(day, await developmentEpochs(day));
  await writeFile(join(folder, 'one.age'), await seal(message, recipients));
  await writeFile(join(folder, 'keys.txt'), (await developmentIdentities(day)).map(({ identity }) => identity).join('\n'));
  await writeInboxPage(root, join(folder, 'inbox.html'));
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(pathToFileURL(join(folder, 'inbox.html')).href);
  await page.getByLabel(t('inbox.keys')).setInputFiles(join(folder, 'keys.txt'));
  await page.getByLabel(t('inbox.files')).setInputFiles(join(folder, 'one.age'));
  await page.getByRole('button', { name: t('inbox.open'), exact: true }).click();
  await page.getByRole('button', { name: t('inbox.attached') }).click();
  await page.getByRole('button', { name: t('inbox.file.show', { n: 1 }) }).click();
  await expect(page.locator('canvas')).toHaveAttribute('width', '64');
  await expect(page.getByRole('button', { name: t('inbox.file.show', { n: 2 }) })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: t('inbox.file.save', { n: 1 }) }).click();
  expect((await download).suggestedFilename()).toBe('1.jpg.bin');
  expect(await readFile(await (await download).path())).toEqual(Buffer.from(attachments[0]?.bytes ?? []));
  expect(faults).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
