import { translator } from '~/i18n/t.ts';
import type { Publication } from '~/queries/publications.ts';

/** Where a publication can be had, in one sentence. */
export function availabilityOf({ data: { availability, leadsTo } }: Publication): string {
  const t = translator('lv');
  if (availability === 'unavailable') return t('publication.unavailable');
  return leadsTo === undefined ? t('publication.external') : t('publication.leadsTo', { place: leadsTo });
}
