import { describe, expect, test } from 'vitest';
import { developmentIdentities } from '../../../src/reports/keys/development.ts';
import { type Recovered, recoverFiles } from '../../../src/reports/inbox/attachments.ts';
import { openFiles, type OpenedReport } from '../../../src/reports/inbox/opening.ts';
import { openMemoryStore } from '../../../src/reports/stores/memory.ts';
import { everyObject, type Store, StoreFault } from '../../../src/reports/stores/store.ts';
import { BUCKETS } from '../../../src/reports/message/padding.ts';
import { sealedSize } from '../../../src/reports/message/envelope.ts';
import { formWithFiles, photograph, PLANTED } from '../../support/reports/pictures.ts';
import { handle, makeContext, TODAY } from '../../support/reports/world.ts';

const fields = { what: 'Izdomāts ziņojums ar bildi.', lang: 'lv' };
const pdf = new TextEncoder().encode('%PDF-1.7\nizdomāts\n%%EOF\n');
const small = await photograph();
/** About 1.7 MB: two of them do not fit beside a text. */
const large = await photograph(1_300, 2);

const named = (...files: Uint8Array[]) => files.map((bytes, index) => ({ name: `IMG_${index}.exe`, bytes }));

/** Reports of a store with their files, as the inbox finds them. */
async function inboxOf(store: Store): Promise<{ report: OpenedReport; files: Recovered[] }[]> {
  const identities = (await developmentIdentities(TODAY)).map(({ identity }) => identity);
  const objects = await Array.fromAsync(everyObject(store, 'r/'));
  const read = async (name: string) => (await store.get(name)) ?? new Uint8Array();
  const sealed = await Promise.all(objects.map(async ({ key }) => ({ name: key, bytes: await read(key) })));
  const opened = await Array.fromAsync(openFiles(sealed, identities));
  const parts = opened.flatMap((one) => ('part' in one ? [one.part] : []));
  const reports = opened.flatMap((one) => ('report' in one ? [one.report] : []));
  return Promise.all(
    reports.map(async (report) => {
      const { name, attached } = report;
      return { report, files: attached ? await recoverFiles({ name, attached, parts, read, identities }) : [] };
    }),
  );
}

function bytesOf(file: Recovered | undefined): Buffer {
  return file && 'bytes' in file ? Buffer.from(file.bytes) : Buffer.alloc(0);
}

describe('a picture that comes without script', () => {
  test('is cleaned, sealed beside its text and found in the inbox', async () => {
    const context = await makeContext();
    expect((await handle(formWithFiles(fields, named(small, pdf)), context)).status).toBe(303);
    const [found, ...others] = await inboxOf(context.store);
    expect(others).toEqual([]);
    expect(found?.files).toMatchObject([
      { n: 1, kind: 'jpeg', hasPlace: false },
      { n: 2, kind: 'pdf' },
    ]);
    const [picture, document] = (found?.files ?? []).map(bytesOf);
    expect(Buffer.from(small).includes(PLANTED)).toBe(true);
    expect(picture?.includes(PLANTED)).toBe(false);
    expect(picture?.length).toBeGreaterThan(1_000);
    expect(document?.equals(pdf)).toBe(true);
  });

  test('keeps its place only when its sender wishes', async () => {
    const context = await makeContext();
    await handle(formWithFiles({ ...fields, place: 'on' }, named(small)), context);
    const [found] = await inboxOf(context.store);
    const picture = bytesOf(found?.files[0]);
    expect(found?.files).toMatchObject([{ hasPlace: true }]);
    expect([picture.includes('Exif'), picture.includes(PLANTED)]).toEqual([true, false]);
  });

  test('that does not fit beside the text follows it in parts that look like any others', async () => {
    const context = await makeContext();
    expect((await handle(formWithFiles(fields, named(large, large)), context)).status).toBe(303);
    const sizes = (await Array.fromAsync(everyObject(context.store, 'r/'))).map(({ bytes }) => bytes);
    expect(sizes).toHaveLength(3);
    expect(sizes.every((size) => BUCKETS.some((bucket) => size === sealedSize(bucket, 2)))).toBe(true);
    expect(Math.min(...sizes)).toBe(sealedSize(32 * 1024, 2));
    const [found] = await inboxOf(context.store);
    expect(found?.files.map((file) => 'bytes' in file)).toEqual([true, true]);
  });

  test('sent twice with the same random boundary is kept once, parts and all', async () => {
    const context = await makeContext();
    const answers = [1, 2].map(() => handle(formWithFiles(fields, named(large, large)), context));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([303, 303]);
    expect(await Array.fromAsync(everyObject(context.store, 'r/'))).toHaveLength(3);
    expect(await inboxOf(context.store)).toHaveLength(1);
  });

  test('does not cost its text when the store fills up in between, and the receipt says so', async () => {
    const store = openMemoryStore(() => new Date());
    let left = 1;
    const filling: Store = {
      ...store,
      create: (key, bytes) => (left-- > 0 ? store.create(key, bytes) : Promise.reject(new StoreFault('full', 'full'))),
    };
    const context = await makeContext({ store: filling });
    const answer = await handle(formWithFiles(fields, named(large, large)), context);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/api/receipt?l=lv&files=lost']);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await handle(new Request('http://x/api/receipt?l=lv&files=lost', { headers: { Cookie: cookie } }), context);
    expect(await page.text()).toContain('[report.answer.filesLost]');
    const [found] = await inboxOf(store);
    expect(found?.report.answers[0]?.text).toBe(fields.what);
    expect(found?.files).toMatchObject([
      { fault: 'absent', here: 0, all: 2 },
      { fault: 'absent', here: 0, all: 2 },
    ]);
  });
});

