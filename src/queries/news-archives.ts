import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords, pathIn } from '~/i18n/paths.ts';
import { translator } from '~/i18n/t.ts';
import type { Topic } from '~/schemas/site.ts';
import { newsIn, type NewsItem } from './news.ts';
import { world } from './world.ts';

export type ArchiveScope = { kind: 'all' } | { kind: 'year'; year: string } | { kind: 'project' | 'theme'; topic: Topic };

/** One page of one list of news. */
export interface NewsArchive {
  locale: Locale;
  scope: ArchiveScope;
  items: NewsItem[];
  total: number;
  page: number;
  /** Address of every page of this list, the first one first. */
  pages: string[];
  alternates: Partial<Record<Locale, string>>;
}

/** A list that news can be filtered to, with the number of items in it. */
export interface ArchiveLink {
  path: string;
  label: string;
  count: number;
}

const itemsPerPage = 20;
const lists = new Map<Locale, { scope: ArchiveScope; items: NewsItem[] }[]>();

/** Every list of a language that has at least one item; the front also when it is empty. */
function listsIn(locale: Locale) {
  let found = lists.get(locale);
  if (!found) {
    const years = new Map<string, NewsItem[]>();
    const topics = new Map<Topic, NewsItem[]>();
    const projects = new Map(world().projects.map(({ value }) => [value.id, value]));
    const themes = new Map(world().themes.map(({ value }) => [value.id, value]));
    for (const item of newsIn(locale)) {
      push(years, item.year, item);
      for (const id of item.data.projects) push(topics, known(projects, id, 'projects'), item);
      for (const id of item.data.themes) push(topics, known(themes, id, 'themes'), item);
    }
    found = [
      { scope: { kind: 'all' }, items: newsIn(locale) },
      ...[...years].map(([year, items]) => ({ scope: { kind: 'year' as const, year }, items })),
      ...[...topics].map(([topic, items]) => ({
        scope: { kind: projects.has(topic.id) ? ('project' as const) : ('theme' as const), topic },
        items,
      })),
    ];
    lists.set(locale, found);
  }
  return found;
}

export function archivePath(locale: Locale, scope: ArchiveScope, page = 1): string {
  const news = addressWords.news[locale];
  const words = page === 1 ? [] : [addressWords.page[locale], page];
  if (scope.kind === 'all') return pathIn(locale, news, ...words);
  if (scope.kind === 'year') return pathIn(locale, news, scope.year, ...words);
  const word = locale === 'lv' ? scope.topic.id : scope.topic.urlSlug[locale];
  return pathIn(locale, news, addressWords[scope.kind][locale], word, ...words);
}

/** Paths of `[locale]/[news]/[...archive].astro`. */
export function newsArchivePaths() {
  return locales.flatMap((locale) =>
    listsIn(locale).flatMap(({ scope, items }) => {
      const pages = Array.from({ length: Math.max(1, Math.ceil(items.length / itemsPerPage)) }, (_, index) =>
        archivePath(locale, scope, index + 1),
      );
      return pages.map((path, index) => ({
        params: { locale, news: addressWords.news[locale], archive: path.split('/').slice(3, -1).join('/') || undefined },
        props: {
          archive: {
            locale,
            scope,
            items: items.slice(index * itemsPerPage, (index + 1) * itemsPerPage),
            total: items.length,
            page: index + 1,
            pages,
            alternates: index === 0 ? archiveAlternates(scope) : { [locale]: path },
          } satisfies NewsArchive,
        },
      }));
    }),
  );
}

function archiveAlternates(scope: ArchiveScope): Partial<Record<Locale, string>> {
  const path = archivePath('lv', scope);
  return Object.fromEntries(
    locales
      .filter((locale) => listsIn(locale).some((list) => archivePath('lv', list.scope) === path))
      .map((locale) => [locale, archivePath(locale, scope)]),
  );
}

const sortedLinks = new Map<string, ArchiveLink[]>();

/** The lists beside the archive: years newest first, topics by name. Sorted once, because every list page shows them. */
export function archiveLinks(locale: Locale, kind: 'year' | 'project' | 'theme'): ArchiveLink[] {
  const key = `${locale} ${kind}`;
  let links = sortedLinks.get(key);
  if (!links) {
    links = listsIn(locale)
      .filter(({ scope }) => scope.kind === kind)
      .map(({ scope, items }) => ({ path: archivePath(locale, scope), label: scopeLabel(scope, locale), count: items.length }))
      .sort((a, b) => (kind === 'year' ? b.label.localeCompare(a.label, locale) : a.label.localeCompare(b.label, locale)));
    sortedLinks.set(key, links);
  }
  return links;
}

function scopeLabel(scope: ArchiveScope, locale: Locale): string {
  if (scope.kind === 'year') return scope.year;
  return scope.kind === 'all' ? '' : scope.topic.name[locale];
}

function known(topics: Map<string, Topic>, id: string, file: string): Topic {
  const topic = topics.get(id);
  if (!topic) throw new Error(`"${id}" is not in content/data/${file}.yml. Add it there or correct the news item.`);
  return topic;
}

function push<K>(map: Map<K, NewsItem[]>, key: K, item: NewsItem): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

/** Links to the lists of a news item's own projects or themes. */
export function topicLinks(locale: Locale, kind: 'project' | 'theme', ids: readonly string[]): ArchiveLink[] {
  const wanted = new Set(ids);
  return listsIn(locale).flatMap(({ scope, items }) =>
    scope.kind === kind && wanted.has(scope.topic.id)
      ? [{ path: archivePath(locale, scope), label: scope.topic.name[locale], count: items.length }]
      : [],
  );
}

/** The list's name, with the page's number from the second page on. */
export function archiveTitle({ locale, scope, page, pages }: NewsArchive): string {
  const t = translator(locale);
  const name =
    scope.kind === 'all'
      ? t('news.title')
      : scope.kind === 'year'
        ? t('news.year', { year: scope.year })
        : `${t('news.title')}: ${scope.topic.name[locale]}`;
  return page === 1 ? name : `${name}, ${t('news.pageOf', { page, pages: pages.length })}`;
}

export function archiveLead({ locale, scope }: NewsArchive): string {
  const t = translator(locale);
  if (scope.kind === 'all') return t('news.lead', { first: newsIn(locale).at(-1)?.year ?? '' });
  return scope.kind === 'year' ? t('news.yearLead', { year: scope.year }) : scope.topic.description[locale];
}

export function scopeDescription(archive: NewsArchive): string {
  const t = translator(archive.locale);
  if (archive.scope.kind === 'all' && archive.page === 1) return t('news.description');
  return t('news.listDescription', { name: archiveTitle(archive), count: archive.total });
}

/** The list of one theme or project; undefined while the language has no item in it. */
export function topicPath(locale: Locale, topicId: string): string | undefined {
  const list = listsIn(locale).find(({ scope }) => 'topic' in scope && scope.topic.id === topicId);
  return list && archivePath(locale, list.scope);
}
