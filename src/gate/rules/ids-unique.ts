import { newsItemAddress } from '../../i18n/paths.ts';
import type { Problem } from '../../records/problem.ts';
import type { Rule } from '../rule.ts';

interface Identified {
  value: { id: string };
  file: string;
  line: number;
}

export const idsUnique: Rule = {
  promise: 'No id, no address and no place in an order stands twice.',
  check(world) {
    const registers: Identified[][] = [
      world.facts,
      world.sources,
      world.contacts,
      world.withdrawnContacts,
      world.countries,
      world.synonyms,
      world.easyComparison,
      world.easyPictures,
      world.mediaRules,
      world.mediaPictures,
      world.glossary,
      [...world.events, ...world.observances],
      world.organisers,
      world.audiences,
      world.exploitationForms,
      world.professions,
      [...world.projects, ...world.themes],
    ];
    const cards = world.showCards.map(({ value, ...place }) => ({ ...place, value: { id: `${value.id}, ${value.language}` } }));
    const { holidays } = world;
    const days = holidays ? holidays.value.days.map((value) => ({ file: holidays.file, line: 1, value })) : [];
    const redirects = world.redirects.map(({ value, ...place }) => ({ ...place, value: { id: value.from } }));
    const news = world.news.map((entry) => ({
      file: entry.file,
      line: 1,
      value: { id: newsItemAddress(entry.locale, entry.name, entry.data) },
    }));
    const pages = world.pages.map((entry) => ({
      file: entry.file,
      line: 1,
      value: { id: `${entry.locale}/${entry.data.parent ?? ''}/${entry.data.urlSlug ?? entry.name}` },
    }));
    const easyPlaces = world.easyRead.map(({ file, lineOf, locale, data }) => ({
      file,
      line: lineOf(['order']),
      value: { id: `${locale}, order: ${data.order}` },
    }));
    return [...registers, cards, days, redirects, news, pages, easyPlaces].flatMap(twice);
  },
};

function twice(records: readonly Identified[]): Problem[] {
  const first = new Map<string, Identified>();
  return records.flatMap((record) => {
    const other = first.get(record.value.id);
    if (!other) {
      first.set(record.value.id, record);
      return [];
    }
    return [
      {
        file: record.file,
        line: record.line,
        message: `"${record.value.id}" already stands at ${other.file}:${other.line}`,
        remedy: 'give one of the two another id, file name or place',
      },
    ];
  });
}
