import type { Locale } from '~/i18n/locales.ts';
import { addressWords, newsFrontPath, pathIn } from '~/i18n/paths.ts';
import { translator } from '~/i18n/t.ts';
import { easyPage } from './easy-read.ts';
import { helpListPath } from './help-in-languages.ts';
import { replyPath, reportPath } from './report.ts';
import { standingPage, type Alternates } from './pages.ts';
import { world } from './world.ts';

export interface PageLink {
  href: string;
  label: string;
}

const siteMapWords = { lv: 'lapas-karte', en: 'site-map', ru: 'karta-sajta' } as const satisfies Record<Locale, string>;

export function siteMapPath(locale: Locale): string {
  return pathIn(locale, siteMapWords[locale]);
}

export function searchPath(locale: Locale): string {
  return pathIn(locale, addressWords.search[locale]);
}

/** The page that shows every element; it exists in Latvian only. */
export const designPath = pathIn('lv', 'par-vietni', 'dizains');

/** Ids of pages that no editor writes. */
const builtIn = ['home', 'news', 'help-in-languages', 'search', 'report', 'reply', 'design', 'site-map'];

/**
 * Where an entry id of content/data/navigation.yml or a `<PageLink to>` leads, in one language.
 * One of `builtIn`, `pages/<file name>` or `easy-read/<file name>`; an unknown id throws.
 */
export async function linkTo(id: string, locale: Locale): Promise<PageLink> {
  const t = translator(locale);
  if (id === 'home') return { href: pathIn(locale), label: t('breadcrumb.home') };
  if (id === 'news' || id === 'pages/jaunumi') return { href: newsFrontPath(locale), label: t('news.title') };
  if (id === 'help-in-languages') return { href: helpListPath(locale), label: t('language.more') };
  if (id === 'search') return { href: searchPath(locale), label: t('search.title') };
  if (id === 'report') return { href: reportPath(locale), label: t('report.title') };
  if (id === 'reply') return { href: replyPath(locale), label: t('reply.title') };
  if (id === 'design') return { href: designPath, label: t('design.title') };
  if (id === 'site-map' || id === 'pages/lapas-karte') return { href: siteMapPath(locale), label: t('siteMap.title') };
  // An easy page that a language lacks is better read in Latvian than not at all.
  const easyName = id.startsWith('easy-read/') ? id.slice('easy-read/'.length) : undefined;
  const easy = easyName === undefined ? undefined : ((await easyPage(easyName, locale)) ?? (await easyPage(easyName, 'lv')));
  if (easy) return { href: easy.path, label: easy.entry.data.title };
  const page = id.startsWith('pages/') ? await standingPage(id.slice('pages/'.length), locale) : undefined;
  if (!page)
    throw new Error(`"${id}" leads to no page in ${locale}. Use ${builtIn.join(', ')}, pages/<file name> or easy-read/<file name>.`);
  return { href: page.path, label: page.entry.data.shortTitle ?? page.entry.data.title };
}

const menus = new Map<string, Promise<PageLink[]>>();

/**
 * Links of a menu, kept because all pages show them: sections that exist in Latvian only stand in the Latvian menu only,
 * easy pages where they are written.
 */
export function menuLinks(ids: readonly string[], locale: Locale): Promise<PageLink[]> {
  const key = [locale, ...ids].join(' ');
  let links = menus.get(key);
  if (!links) menus.set(key, (links = findMenuLinks(ids, locale)));
  return links;
}

function findMenuLinks(ids: readonly string[], locale: Locale): Promise<PageLink[]> {
  const { pages, easyRead } = world();
  const onlyLatvian = new Set(pages.flatMap(({ name, data }) => (data.onlyLatvian ? [`pages/${name}`] : [])));
  const easy = new Set(easyRead.flatMap((page) => (page.locale === locale ? [`easy-read/${page.name}`] : [])));
  const stands = (id: string) => (id.startsWith('easy-read/') ? easy.has(id) : locale === 'lv' || !onlyLatvian.has(id));
  return Promise.all(ids.filter(stands).map((id) => linkTo(id, locale)));
}

/** The same address word for pages that exist in all languages by code: home, news front, site map. */
export function builtInAlternates(path: (locale: Locale) => string): Alternates {
  return { lv: path('lv'), en: path('en'), ru: path('ru') };
}
