import { termFinder, type FindTerms } from '~/glossary/find-terms.ts';
import { formsOf } from '~/glossary/forms.ts';
import { collator } from '~/i18n/format.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords, pathIn } from '~/i18n/paths.ts';
import { linkTerms } from '~/markdown/link-terms.ts';
import { glossaryParts, type GlossaryPart, type GlossaryTerm } from '~/schemas/glossary.ts';
import { campaigns } from './campaigns.ts';
import { newsIn } from './news.ts';
import { bodyOf, standingPagesIn, type Alternates } from './pages.ts';
import { projects } from './projects.ts';
import { publications } from './publications.ts';
import { indexed, world } from './world.ts';

/** File name of the glossary's front among the standing pages. */
export const glossaryFront = 'glosarijs';

/** Address words of the parts. */
const partWords = {
  general: { lv: 'pamatjedzieni', en: 'basics', ru: 'osnovy' },
  persons: { lv: 'personas', en: 'people', ru: 'lyudi' },
  forms: { lv: 'veidi', en: 'forms', ru: 'vidy' },
  mechanisms: { lv: 'mehanismi', en: 'mechanisms', ru: 'mehanizmy' },
  phenomena: { lv: 'blakus-paradibas', en: 'related', ru: 'smezhnye-yavleniya' },
  children: { lv: 'berni', en: 'children', ru: 'deti' },
} as const satisfies Record<GlossaryPart, Record<Locale, string>>;

export const term = indexed('content/glossary', () => world().glossary);

export function termPath({ id, urlSlug }: GlossaryTerm, locale: Locale): string {
  return pathIn(locale, addressWords.glossary[locale], locale === 'lv' ? id : urlSlug[locale]);
}

export function partPath(part: GlossaryPart, locale: Locale): string {
  return pathIn(locale, addressWords.glossary[locale], addressWords.glossaryPart[locale], partWords[part][locale]);
}

/** The term's name with a capital, as it stands in titles and lists. */
export function termTitle({ term: name }: GlossaryTerm, locale: Locale): string {
  return name[locale].charAt(0).toLocaleUpperCase(locale) + name[locale].slice(1);
}

/** All terms of a language in the order of its alphabet. */
export function termsIn(locale: Locale): GlossaryTerm[] {
  const { compare } = collator(locale);
  return world()
    .glossary.map(({ value }) => value)
    .sort((a, b) => compare(a.term[locale], b.term[locale]));
}

/** The terms of a part in the order of the alphabet. */
export function termsOf(part: GlossaryPart, locale: Locale): GlossaryTerm[] {
  const own = new Set(world().glossary.flatMap((one) => (one.part === part ? [one.value.id] : [])));
  return termsIn(locale).filter(({ id }) => own.has(id));
}

export function partOf({ id }: GlossaryTerm): GlossaryPart {
  return world().glossary.find(({ value }) => value.id === id)?.part ?? 'general';
}

export function inAllLanguages(path: (locale: Locale) => string): Alternates {
  return Object.fromEntries(locales.map((locale) => [locale, path(locale)]));
}

/** Paths of `[locale]/[glossary]/[term].astro`. */
export function termPaths() {
  return locales.flatMap((locale) =>
    termsIn(locale).map((one) => ({ params: paramsOf(termPath(one, locale)), props: { locale, term: one } })),
  );
}

/** Paths of `[locale]/[glossary]/[partWord]/[part].astro`. */
export function partPaths() {
  return locales.flatMap((locale) =>
    glossaryParts.map((part) => {
      const [, , glossary, partWord, name] = partPath(part, locale).split('/');
      return { params: { locale, glossary, partWord, part: name }, props: { locale, part } };
    }),
  );
}

function paramsOf(path: string) {
  const [, locale, glossary, name] = path.split('/');
  return { locale, glossary, term: name };
}

const finders = new Map<Locale, FindTerms>();

function finderOf(locale: Locale): FindTerms {
  let finder = finders.get(locale);
  if (!finder) {
    const formsIn = (patterns: readonly string[] | undefined) => (patterns ?? []).flatMap((pattern) => formsOf(pattern, locale));
    const terms = termsIn(locale);
    finder = termFinder(
      terms.map(({ id, linked }) => ({ id, forms: formsIn(linked[locale]) })),
      terms.flatMap(({ passedOver }) => formsIn(passedOver?.[locale])),
    );
    finders.set(locale, finder);
  }
  return finder;
}

/** A text's HTML with the terms it uses linked where they first stand. */
export function withTerms(html: string, locale: Locale): string {
  return linkTerms(html, finderOf(locale), (id) => termPath(term(id), locale));
}

export interface Use {
  path: string;
  title: string;
  titleLanguage?: string | undefined;
}

const uses = new Map<Locale, Promise<Map<string, Use[]>>>();

/** Pages of a language that use a term: standing pages without a neutral tab first, then the newest news, then the archive. */
export async function usesOf({ id }: GlossaryTerm, locale: Locale): Promise<Use[]> {
  let found = uses.get(locale);
  if (!found) uses.set(locale, (found = findUses(locale)));
  return (await found).get(id) ?? [];
}

async function findUses(locale: Locale): Promise<Map<string, Use[]>> {
  const standing = (await standingPagesIn(locale))
    .filter(({ entry }) => !entry.data.tabTitle)
    .map((page) => ({ ...page, title: page.entry.data.title, body: bodyOf(page) }));
  const archive = [
    ...newsIn(locale),
    ...(locale === 'lv' ? [...campaigns().filter(({ hasPage }) => hasPage), ...projects(), ...publications()] : []),
  ].map(({ path, body, data }) => ({
    path,
    body,
    title: data.title,
    titleLanguage: 'titleLanguage' in data ? data.titleLanguage : undefined,
  }));
  const find = finderOf(locale);
  const byTerm = new Map<string, Use[]>();
  for (const { body, ...use } of [...standing, ...archive]) {
    const ids = new Set(
      body
        .split('\n')
        .filter(isRunningText)
        .flatMap((line) => find(plainText(line)))
        .map(({ id }) => id),
    );
    for (const id of ids) byTerm.set(id, [...(byTerm.get(id) ?? []), use]);
  }
  return byTerm;
}

function isRunningText(line: string): boolean {
  return !/^(?:#|\||:::|<[A-Z])/.test(line);
}

function plainText(line: string): string {
  return line.replace(/^\s*(?:[-*]|\d+\.) /, '').replace(/:(?:fact|name)\[[^\]]*\]|<[^>]+>|\]\([^)]*\)/g, ' § ');
}
