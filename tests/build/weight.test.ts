import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesOf, distFiles, fileAt, hasFile } from '../support/built-site/dist.ts';
import { attribute } from '../support/built-site/html.ts';
import {
  bodyText,
  DESIGN_PAGE,
  everyPage,
  isBooklet,
  linksOf,
  type Page,
  plantedPage,
  select,
  textPages,
} from '../support/built-site/pages.ts';

/** What a server may send before the first answer comes back: 10 segments of 1,460 bytes. */
const MOST_FIRST = 14_600;
const MOST_VISIT = 60 * 1024;
/** Where pictures carry the sense: the picture book, and the booklet of all easy pages. */
const MOST_WITH_PICTURES = 120 * 1024;
const MOST_REQUESTS = 6;
const MOST_SCRIPT = 5 * 1024;
/** All scripts of the search page together. */
const MOST_SEARCH = 30 * 1024;
/** All scripts that read an advert in one language. */
const MOST_OFFER = 30 * 1024;
/** Scripts that may weigh more than others, because they are fetched when somebody begins to write, each on one page. */
const MOST_OF: readonly (readonly [what: string, name: RegExp, most: number])[] = [
  // Together with the form's own script and what cleans files 30 KB.
  ['what seals reports', /^reportSeal\./, 21 * 1024],
  // Fetched when somebody chooses a file; all three together stay within 30 KB.
  ['what cleans the files of a report', /^reportFiles\./, 7 * 1024],
  // It opens too, and proves signatures where WebCrypto cannot.
  ['what opens replies', /^replySeal\./, 28 * 1024],
  ['what checks offers', /^offer(?:Lv|En|Ru)\./, 7 * 1024],
  // The net is in it. With the one above and the one below, 30 KB for an advert in one language.
  ['what reads offers', /^offerReader\./, 10 * 1024],
  ['what it looks for', /^offerPatterns(?:Lv|En|Ru|Uk)\./, 16 * 1024],
  // Nobody waits for it longer than four seconds: a text can be read without.
  ['the rarer words it knows', /^offerMore(?:Lv|En|Ru|Uk)\./, 14 * 1024],
  // Encryption, the zip of the documents and the cutting of metadata.
  ['what locks documents', /^papersSafeCore\./, 40 * 1024],
  ['what checks headlines', /^headline(?:Lv|En|Ru)\./, 30 * 1024],
];

function mostOf(file: string): number {
  return MOST_OF.find(([, name]) => name.test(file.replace('assets/', '')))?.[2] ?? MOST_SCRIPT;
}

function packed(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
    .length;
}

const sizes = new Map<string, number>();

/** Bytes that a file costs on the wire. The twin that the server sends counts, once it is known to hold the same bytes. */
function wireSize(file: string): number {
  let size = sizes.get(file);
  if (size !== undefined) return size;
  const bytes = bytesOf(file);
  if (/\.(?:woff2|png|jpe?g|webp|avif)$/.test(file)) size = bytes.length;
  else if (!hasFile(`${file}.br`)) size = packed(bytes);
  else {
    const twin = bytesOf(`${file}.br`);
    if (!brotliDecompressSync(twin).equals(bytes)) throw new Error(`${file}.br holds other bytes than ${file}. Build again.`);
    size = twin.length;
  }
  sizes.set(file, size);
  return size;
}

interface Font {
  file: string;
  ranges: [number, number][];
}

function fontsOf(page: Page): Font[] {
  const css = select(page, ({ tagName }) => tagName === 'style').flatMap(({ childNodes }) =>
    childNodes.flatMap((node) => ('value' in node ? [node.value] : [])),
  );
  return css
    .flatMap((text) => [...text.matchAll(/@font-face\s*\{([^}]*)\}/g)])
    .flatMap(([, face = '']) => {
      const url = /url\(\s*["']?([^"')]+)/.exec(face)?.[1];
      const file = url === undefined ? undefined : fileAt(url);
      const ranges = /unicode-range:([^;}]*)/
        .exec(face)?.[1]
        ?.split(',')
        .map((one): [number, number] => {
          const [from = '0', to = from] = one.trim().replace(/^U\+/i, '').split('-');
          return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
        });
      return file === undefined ? [] : [{ file, ranges: ranges ?? [[0, 0x10ffff]] }];
    });
}

