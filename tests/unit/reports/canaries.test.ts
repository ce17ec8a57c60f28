import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { readPolicy } from '../../../src/hosting/policy.ts';
import { openReports } from '../../../src/reports/adapters/node.ts';
import { type AnswerLanguage, LANGUAGES } from '../../../src/reports/context.ts';
import { createSiteServer, stopServer } from '../../../src/server/serve.ts';
import { listen, sendRaw } from '../../support/raw-http.ts';
import { spellingsOf } from '../../support/reports/spellings.ts';
import { makeFolder, removeFolder, smallSite } from '../../support/small-site.ts';

const FIELDS = ['what', 'about', 'links', 'where', 'when', 'who', 'contact', 'danger', 'lang', 'site', 'unknown'];
const HEADERS = ['User-Agent', 'Accept-Language', 'Referer', 'Cookie', 'X-Forwarded-For', 'CF-Connecting-IP', 'Forwarded', 'X-Other'];
const canaryOf = (place: string) => `Kanārijs-${place}-4c1d`;
const ADDRESSES = ['203.0.113.77', '2001:db8::77'];

let root: string;
let folder: string;
let server: Server | undefined;

beforeEach(async () => {
  root = await makeFolder(smallSite());
  folder = await mkdtemp(join(tmpdir(), 'report-canaries-'));
  await finishBuild(root);
});
afterEach(async () => {
  if (server) await stopServer(server, 0);
  await removeFolder(root);
  await rm(folder, { recursive: true, force: true });
});

async function serve(): Promise<number> {
  const word: AnswerLanguage = { words: (key) => key, phones: [], formPath: '/', replyPath: '/' };
  const languages = Object.fromEntries(LANGUAGES.map((name) => [name, word])) as Record<(typeof LANGUAGES)[number], AnswerLanguage>;
  const settings = { REPORTS_TRUST_PROXY: '1' };
  const reports = await openReports({ root: folder, settings, isProduction: false, origins: [], languages });
  reports.close();
  server = await createSiteServer({ dist: join(root, 'dist'), policy: { ...(await readPolicy(root)), https: false }, api: reports.handle });
  return listen(server);
}

/** A form with a canary in every field, and in every header that says something of its sender. */
function formWithCanaries(headers: string[], path = '/api/report'): string {
  const parts = FIELDS.map((name) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${canaryOf(name)}\r\n`);
  const file = `--b\r\nContent-Disposition: form-data; name="f"; filename="${canaryOf('file')}"\r\n\r\n${canaryOf('bytes')}\r\n`;
  const body = `${parts.join('')}${file}--b--\r\n`;
  const length = Buffer.byteLength(body);
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n${headers.join('')}\r\n${body}`;
}

async function everythingWritten(): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.map(({ name }) => Buffer.from(name));
  const files = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))));
  return [...names, ...files];
}

describe('what the endpoint writes', () => {
  const canaries = [...FIELDS, ...HEADERS, 'file', 'bytes', 'query'].map(canaryOf);

  test('holds nothing of any field, header or address, in any spelling', async () => {
    const printed: string[] = [];
    const writers = (['stdout', 'stderr'] as const).map((name) => {
      const write = process[name].write.bind(process[name]);
      process[name].write = (part: string) => (printed.push(part), true);
      return () => (process[name].write = write);
    });
    const port = await serve();
    const own = HEADERS.map((name) => `${name}: ${canaryOf(name)}\r\n`);
    const statuses: number[] = [];
    for (const address of ADDRESSES) {
      const senders = [`X-Forwarded-For: ${address}\r\n`, `CF-Connecting-IP: ${address}\r\n`, `Forwarded: for="[${address}]"\r\n`];
      statuses.push((await sendRaw(port, formWithCanaries(own))).status, (await sendRaw(port, formWithCanaries(senders))).status);
      statuses.push((await sendRaw(port, formWithCanaries(own, `/api/${encodeURIComponent(canaryOf('query'))}?x=${address}`))).status);
    }
    for (const restore of writers) restore();
    expect(statuses).toEqual([303, 303, 404, 303, 303, 404]);
    const written = [...(await everythingWritten()), Buffer.from(printed.join(''))];
    expect(written.filter(({ length }) => length > 30_000)).toHaveLength(4);
    const hits = [...canaries, ...ADDRESSES].flatMap((canary) =>
      spellingsOf(canary).filter((spelling) => written.some((bytes) => bytes.includes(spelling))),
    );
    expect(hits).toEqual([]);
  }, 60_000);

  test('would be found by the search in every one of eight spellings', () => {
    const spellings = spellingsOf(canaryOf('what'));
    expect(spellings.length).toBeGreaterThanOrEqual(8);
    for (const spelling of spellings) {
      const leak = Buffer.concat([Buffer.from('log line '), spelling, Buffer.from(' end')]);
      expect(spellings.some((one) => leak.includes(one))).toBe(true);
    }
    const inBase64 = Buffer.from(`{"a":"x${canaryOf('what')}y"}`).toString('base64');
    expect(spellings.some((one) => Buffer.from(inBase64).includes(one))).toBe(true);
  });
});
