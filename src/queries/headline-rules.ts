import words from 'virtual:media-rules-in-words';
import type { Locale } from '~/i18n/locales.ts';
import type { Category } from '../media-language/index.ts';
import { standingPage } from './pages.ts';

const { categories, guides, rules } = words;

/** A rule of the headline checker as its page prints it. */
export interface HeadlineRule {
  id: string;
  instead: string;
  say: string;
  /** The paragraph of the guidelines that explains it; undefined while that page is not written. */
  href: string | undefined;
}

/** All rules of a language by kind, in the order of the library. */
export function headlineRules(locale: Locale): Promise<{ category: Category; rules: HeadlineRule[] }[]> {
  return Promise.all(
    categories.map(async (category) => ({
      category,
      rules: (await Promise.all(rules.filter((rule) => rule.category === category).map((rule) => shown(rule, locale)))).flat(),
    })),
  );
}

async function shown(rule: (typeof rules)[number], locale: Locale): Promise<HeadlineRule[]> {
  const search = rule[locale];
  const guide = guides[rule.guide];
  if (!search || !guide) return [];
  const page = await standingPage(guide.page, locale);
  return [{ id: rule.id, instead: search.instead, say: search.say, href: page && `${page.path}#${guide.anchor}` }];
}
