import { formatPartialDay } from '~/i18n/format.ts';
import type { SearchType } from '~/search/types.ts';
import { projectOf } from './projects.ts';

/** What the search says of a page of the archive. `date` is as exact as it is known, `project` an id of seeds/facts/projects.yml. */
export function searchWords(type: SearchType, date: string | undefined, project: string | undefined) {
  return {
    type,
    date: date === undefined ? undefined : formatPartialDay(date, 'lv'),
    year: date?.slice(0, 4),
    projects: project === undefined ? [] : [projectOf(project).data.title],
  };
}
