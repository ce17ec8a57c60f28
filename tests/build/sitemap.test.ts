import { describe, expect, test } from 'vitest';
import { textFile } from '../support/built-site/dist.ts';
import { alternatesOf, everyPage, isIndexed, type Page, textPages } from '../support/built-site/pages.ts';
import { buildDay, origin } from '../support/built-site/records.ts';
import { childrenNamed, childText, parseXml } from '../support/built-site/xml.ts';

interface Entry {
  loc: string;
  lastmod: string | undefined;
  alternates: Map<string, string>;
}

function readSitemap(xml: string): Entry[] {
  const root = parseXml(xml);
  if (root.attributes.get('xmlns') !== 'http://www.sitemaps.org/schemas/sitemap/0.9') throw new Error('the sitemap has another namespace');
  return childrenNamed(root, 'url').map((url) => ({
    loc: childText(url, 'loc') ?? '',
    lastmod: childText(url, 'lastmod'),
    alternates: new Map(
      childrenNamed(url, 'xhtml:link').map(({ attributes }) => [attributes.get('hreflang') ?? '', attributes.get('href') ?? '']),
    ),
  }));
}

function strangers(entries: readonly Entry[], pages: readonly Pick<Page, 'address'>[]): string[] {
  const known = new Set(pages.map(({ address }) => origin() + address));
  return entries.map(({ loc }) => loc).filter((loc, index, all) => !known.has(loc) || all.indexOf(loc) !== index);
}

function pageFaults(page: Page, entries: readonly Entry[]): string[] {
  const found = entries.find(({ loc }) => loc === origin() + page.address);
  if (!found) return ['is not in the sitemap'];
  const [said, meant] = [found.alternates, alternatesOf(page)].map((alternates) => JSON.stringify([...alternates].sort()));
  return said === meant ? [] : [`the sitemap names ${said}, the page ${meant}`];
}

function dateFaults(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ loc, lastmod }) => {
    if (lastmod === undefined) return [];
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(lastmod) && !Number.isNaN(Date.parse(lastmod));
    return isDay && lastmod <= buildDay() ? [] : [`${loc}: lastmod ${lastmod}`];
  });
}

const entries = readSitemap(textFile('sitemap.xml'));
const indexed = textPages.filter(isIndexed);

describe('the rule', () => {
  const planted = (body: string) => readSitemap(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`);
  const [page] = indexed;
  if (!page) throw new Error('there is no page to be indexed');

  test('finds planted broken XML', () => expect(() => planted('<url><loc>https://a.lv/?a&b</loc></url>')).toThrow('unknown entity'));
  test('finds a planted stranger', () =>
    expect(strangers(planted('<url><loc>https://a.lv/</loc></url>'), indexed)).toEqual(['https://a.lv/']));
  test('finds a planted second mention', () => expect(strangers([...entries, ...entries.slice(0, 1)], indexed)).toHaveLength(1));
  test('finds a planted gap', () => expect(pageFaults(page, [])).toEqual(['is not in the sitemap']));
  test('finds a planted lack of twins', () => {
    expect(pageFaults(page, planted(`<url><loc>${origin()}${page.address}</loc></url>`))).toHaveLength(1);
  });
  test('finds a planted day to come', () =>
    expect(dateFaults(planted('<url><loc>a</loc><lastmod>2999-01-01</lastmod></url>'))).toHaveLength(1));
});

test('the sitemap lists only pages that may be indexed, each once', () => expect(strangers(entries, indexed)).toEqual([]));
test('the sitemap dates no page in the future', () => expect(dateFaults(entries)).toEqual([]));
everyPage('stands in the sitemap with the same twins that it names itself', (page) => pageFaults(page, entries), indexed);