describe('files that are not taken', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xff, 0xff, 0xff, 0x49, 0x48, 0x44, 0x52]);
  const text = (words: string) => new TextEncoder().encode(words);
  test.each([
    ['an empty file', [small, new Uint8Array()], 422, 'file-empty', 2],
    ['a picture that breaks off', [small.subarray(0, small.length - 100)], 422, 'file-broken', 1],
    ['a picture of four gigabytes, as it says', [png], 422, 'file-broken', 1],
    ['a drawing with scripts', [text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')], 415, 'file-unknown', 1],
    ['a web page', [text('<!doctype html><script>alert(1)</script>')], 415, 'file-unknown', 1],
    ['a web page that is also a PDF', [text('<script>alert(1)</script>%PDF-1.7')], 415, 'file-unknown', 1],
    ['an archive', [text('PK\u0003\u0004')], 415, 'file-unknown', 1],
    ['seven files', Array.from({ length: 7 }, () => small), 413, 'too-many-files', undefined],
    ['more than three and a half mebibytes', [large, large, large.subarray(0, 400_000)], 413, 'files-too-large', undefined],
    ['more than the whole form may have', [new Uint8Array(6_000_000)], 413, 'files-too-large', undefined],
  ])('%s comes back with everything that was typed and room for other files', async (_, files, status, slug, number) => {
    const context = await makeContext();
    const answer = await handle(formWithFiles({ ...fields, where: 'Rīgā' }, named(...files)), context);
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(html).toContain(`[report.problem.${slug}]`);
    expect(html).toContain(`${fields.what}</textarea>`);
    expect(html).toContain('Rīgā</textarea>');
    expect(html).toContain('type="file" name="files"');
    expect(html.includes('[report.answer.file]')).toBe(number !== undefined);
    if (number !== undefined) expect(html).toContain(`[report.answer.file] ${number}<`);
    expect(html).not.toContain('IMG_');
    expect(await Array.fromAsync(everyObject(context.store, ''))).toEqual([]);
  });

  test('a text alone that is refused comes back without an input for files', async () => {
    const answer = await handle(formWithFiles({ ...fields, what: '' }, [{ name: '', bytes: new Uint8Array() }]), await makeContext());
    expect(await answer.text()).not.toContain('type="file"');
  });
});

test('an input that nobody used and files under other names are no attachments', async () => {
  const context = await makeContext();
  await handle(formWithFiles(fields, [{ name: '', bytes: new Uint8Array() }]), context);
  expect((await inboxOf(context.store)).map(({ files }) => files)).toEqual([[]]);
});
