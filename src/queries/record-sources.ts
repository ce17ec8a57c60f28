import { describeLocator } from '~/i18n/locator.ts';
import { translator } from '~/i18n/t.ts';
import type { SourceReference } from '~/schemas/shared.ts';

/** The sources of a fact, for the list of sources of a Latvian page. */
export function sourcesOf(fact: {
  source: string;
  where: string;
  also?: readonly { source: string; where: string }[] | undefined;
}): SourceReference[] {
  return [fact, ...(fact.also ?? [])].map(({ source, where }) => ({
    id: source,
    where: describeLocator(where, 'lv', translator('lv')).text,
  }));
}
