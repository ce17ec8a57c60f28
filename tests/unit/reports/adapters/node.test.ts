import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Endpoint, openReports, type Settings } from '../../../../src/reports/adapters/node.ts';
import { type AnswerLanguage, LANGUAGES } from '../../../../src/reports/context.ts';
import type { OrganisationKeys } from '../../../../src/reports/keys/recipients.ts';
import { inventOrganisation } from '../../../support/reports/organisation.ts';
import { postForm } from '../../../support/reports/world.ts';

const language: AnswerLanguage = { words: (key) => key, phones: [], formPath: '/', replyPath: '/' };
const languages = Object.fromEntries(LANGUAGES.map((name) => [name, language])) as Record<(typeof LANGUAGES)[number], AnswerLanguage>;

let root: string;
let opened: Endpoint | undefined;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'report-node-'));
});
afterEach(async () => {
  opened?.close();
  opened = undefined;
  await rm(root, { recursive: true, force: true });
});

async function open(settings: Settings, isProduction = false, organisations?: OrganisationKeys[]): Promise<Endpoint> {
  const recipients = organisations && { organisations };
  opened = await openReports({
    root,
    settings,
    isProduction,
    origins: ['https://site.example'],
    languages,
    ...(recipients && { recipients }),
  });
  return opened;
}

async function writeSecret(mode = 0o600): Promise<string> {
  const file = join(root, 'secret');
  await writeFile(file, Buffer.alloc(32, 7).toString('base64'));
  await chmod(file, mode);
  return file;
}

describe('a fresh clone', () => {
  test('takes reports at once, into a folder of its own, with keys it marks as worthless', async () => {
    const { handle, notes } = await open({});
    expect((await handle(postForm({ what: 'x' }), '127.0.0.1')).status).toBe(303);
    expect(notes.join()).toContain('development keys, which protect nothing');
    expect((await stat(join(root, '.reports/store/r'))).isDirectory()).toBe(true);
    expect((await stat(join(root, '.reports/secret'))).mode & 0o777).toBe(0o600);
  });

  test('takes reports from its own pages on any port, and from no other site', async () => {
    const { handle } = await open({});
    const from = async (origin: string) => {
      const request = postForm({ what: 'x' });
      request.headers.set('Origin', origin);
      return (await handle(request, undefined)).status;
    };
    expect(await from('http://localhost:4321')).toBe(303);
    expect(await from('http://127.0.0.1:9')).toBe(303);
    expect(await from('https://site.example')).toBe(303);
    expect(await from('http://localhost.evil.example')).toBe(403);
  });
});

describe('production', () => {
  let organisations: OrganisationKeys[];
  beforeEach(async () => {
    const month = new Date().toISOString().slice(0, 7);
    organisations = await Promise.all([inventOrganisation('one', month), inventOrganisation('two', month)]);
  });

  const refusal = async (settings: Settings, list: OrganisationKeys[] | undefined = organisations): Promise<string> => {
    const message = await open(settings, true, list).then(
      () => 'opened',
      (error: unknown) => String(error),
    );
    expect(message).not.toContain('\n');
    return message;
  };

  test('refuses development keys', async () => {
    expect(await refusal({ REPORTS_DIR: 'store' }, [])).toContain('names nobody who can open a report');
  });

  test('refuses to guess where reports are kept', async () => {
    expect(await refusal({ REPORTS_SECRET_FILE: await writeSecret() })).toContain('Set REPORTS_DIR');
  });

  test('refuses a place that is published', async () => {
    expect(await refusal({ REPORTS_DIR: join(root, 'dist/reports') })).toContain('inside dist/');
  });

  test('refuses to make its own secret, a missing one, and one that others can read or that is too short', async () => {
    expect(await refusal({ REPORTS_DIR: 'store' })).toContain('set REPORTS_SECRET_FILE');
    expect(await refusal({ REPORTS_DIR: 'store', REPORTS_SECRET_FILE: join(root, 'none') })).toContain('does not exist');
    expect(await refusal({ REPORTS_DIR: 'store', REPORTS_SECRET_FILE: await writeSecret(0o644) })).toContain('chmod 600');
    await writeFile(await writeSecret(), 'c2hvcnQ=');
    expect(await refusal({ REPORTS_DIR: 'store', REPORTS_SECRET_FILE: join(root, 'secret') })).toContain('no secret of 32 bytes');
  });

  test('refuses half a bucket and a quota that is no number', async () => {
    expect(await refusal({ REPORTS_S3_BUCKET: 'https://b.example' })).toContain('REPORTS_S3_REGION is missing');
    expect(await refusal({ REPORTS_DIR: 'store', REPORTS_MAX_OBJECTS: 'many' })).toContain('REPORTS_MAX_OBJECTS is "many"');
  });

  test('opens with keys, a place and a secret, and says nothing', async () => {
    const { notes, handle } = await open({ REPORTS_DIR: 'store', REPORTS_SECRET_FILE: await writeSecret() }, true, organisations);
    expect(notes).toEqual([]);
    expect((await handle(new Request('http://x/api/status'), undefined)).status).toBe(200);
    const fromHere = postForm({ what: 'x' });
    fromHere.headers.set('Origin', 'http://localhost:4321');
    expect((await handle(fromHere, undefined)).status).toBe(403);
  });

  test('is full at its quota, and says so before', async () => {
    const settings = { REPORTS_DIR: 'store', REPORTS_SECRET_FILE: await writeSecret(), REPORTS_MAX_OBJECTS: '2' };
    const { handle } = await open(settings, true, organisations);
    const statuses: number[] = [];
    for (const what of ['a', 'b', 'c']) statuses.push((await handle(postForm({ what }), undefined)).status);
    expect(statuses).toEqual([303, 303, 503]);
    expect((await open(settings, true, organisations)).notes.join()).toContain('100 % full');
  });

  test('asks for work from nine tenths of its quota on, and takes no form any more', async () => {
    const settings = { REPORTS_DIR: 'store', REPORTS_SECRET_FILE: await writeSecret(), REPORTS_MAX_OBJECTS: '10' };
    const { handle } = await open(settings, true, organisations);
    const bits = async () => {
      const status = await handle(new Request('http://x/api/status'), undefined);
      return ((await status.json()) as { pow: { bits: number } }).pow.bits;
    };
    for (let at = 0; at < 8; at++) await handle(postForm({ what: String(at) }), undefined);
    expect(await bits()).toBe(0);
    expect((await handle(postForm({ what: '8' }), undefined)).status).toBe(303);
    expect(await bits()).toBe(8);
    expect((await handle(postForm({ what: '9' }), undefined)).status).toBe(503);
  });

  test('limits a network behind a proxy by the last address that the proxy names', async () => {
    const settings = { REPORTS_DIR: 'store', REPORTS_SECRET_FILE: await writeSecret(), REPORTS_TRUST_PROXY: '1' };
    const { handle } = await open(settings, true, organisations);
    const statuses: number[] = [];
    for (let at = 0; at < 31; at++) {
      const request = postForm({ what: String(at) });
      request.headers.set('X-Forwarded-For', `198.51.${at}.1, 203.0.113.77`);
      statuses.push((await handle(request, '127.0.0.1')).status);
    }
    expect(statuses.slice(-2)).toEqual([303, 429]);
  });
});
