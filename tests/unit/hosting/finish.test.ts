import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { listFiles } from '../../../src/hosting/files.ts';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { cspHash } from '../../../src/hosting/inline-code.ts';
import { readPolicy } from '../../../src/hosting/policy.ts';
import { makeFolder, page, removeFolder, REDIRECTS, smallSite, STYLE } from '../../support/small-site.ts';

const folders: string[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(folders.splice(0).map(removeFolder));
});

async function finished(changes: Record<string, string | undefined> = {}): Promise<string> {
  const root = await makeFolder({ ...smallSite(), ...changes });
  folders.push(root);
  await finishBuild(root);
  return root;
}

/** A page that names a style sheet of its own. */
const minimal = (style: string, name = 'minimal') =>
  page().replace('<html lang="lv">', `<html lang="uk" data-style-sheet="${name}">`).replace(STYLE, style);

const read = (root: string, file: string) => readFile(join(root, file), 'utf8');

describe('a finished build', () => {
  test('allows the one inlined style sheet by its hash', async () => {
    const policy = await readPolicy(await finished());
    expect(policy.styleHashes).toEqual([cspHash(STYLE)]);
  });

  test('allows a second style sheet, named by its pages', async () => {
    const policy = await readPolicy(
      await finished({ 'dist/lv/maza/uk/index.html': minimal('b{}'), 'dist/lv/maza/vi/index.html': minimal('b{}') }),
    );
    expect(policy.styleHashes).toEqual([cspHash(STYLE), cspHash('b{}')]);
  });

  test('leads to the host of SITE_ORIGIN where that is set', async () => {
    vi.stubEnv('SITE_ORIGIN', 'https://copy.example');
    const { hosts } = await readPolicy(await finished());
    expect([hosts.canonical, hosts.all.includes('copy.example')]).toEqual(['copy.example', true]);
  });

  test('has the same bytes when made twice', async () => {
    const [one, two] = [await finished(), await finished()];
    for (const file of await listFiles(one)) expect(await read(two, file), file).toBe(await read(one, file));
  });

  test('is unchanged when finished once more', async () => {
    const root = await finished();
    const before = await read(root, '.hosting/policy.json');
    await finishBuild(root);
    expect(await read(root, '.hosting/policy.json')).toBe(before);
  });

  test('leads from every listed old address to the page of its entry', async () => {
    const { redirects } = await readPolicy(await finished());
    expect(redirects).toEqual([
      { from: '/lv/drosa-vasara/190', to: '/lv/jaunumi/2018/celot-drosi/', status: 301 },
      { from: '/projekts/69', to: '/lv/par-vietni/', status: 301 },
      { from: '/jaunumi/1/Riga-Konference/65', to: '/lv/jaunumi/', status: 301 },
      { from: '/lv/kur-meklet', to: '/lv/#palidziba', status: 302 },
      { from: '/', to: '/lv/', status: 302 },
    ]);
  });

  test('has a page at an old address for hosts that know no redirects', async () => {
    const html = await read(await finished(), 'dist/lv/drosa-vasara/190/index.html');
    expect(html).toContain('content="0; url=/lv/jaunumi/2018/celot-drosi/"');
    expect(html).toContain('<link rel="canonical" href="https://cilvektirdznieciba.lv/lv/jaunumi/2018/celot-drosi/">');
    expect(html).toContain('<html lang="lv">');
    expect(html).toContain('noindex');
    expect(html).toContain('<a href="/lv/jaunumi/2018/celot-drosi/">Atvērt</a>');
  });

  test('leaves the start page as it was built', async () => {
    expect(await read(await finished(), 'dist/index.html')).toContain('Sākums');
  });

  test('keeps compressed twins that unpack to the original, of files worth it only', async () => {
    const root = await finished();
    const html = await readFile(join(root, 'dist/lv/jaunumi/index.html'));
    expect(brotliDecompressSync(await readFile(join(root, 'dist/lv/jaunumi/index.html.br')))).toEqual(html);
    expect(gunzipSync(await readFile(join(root, 'dist/lv/jaunumi/index.html.gz')))).toEqual(html);
    expect(await listFiles(join(root, 'dist'))).not.toContain('robots.txt.br');
  });

  test('tells static hosts every header and every redirect', async () => {
    const root = await finished();
    expect(await read(root, 'dist/_headers')).toContain(`style-src ${cspHash(STYLE)}`);
    const lines = (await read(root, 'dist/_redirects')).split('\n');
    expect(lines).toContain('/lv/drosa-vasara/190 /lv/jaunumi/2018/celot-drosi/ 301');
    expect(lines).toContain('/lv/:words/190 /lv/jaunumi/2018/celot-drosi/ 301');
    expect(lines).toContain('/en/* /en/404/index.html 404');
    expect(lines).toContain('/ /lv/ 302');
  });
});

