import { afterEach, expect, test, vi } from 'vitest';
import { siteOrigin } from '../../../src/records/site-origin.ts';
import { makeFolder, removeFolder } from '../../support/small-site.ts';

let root: string | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  if (root) await removeFolder(root);
});

async function originOf(written: string): Promise<string> {
  root = await makeFolder({ 'content/data/site.yml': `origin: ${written}\n` });
  return siteOrigin(root);
}

test('the address of this copy is that of site.yml, or SITE_ORIGIN', async () => {
  expect(await originOf('https://site.example/')).toBe('https://site.example');
  vi.stubEnv('SITE_ORIGIN', 'https://copy.example:8443/');
  expect(await originOf('https://site.example/')).toBe('https://copy.example:8443');
});

test('a faulty address is named where it was written', async () => {
  await expect(originOf('site.example')).rejects.toThrow('content/data/site.yml: origin is not a web address');
});

test.each(['', 'copy.example', 'localhost:4321'])('a faulty SITE_ORIGIN is named: "%s"', async (value) => {
  vi.stubEnv('SITE_ORIGIN', value);
  await expect(originOf('https://site.example/')).rejects.toThrow(/^SITE_ORIGIN is not a web address/);
});