/** Files that a first visit fetches besides the page: what the head names, pictures, and fonts with a letter of the page. */
function fetched(page: Page): string[] {
  const icons = [...linksOf(page, 'icon'), ...linksOf(page, 'preload'), ...linksOf(page, 'stylesheet')].map(
    (link) => attribute(link, 'href') ?? '',
  );
  // Sound is fetched only when somebody wants to hear it.
  const sources = select(page, ({ tagName }) => ['img', 'script', 'source', 'video'].includes(tagName)).flatMap(
    (one) => attribute(one, 'src') ?? [],
  );
  const letters = new Set([...bodyText(page)].map((letter) => letter.codePointAt(0) ?? 0));
  const fonts = fontsOf(page).filter(({ ranges }) =>
    ranges.some(([from, to]) => [...letters].some((letter) => letter >= from && letter <= to)),
  );
  return [
    ...new Set([...[...icons, ...sources].flatMap((href) => fileAt(href.replace(/#.*$/, '')) ?? []), ...fonts.map(({ file }) => file)]),
  ];
}

function firstFaults(bytes: number): string[] {
  return bytes <= MOST_FIRST ? [] : [`${bytes} bytes of HTML and CSS`];
}

function isPictureBook(page: Page): boolean {
  return select(page, ({ tagName }) => tagName === 'img').some((one) => (attribute(one, 'src') ?? '').startsWith('/bildes/'));
}

function visitFaults(page: Page, own: number): string[] {
  const files = fetched(page);
  const most = isPictureBook(page) ? MOST_WITH_PICTURES : MOST_VISIT;
  const total = files.reduce((sum, file) => sum + wireSize(file), own);
  return [
    ...(total <= most ? [] : [`a first visit costs ${total} bytes`]),
    ...(files.length + 1 <= MOST_REQUESTS ? [] : [`${files.length + 1} requests: the page, ${files.join(', ')}`]),
  ];
}

function scriptFaults(bytes: number, most = MOST_SCRIPT): string[] {
  return bytes <= most ? [] : [`${bytes} bytes`];
}

function fileOf({ address }: Page): string {
  return fileAt(address) ?? '';
}

describe('the rule', () => {
  const noise = (length: number) =>
    Buffer.from(Array.from({ length }, (_, index) => ((index * index * 31 + index * 7) % 251) ^ ((index >> 3) % 256)));
  const images = Array.from({ length: MOST_REQUESTS }, (_, index) => distFiles.filter((file) => file.endsWith('.png'))[index]);

  test('finds a planted heavy page', () => expect(firstFaults(packed(noise(40_000)))).toHaveLength(1));
  test('passes a page of 14,600 bytes', () => expect(firstFaults(MOST_FIRST)).toEqual([]));
  test('finds a planted page of pictures', () => {
    const page = plantedPage(images.map((file) => `<img src="/${file}" alt="">`).join(''));
    expect(visitFaults(page, 1000)).toHaveLength(2);
  });
  test('counts a font only where its letters stand', () => {
    const font = distFiles.find((file) => file.endsWith('.woff2')) ?? '';
    const css = `<style>@font-face{src:url(/${font});unicode-range:U+100-17F}</style>`;
    expect([fetched(plantedPage(`${css}<p>ā</p>`)), fetched(plantedPage(`${css}<p>a</p>`))]).toEqual([[font], []]);
  });
  test('finds a planted heavy script', () => expect(scriptFaults(packed(noise(20_000)))).toHaveLength(1));
});

everyPage(
  `needs at most ${MOST_FIRST} bytes of HTML and CSS`,
  (page) => firstFaults(wireSize(fileOf(page))),
  textPages.filter((page) => page.address !== DESIGN_PAGE && !isBooklet(page)),
);
everyPage('costs a first visit at most 60 KB, the picture book 120 KB, and 6 requests', (page) =>
  visitFaults(page, wireSize(fileOf(page))),
);
const scripts = distFiles.filter((file) => /\.m?js$/.test(file));
const ofSearch = scripts.filter((file) => /^(?:assets\/search\.|pagefind\/)/.test(file));
test.each(scripts.filter((file) => !ofSearch.includes(file)))(
  `%s has at most 5 KB, ${MOST_OF.map(([what, , most]) => `${what} ${most / 1024} KB`).join(', ')}`,
  (file) => expect(scriptFaults(wireSize(file), mostOf(file))).toEqual([]),
);
test('what reads an advert in one language has at most 30 KB together', () => {
  const largest = (name: RegExp) => Math.max(...scripts.filter((file) => name.test(file)).map(wireSize));
  const sizes = [/^assets\/offer(?:Lv|En|Ru)\./, /^assets\/offerReader\./, /^assets\/offerPatterns(?:Lv|En|Ru|Uk)\./].map(largest);
  expect(sizes.every((size) => size > 0)).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_OFFER);
});
test('the scripts of the search have at most 30 KB together', () => {
  expect(ofSearch).toHaveLength(2);
  expect(ofSearch.reduce((sum, file) => sum + wireSize(file), 0)).toBeLessThanOrEqual(MOST_SEARCH);
});