/** A fault planted in an otherwise whole site, and what the message must say. */
const FAULTS: [name: string, changes: Record<string, string | undefined>, message: RegExp][] = [
  [
    'two style sheets',
    { 'dist/en/index.html': page().replace(STYLE, 'b{}') },
    /2 different style sheets, first seen in dist\/404\.html, dist\/en\/index\.html/,
  ],
  [
    'two style sheets of one name',
    { 'dist/lv/maza/uk/index.html': minimal('b{}'), 'dist/lv/maza/vi/index.html': minimal('i{}') },
    /2 different style sheets called "minimal", first seen in dist\/lv\/maza\/uk\/index\.html, dist\/lv\/maza\/vi\/index\.html/,
  ],
  [
    'a style sheet of an unknown name',
    { 'dist/lv/maza/uk/index.html': minimal('b{}', 'cita') },
    /uk\/index\.html: there is no style sheet called "cita"/,
  ],
  ['an inline script', { 'dist/en/index.html': page('<script>1</script>') }, /dist\/en\/index\.html: an inline script/],
  ['a style attribute', { 'dist/en/index.html': page('<p style="top:0">x</p>') }, /dist\/en\/index\.html: a style attribute on <p>/],
  ['an event handler', { 'dist/en/index.html': page('<p onclick="x()">x</p>') }, /an event handler attribute onclick/],
  ['a javascript address', { 'dist/en/index.html': page('<a href="javascript:x()">x</a>') }, /a javascript: address on <a>/],
  ['a script without integrity', { 'dist/en/index.html': page('<script type="module" src="/a.js"></script>') }, /without integrity/],
  [
    'a script fetched without CORS',
    { 'dist/en/index.html': page('<script src="/a.js" integrity="sha256-x"></script>') },
    /Integrity-Policy blocks it/,
  ],
  ['a missing entry', { 'content/news/lv/2018-06-26-celot-drosi.md': undefined }, /190: there is no content\/news/],
  ['a missing page', { 'dist/lv/par-vietni/index.html': undefined }, /\/projekts\/69: there is no page \/lv\/par-vietni\//],
  ['a missing place in a page', { 'dist/lv/index.html': page() }, /\/lv\/kur-meklet: \/lv\/ has nothing with id palidziba/],
  ['a line that hides a page', { 'dist/lv/kur-meklet/index.html': page() }, /\/lv\/kur-meklet: a page stands at this address/],
  ['a page that looks like a known old address', { 'dist/lv/tema/190/index.html': page() }, /\/lv\/tema\/190\/: looks like an old/],
  [
    'a chain of redirects',
    { 'content/data/redirects.yml': REDIRECTS.replace('to: pages/par-vietni', 'to: /lv/kur-meklet/') },
    /\/lv\/kur-meklet\/ is itself redirected/,
  ],
  [
    'a target on another site',
    { 'content/data/redirects.yml': REDIRECTS.replace('to: pages/par-vietni', 'to: //evil.example/') },
    /redirects\.yml: 1\.to is neither/,
  ],
  [
    'an address listed twice',
    { 'content/data/redirects.yml': REDIRECTS + REDIRECTS.split('\n')[0] },
    /\/lv\/drosa-vasara\/190 stands twice/,
  ],
  [
    'one number with two targets',
    { 'content/data/redirects.yml': REDIRECTS.replace('/projekts/69', '/projekts/190') },
    /number 190 already leads to/,
  ],
  ['missing words', { 'content/data/ui/lv.json': '{}' }, /content\/data\/ui\/lv\.json: oldAddress\.title/],
];

describe('finishing refuses', () => {
  test.each(FAULTS)('%s', async (_, changes, message) => {
    await expect(finished(changes)).rejects.toThrow(message);
  });
});
