import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords, newsItemAddress } from '~/i18n/paths.ts';
import { renderNews } from '~/markdown/render-news.ts';
import type { NewsFrontMatter } from '~/schemas/news.ts';
import { evidenceIn } from './evidence.ts';
import type { Alternates } from './pages.ts';
import { world } from './world.ts';

export interface NewsItem {
  locale: Locale;
  name: string;
  file: string;
  path: string;
  year: string;
  data: NewsFrontMatter;
  body: string;
}

const byLocale = new Map<Locale, NewsItem[]>();
const namedIn = new Map<Locale, Map<string, NewsItem>>();
let byName: Map<string, Alternates> | undefined;

/** All news of a language, newest first. */
export function newsIn(locale: Locale): NewsItem[] {
  let items = byLocale.get(locale);
  if (!items) {
    items = world()
      .news.filter((entry) => entry.locale === locale)
      .map(({ file, name, data, body }) => ({
        locale,
        name,
        file,
        data,
        body,
        year: data.publishedOn.slice(0, 4),
        path: newsItemAddress(locale, name, data),
      }))
      .sort((a, b) => compare(b.data.publishedOn, a.data.publishedOn) || compare(a.name, b.name));
    byLocale.set(locale, items);
  }
  return items;
}

/** One item by its file name; undefined where the language lacks it. */
export function newsItem(name: string, locale: Locale): NewsItem | undefined {
  let items = namedIn.get(locale);
  if (!items) namedIn.set(locale, (items = new Map(newsIn(locale).map((item) => [item.name, item]))));
  return items.get(name);
}

/** The item's addresses in every language that has it. */
export function newsAlternates(name: string): Alternates {
  if (!byName) {
    byName = new Map();
    for (const locale of locales) {
      for (const item of newsIn(locale)) byName.set(item.name, { ...byName.get(item.name), [locale]: item.path });
    }
  }
  return byName.get(name) ?? {};
}

const evidence = { lv: evidenceIn('lv'), en: evidenceIn('en'), ru: evidenceIn('ru') } satisfies Record<Locale, unknown>;

/** The item as HTML. */
export function newsHtml({ body, locale, file }: NewsItem): string {
  return renderNews(body, evidence[locale], file);
}

/** Paths of single items; neighbours are the next newer and older item. */
export function newsItemPaths() {
  return locales.flatMap((locale) =>
    newsIn(locale).map((item, index, items) => ({
      params: { locale, news: addressWords.news[locale], year: item.year, name: item.path.split('/').at(-2) },
      props: { item, newer: items[index - 1], older: items[index + 1] },
    })),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
