import words from 'virtual:media-rules-in-words';
import type { Locale } from '~/i18n/locales.ts';
import type { Category } from '../media-language/index.ts';
import { standingPage } from './pages.ts';

/** Kinds of rules in the order of the library. */
export const { categories } = words;
const { guides, rules } = words;

/** A rule of the headline checker as its page prints it. */
export interface HeadlineRule {
  id: string;
  instead: string;
  say: string;
  why: string;
  /** The paragraph of the guidelines that explains it; undefined while that page is not written. */
  href: string | undefined;
}

/** The rules of some kinds, in the order of the library. */
export function headlineRules(kinds: readonly Category[], locale: Locale): Promise<{ category: Category; rules: HeadlineRule[] }[]> {
  return Promise.all(
    kinds.map(async (category) => ({
      category,
      rules: (await Promise.all(rules.filter((rule) => rule.category === category).map((rule) => shown(rule, locale)))).flat(),
    })),
  );
}

async function shown(rule: (typeof rules)[number], locale: Locale): Promise<HeadlineRule[]> {
  const search = rule[locale];
  return search
    ? [{ id: rule.id, instead: search.instead, say: search.say, why: rule.why[locale], href: await guideLink(rule.guide, locale) }]
    : [];
}

async function guideLink(key: string, locale: Locale): Promise<string | undefined> {
  const guide = guides[key];
  const page = guide && (await standingPage(guide.page, locale));
  return page && `${page.path}#${guide.anchor}`;
}

/** Addresses of the paragraphs of the guidelines that rules point to, by their keys. */
export async function guideLinks(locale: Locale): Promise<Record<string, string>> {
  const links = await Promise.all(Object.keys(guides).map(async (key) => [key, await guideLink(key, locale)] as const));
  return Object.fromEntries(links.flatMap(([key, href]) => (href === undefined ? [] : [[key, href]])));
}
