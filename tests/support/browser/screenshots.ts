// Pictures of every kind of page, for people to look at side by side:
//   node tests/support/browser/screenshots.ts <folder> [--only <kind>] [--languages lv,ru]
// Serves dist/ itself, or takes the server that SITE_URL names. Open <folder>/index.html.
import type { Server } from 'node:http';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { readPolicy } from '../../../src/hosting/policy.ts';
import { createSiteServer } from '../../../src/server/serve.ts';
import { findBrowser } from '../../../src/setup/browser.mjs';
import { templates } from './site.ts';

const root = join(import.meta.dirname, '../../..');
const widths = [360, 768, 1280];
const schemes = ['light', 'dark'] as const;

async function serve(): Promise<{ url: string; server?: Server }> {
  const running = process.env['SITE_URL'];
  if (running !== undefined) return { url: running };
  const server = await createSiteServer({ dist: join(root, 'dist'), policy: { ...(await readPolicy(root)), https: false } });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, languages: { type: 'string', default: 'lv,ru' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Name a folder for the pictures: node tests/support/browser/screenshots.ts <folder>');

await mkdir(folder, { recursive: true });
const { url, server } = await serve();
const executablePath = findBrowser();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const shots = Object.entries(templates)
  .filter(([kind]) => values.only === undefined || kind === values.only)
  .flatMap(([kind, paths]) =>
    values.languages.split(',').map((language) => ({ kind, language, path: paths[language as keyof typeof paths] })),
  );
const rows = new Map<string, string[]>();
for (const colorScheme of schemes) {
  for (const width of widths) {
    const page = await browser.newPage({ baseURL: url, viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
    for (const { kind, language, path } of shots) {
      if (path === undefined) continue;
      const name = `${kind.replaceAll(' ', '-')}-${language}-${width}-${colorScheme}.png`;
      await page.goto(path);
      await page.screenshot({ path: join(folder, name), fullPage: true });
      const row = `${kind}, ${language}`;
      rows.set(row, [...(rows.get(row) ?? []), name]);
    }
    await page.close();
  }
}
const table = [...rows].map(
  ([name, files]) =>
    `<h2>${name}</h2><p>${files.map((file) => `<a href="${file}"><img src="${file}" width="300" alt="${file}"></a>`).join(' ')}</p>`,
);
await writeFile(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Screenshots</title>${table.join('\n')}\n`);
await browser.close();
server?.close();
console.log(`${[...rows.values()].flat().length} pictures: ${join(folder, 'index.html')}`);
