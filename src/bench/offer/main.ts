/**
 * npm run bench:offer: how long the offer checker reads 20 KB of adverts in Chromium with a processor six times slower: adverts in one
 * language, and in four. Needs a built site. Medians of the first reading, which compiles the patterns, and of later ones; exits with 1 if
 * the bar is missed by either.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { languagesOf, type Patterns } from '../../offer-check/index.ts';
import type * as ReaderModule from '../../components/offer/reader.client.ts';
import { readPolicy } from '../../hosting/policy.ts';
import { flags, wordsIn } from '../../offer-check/rules.ts';
import { createSiteServer, stopServer } from '../../server/serve.ts';
import { findBrowser } from '../../setup/browser.mjs';
import { listen } from '../page/serve-folder.ts';
import { median, table } from '../table.ts';

const CPU_SLOWDOWN = 6;
const TEXT_BYTES = 20_000;
const MOST_MILLISECONDS = 50;
const RUNS = 15;
const VISITS = 5;

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)));
const sentences = flags.flatMap(({ alarms, fine }) => [...fine, ...alarms]);
const textOf = (lines: readonly string[]) =>
  Buffer.from(`${lines.join('\n')}\n`.repeat(20))
    .subarray(0, TEXT_BYTES)
    .toString('utf8');
const texts = {
  one: textOf(sentences.filter((sentence) => languagesOf(sentence).join() === 'lv')),
  mixed: textOf(sentences),
};

/** What the script of the page loads: built files by the names of their bundles. */
async function modulesOf(): Promise<Record<string, { src: string; integrity: string }>> {
  const files = (await readdir(resolve(root, 'dist/assets'))).filter((file) => /^offer(?:Reader|Patterns|More).*\.js$/.test(file));
  const entries = files.map(async (file) => {
    const hash = createHash('sha384')
      .update(await readFile(resolve(root, 'dist/assets', file)))
      .digest('base64');
    return [file.split('.')[0] ?? '', { src: `/assets/${file}`, integrity: `sha384-${hash}` }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const server = await createSiteServer({ dist: resolve(root, 'dist'), policy: { ...(await readPolicy(root)), https: false } });
const origin = await listen(server);
const browser = await chromium.launch({ executablePath: findBrowser() ?? '' });

/** Milliseconds of first readings, and of later ones. */
async function timesOf(text: string): Promise<{ first: number[]; later: number[] }> {
  const first: number[] = [];
  const later: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const page = await browser.newPage();
    await page.goto(`${origin}/lv/drosi-celot-un-stradat/parbaudi-piedavajumu/`);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    const times = await page.evaluate(
      async ({ words, advert, runs, modules }) => {
        const load = async <Module>({ src, integrity } = { src: '', integrity: '' }): Promise<Module> => {
          const link = document.createElement('link');
          Object.assign(link, { rel: 'modulepreload', href: src, integrity, crossOrigin: 'anonymous' });
          document.head.append(link);
          return (await import(src)) as Module;
        };
        const { makeTextReader, concepts } = await load<typeof ReaderModule>(modules['offerReader']);
        const patterns: Patterns = { languages: {}, packed: {}, learned: {} };
        for (const language of ['Lv', 'En', 'Ru', 'Uk']) {
          const own = await load<{ patterns: Patterns }>(modules[`offerPatterns${language}`]);
          Object.assign(patterns.languages, own.patterns.languages);
          Object.assign(patterns.packed, own.patterns.packed);
          const { more } = await load<{ more: string }>(modules[`offerMore${language}`]);
          const [[name, weights] = ['', undefined]] = Object.entries(own.patterns.learned);
          Object.assign(patterns.learned, { [name]: { ...weights, more } });
        }
        const measured: number[] = [];
        const began = performance.now();
        const read = makeTextReader(words, patterns, concepts);
        read(advert);
        measured.push(performance.now() - began);
        for (let run = 0; run < runs; run++) {
          const start = performance.now();
          read(advert);
          measured.push(performance.now() - start);
        }
        return measured;
      },
      { words: wordsIn('lv'), advert: text, runs: RUNS, modules: await modulesOf() },
    );
    first.push(times[0] ?? NaN);
    later.push(...times.slice(1));
    await page.close();
  }
  return { first, later };
}

try {
  const one = await timesOf(texts.one);
  const mixed = await timesOf(texts.mixed);
  const rows = [
    ['one language: patterns compiled and first reading, ms', '', median(one.first).toFixed(1)],
    ['one language: reading, ms', `≤ ${MOST_MILLISECONDS}`, median(one.later).toFixed(1)],
    ['four languages: patterns compiled and first reading, ms', '', median(mixed.first).toFixed(1)],
    ['four languages: reading, ms', `≤ ${MOST_MILLISECONDS}`, median(mixed.later).toFixed(1)],
  ];
  console.log(table([`${TEXT_BYTES} bytes, processor ${CPU_SLOWDOWN} × slower`, 'bar', 'median'], rows));
  if (Math.max(median(one.later), median(mixed.later)) > MOST_MILLISECONDS) process.exitCode = 1;
} finally {
  await browser.close();
  await stopServer(server);
}
