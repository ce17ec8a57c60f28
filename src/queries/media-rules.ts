import type { MediaRule } from '~/schemas/media-rule.ts';
import { world } from './world.ts';

/** The rules that a standing page prints, in the order of the file; a page without rules throws. */
export function mediaRulesOn(page: string): MediaRule[] {
  const rules = world().mediaRules.flatMap(({ value }) => (value.page === page ? [value] : []));
  if (rules.length === 0) throw new Error(`content/data/media-rules.yml has no rule with page: ${page}. Add one or correct the page.`);
  return rules;
}
