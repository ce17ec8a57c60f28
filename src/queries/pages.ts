import { getCollection, type CollectionEntry } from 'astro:content';
import { isLocale, locales, type Locale } from '~/i18n/locales.ts';
import { pathIn } from '~/i18n/paths.ts';
import { world } from './world.ts';

export interface StandingPage {
  entry: CollectionEntry<'pages'>;
  locale: Locale;
  name: string;
  path: string;
}
export type Alternates = Partial<Record<Locale, string>>;

let all: Promise<Map<string, StandingPage>> | undefined;

/** Every standing page by `<language>/<name>`. */
function pages(): Promise<Map<string, StandingPage>> {
  return (all ??= getCollection('pages').then((entries) => {
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    return new Map(entries.map((entry) => [entry.id, placed(entry, byId)]));
  }));
}

function placed(entry: CollectionEntry<'pages'>, byId: Map<string, CollectionEntry<'pages'>>): StandingPage {
  const [locale, name] = entry.id.split('/');
  if (!isLocale(locale) || !name) throw new Error(`content/pages/${entry.id}: not in a language folder`);
  const words: string[] = [];
  for (let at: CollectionEntry<'pages'> | undefined = entry; at; at = parentOf(at, locale, byId)) {
    words.unshift(locale === 'lv' ? at.id.slice(3) : (at.data.urlSlug ?? missingSlug(at.id)));
  }
  return { entry, locale, name, path: pathIn(locale, ...words) };
}

function parentOf(entry: CollectionEntry<'pages'>, locale: Locale, byId: Map<string, CollectionEntry<'pages'>>) {
  return entry.data.parent === undefined ? undefined : byId.get(`${locale}/${entry.data.parent}`);
}

function missingSlug(id: string): never {
  throw new Error(`content/pages/${id}.mdx: urlSlug is missing. English and Russian pages need an address word.`);
}

/** Paths of `[locale]/[...path].astro`. */
export async function standingPagePaths() {
  return [...(await pages()).values()].map((page) => ({
    params: { locale: page.locale, path: page.path.split('/').slice(2, -1).join('/') },
    props: { page },
  }));
}

/** One standing page by its file name; undefined where the language lacks it. */
export async function standingPage(name: string, locale: Locale): Promise<StandingPage | undefined> {
  return (await pages()).get(`${locale}/${name}`);
}

/** Addresses of the same page in every language that has it. */
export async function alternatesOf(name: string): Promise<Alternates> {
  const found = await pages();
  return Object.fromEntries(
    locales.flatMap((locale) => found.get(`${locale}/${name}`)?.path ?? []).map((path) => [path.slice(1, 3), path]),
  );
}

/** The pages of a language that readers may find by themselves. */
export async function standingPagesIn(locale: Locale): Promise<StandingPage[]> {
  return [...(await pages()).values()].filter((page) => page.locale === locale && page.entry.data.isListed !== false);
}

/** The pages above one, the highest first. */
export async function ancestorsOf({ locale, entry }: StandingPage): Promise<StandingPage[]> {
  const above = entry.data.parent === undefined ? undefined : await standingPage(entry.data.parent, locale);
  return above ? [...(await ancestorsOf(above)), above] : [];
}

/** The page's MDX text, as the editor wrote it. */
export function bodyOf({ locale, name }: StandingPage): string {
  return world().pages.find((page) => page.locale === locale && page.name === name)?.body ?? '';
}
