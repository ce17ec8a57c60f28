import { buildDay } from '../../../src/queries/build-day.ts';
import { addressWords, pathIn } from '../../../src/i18n/paths.ts';
import { siteOrigin } from '../../../src/records/site-origin.ts';
import { readWorld, type TextEntry, type World } from '../../../src/records/world.ts';
import type { NewsFrontMatter } from '../../../src/schemas/news.ts';
import { ROOT } from './dist.ts';

export { buildDay };

let cached: World | undefined;

/** Everything the editors wrote and all evidence; what the pages are compared with. */
export function world(): World {
  return (cached ??= readWorld(ROOT));
}

/** content/data/site.yml. Throws when it is faulty. */
export function siteRecord() {
  const { site } = world();
  if (!site) throw new Error('content/data/site.yml is faulty. Run npm run check:content.');
  return site.value;
}

let knownOrigin: string | undefined;

/** Scheme and host of this copy as the pages spell them: SITE_ORIGIN, or `origin` of content/data/site.yml. */
export function origin(): string {
  return (knownOrigin ??= siteOrigin(ROOT));
}

/** The address inside this site of a full or rooted address; undefined for other hosts and schemes. */
export function ownAddress(href: string, base = '/'): string | undefined {
  const url = new URL(href, origin() + base);
  return url.origin === origin() ? url.pathname + url.search + url.hash : undefined;
}

/** The address promised to editors: /lv/jaunumi/<year>/<file name without its date, or the address word>/. */
export function newsAddress({ locale, name, data }: TextEntry<NewsFrontMatter>): string {
  return pathIn(locale, addressWords.news[locale], data.publishedOn.slice(0, 4), data.urlSlug ?? name.slice('2017-12-11-'.length));
}

let byAddress: Map<string, TextEntry<NewsFrontMatter>> | undefined;

/** The news item of content/news at an address. */
export function newsAt(address: string): TextEntry<NewsFrontMatter> | undefined {
  byAddress ??= new Map(world().news.map((item) => [newsAddress(item), item]));
  return byAddress.get(address);
}

/** The digits of a number as one writes it. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
