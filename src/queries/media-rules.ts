import type { Locale } from '~/i18n/locales.ts';
import type { MediaRule } from '~/schemas/media-rule.ts';
import { standingPage } from './pages.ts';
import { indexed, world } from './world.ts';

/** A record of content/data/media-rules.yml by its id. */
export const mediaRule = indexed('content/data/media-rules.yml', () => world().mediaRules);

/** The rules that a standing page prints, in the order of the file; a page without rules throws. */
export function mediaRulesOn(page: string): MediaRule[] {
  const rules = world().mediaRules.flatMap(({ value }) => (value.page === page ? [value] : []));
  if (rules.length === 0) throw new Error(`content/data/media-rules.yml has no rule with page: ${page}. Add one or correct the page.`);
  return rules;
}

/** The address of a rule: its page in a language, and its place there. */
export async function mediaRuleHref(id: string, locale: Locale): Promise<string> {
  const { page: name } = mediaRule(id);
  const page = await standingPage(name, locale);
  if (!page) throw new Error(`content/pages/${locale}/${name}.mdx does not exist, but the rule "${id}" stands on it.`);
  return `${page.path}#${id}`;
}
