import { getCollection, type CollectionEntry } from 'astro:content';
import scores from 'virtual:easy-read-scores';
import { isLocale, locales, type Locale } from '~/i18n/locales.ts';
import { addressWords, easyAddress } from '~/i18n/paths.ts';
import type { Alternates } from './pages.ts';
import { easyReadParts, type EasyReadPart } from '~/schemas/easy-read.ts';
import { world } from './world.ts';

/** A page in easy language. */
export interface EasyPage {
  entry: CollectionEntry<'easyRead'>;
  locale: Locale;
  name: string;
  path: string;
  /** What the linter measures in its text. */
  measured: (typeof scores)[string];
}

/** File name of the section’s front. */
export const easyFront = 'index';

let all: Promise<EasyPage[]> | undefined;

function easyPages(): Promise<EasyPage[]> {
  return (all ??= getCollection('easyRead').then((entries) => entries.map(placed).sort((a, b) => a.entry.data.order - b.entry.data.order)));
}

function placed(entry: CollectionEntry<'easyRead'>): EasyPage {
  const [locale, name = easyFront] = entry.id.split('/');
  const file = entry.filePath ?? '';
  const measured = scores[file];
  if (!isLocale(locale) || measured === undefined)
    throw new Error(`${file}: not in a language folder of content/easy-read, or not measured`);
  return { entry, locale, name, path: easyAddress(locale, name, entry.data), measured };
}

/** The pages of a language in the section’s order, its front first. */
export async function easyPagesIn(locale: Locale): Promise<EasyPage[]> {
  return (await easyPages()).filter((page) => page.locale === locale);
}

/** One page by its file name; undefined where the language lacks it. */
export async function easyPage(name: string, locale: Locale): Promise<EasyPage | undefined> {
  return (await easyPagesIn(locale)).find((page) => page.name === name);
}

/** The easy versions of a standing page. */
export async function easyVersionsOf(longPage: string, locale: Locale): Promise<EasyPage[]> {
  return (await easyPagesIn(locale)).filter(({ entry }) => entry.data.longPage === `pages/${longPage}`);
}

/** Addresses of the same page in every language that has it. */
export async function easyAlternates(name: string): Promise<Alternates> {
  const pages = await Promise.all(locales.map((locale) => easyPage(name, locale)));
  return Object.fromEntries(pages.flatMap((page) => (page ? [[page.locale, page.path]] : [])));
}

/** The pages below the front, by the parts of the section. */
export async function easyPartsIn(locale: Locale): Promise<{ part: EasyReadPart; pages: EasyPage[] }[]> {
  const pages = await easyPagesIn(locale);
  return easyReadParts.map((part) => ({ part, pages: pages.filter(({ entry }) => entry.data.part === part) }));
}

/** The page’s MDX text, as the editor wrote it. */
export function easyBodyOf({ locale, name }: EasyPage): string {
  return world().easyRead.find((page) => page.locale === locale && page.name === name)?.body ?? '';
}

/** Paths of `[locale]/[easyRead]/[...name].astro`, with the neighbours in the section’s order. */
export async function easyPagePaths() {
  return (await Promise.all(locales.map(easyPagesIn))).flatMap((pages) =>
    pages.map((page, index) => ({
      params: { locale: page.locale, easyRead: addressWords.easyRead[page.locale], name: page.path.split('/')[3] || undefined },
      props: { page, earlier: index > 1 ? pages[index - 1] : undefined, later: index > 0 ? pages[index + 1] : undefined },
    })),
  );
}
