import { describe, expect, test } from 'vitest';
import { newsFrontPath, pathIn } from '../../src/i18n/paths.ts';
import { locales, type Locale } from '../../src/i18n/locales.ts';
import { addressWords } from '../../src/i18n/paths.ts';
import { fileAt, textFile } from '../support/built-site/dist.ts';
import { attribute, hasClass, parsePiece, textOf } from '../support/built-site/html.ts';
import { everyPage, framedPages, linksOf, pageAt } from '../support/built-site/pages.ts';
import { newsAt, origin, ownAddress, world } from '../support/built-site/records.ts';
import { childrenNamed, childText, parseXml, type XmlElement } from '../support/built-site/xml.ts';

/** A feed may leave out old items, but never the newest ones. */
const AT_LEAST = 20;

function channelOf(xml: string): XmlElement {
  const [channel] = childrenNamed(parseXml(xml), 'channel');
  if (!channel) throw new Error('the feed has no channel');
  return channel;
}

function channelFaults(channel: XmlElement, locale: Locale, address: string): string[] {
  const self = childrenNamed(channel, 'atom:link')[0]?.attributes.get('href');
  return [
    ...['title', 'link', 'description'].filter((name) => !childText(channel, name)).map((name) => `the channel has no ${name}`),
    ...(childText(channel, 'language') === locale ? [] : [`the channel’s language is ${childText(channel, 'language')}`]),
    ...(self === origin() + address ? [] : [`the channel calls itself ${self}`]),
  ];
}

/** An item is known by its address for good: a guid that changes shows every item as new again. */
function itemFaults(item: XmlElement, locale: Locale): string[] {
  const link = childText(item, 'link') ?? '';
  const address = URL.canParse(link) ? ownAddress(link) : undefined;
  const entry = newsAt(address ?? '');
  const [guid] = childrenNamed(item, 'guid');
  const faults: string[] = [];
  if (entry?.locale !== locale || !pageAt(address ?? '')) faults.push(`${link} is no news item in ${locale}`);
  if (guid?.text !== link || guid.attributes.get('isPermaLink') !== 'true') faults.push(`${link} has the guid ${guid?.text}`);
  if (childText(item, 'title') !== entry?.data.title) faults.push(`${link} has another title than its page`);
  if (new Date(childText(item, 'pubDate') ?? '').toISOString().slice(0, 10) !== entry?.data.publishedOn)
    faults.push(`${link} has another date than its page`);
  return [...faults, ...fullTextFaults(item, address ?? '')];
}

function fullTextFaults(item: XmlElement, address: string): string[] {
  const encoded = childText(item, 'content:encoded') ?? '';
  const elements = parsePiece(encoded);
  const body = pageAt(address)?.elements.find((element) => hasClass(element, 'prose'));
  const words = (text: string) => text.split(/\s+/).join(' ').trim();
  const said = words(
    elements
      .filter(({ parentNode }) => parentNode?.nodeName === '#document-fragment')
      .map((one) => textOf(one))
      .join('\n'),
  );
  const short = elements
    .flatMap((one) => attribute(one, 'href') ?? attribute(one, 'src') ?? [])
    .filter((href) => !/^(?:https?|tel|mailto):/.test(href));
  return [
    ...(body && said === words(textOf(body)) && said !== '' ? [] : [`${address} has another text than its page`]),
    ...short.map((href) => `${address} leads to ${href}, which means nothing in a feed reader`),
  ];
}

function newestMissing(items: readonly XmlElement[], locale: Locale): string[] {
  const told = new Set(items.map((item) => childText(item, 'title')));
  const newest = world()
    .news.filter((entry) => entry.locale === locale)
    .sort((a, b) => (a.data.publishedOn < b.data.publishedOn ? 1 : -1));
  return newest
    .slice(0, AT_LEAST)
    .map(({ data }) => data.title)
    .filter((title) => !told.has(title));
}

function orderFaults(items: readonly XmlElement[]): string[] {
  const times = items.map((item) => Date.parse(childText(item, 'pubDate') ?? ''));
  const guids = items.map((item) => childText(item, 'guid'));
  return [
    ...(times.every((time, index) => index === 0 || time <= (times[index - 1] ?? 0)) ? [] : ['the items are not newest first']),
    ...(new Set(guids).size === guids.length ? [] : ['two items have one guid']),
  ];
}

describe('the rule', () => {
  const address = '/lv/jaunumi/rss.xml';
  const real = textFile(address.slice(1));
  const [item] = childrenNamed(channelOf(real), 'item');
  const planted = (from: string | RegExp, to: string) => childrenNamed(channelOf(real.replace(from, to)), 'item')[0] as XmlElement;

  test('finds planted broken XML', () => expect(() => channelOf(real.replace('</item>', ''))).toThrow());
  test('finds a planted other language', () =>
    expect(channelFaults(channelOf(real.replace('<language>lv', '<language>en')), 'lv', address)).toHaveLength(1));
  test('finds a planted guid of its own', () => expect(itemFaults(planted(/(<guid[^>]*>)[^<]+/, '$1build-1'), 'lv')).toHaveLength(1));
  test('finds a planted link to nowhere', () =>
    expect(itemFaults(planted(/<link>([^<]+)\/<\/link><guid/, '<link>$1-nav/</link><guid'), 'lv').length).toBeGreaterThan(0));
  test('finds a planted shorter text', () =>
    expect(itemFaults(planted(/(<content:encoded>)[^<]+/, '$1&lt;p&gt;Īsi.&lt;/p&gt;'), 'lv')).toHaveLength(1));
  test('finds a planted link without a host', () => {
    expect(itemFaults(planted(/(<content:encoded>)/, '$1&lt;a href="/lv/"&gt;&lt;/a&gt;'), 'lv')).toContainEqual(
      expect.stringContaining('feed reader'),
    );
  });
  test('finds a planted gap', () => expect(newestMissing([], 'lv')).toHaveLength(AT_LEAST));
  test('finds a planted second item', () => expect(orderFaults(item ? [item, item] : [])).toEqual(['two items have one guid']));
});

describe.each(locales)('the feed in %s', (locale) => {
  const address = `/${locale}/${addressWords.news[locale]}/rss.xml`;
  const channel = channelOf(textFile(address.slice(1)));
  const items = childrenNamed(channel, 'item');

  test('says what it is', () => expect(channelFaults(channel, locale, address)).toEqual([]));
  test('holds the newest items', () => expect(newestMissing(items, locale)).toEqual([]));
  test('has its items newest first, each once', () => expect(orderFaults(items)).toEqual([]));
  test.each(items.map((item) => [childText(item, 'link') ?? '', item] as const))('gives %s whole and by its lasting address', (_, item) => {
    expect(itemFaults(item, locale)).toEqual([]);
  });
});

everyPage(
  'names the feed of its language, on the home page and among the news',
  (page) => {
    const feeds = linksOf(page, 'alternate').filter((link) => attribute(link, 'type') === 'application/rss+xml');
    const addresses = feeds.map((link) => attribute(link, 'href') ?? '');
    return addresses.length === 1 && addresses[0]?.startsWith(`/${page.locale}/`) && fileAt(addresses[0])
      ? []
      : [`names ${addresses.join(', ') || 'no feed'}`];
  },
  framedPages.filter(({ address, locale }) => address === pathIn(locale) || address.startsWith(newsFrontPath(locale))),
);
