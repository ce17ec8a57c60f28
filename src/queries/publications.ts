import { languageNames } from '~/i18n/language-names.ts';
import { pathIn } from '~/i18n/paths.ts';
import { translator } from '~/i18n/t.ts';
import { renderNews } from '~/markdown/render-news.ts';
import type { ArchiveTerm } from '~/schemas/archive.ts';
import type { PublicationFact } from '~/schemas/facts/publications.ts';
import type { PublicationFrontMatter } from '~/schemas/publication.ts';
import { evidenceIn } from './evidence.ts';
import { filteredLists, yearTerms, type FilteredList } from './filtered-lists.ts';
import { indexed, world } from './world.ts';

/** A guideline, study, film or other material. The archive is in Latvian. */
export interface Publication {
  name: string;
  file: string;
  path: string;
  data: PublicationFrontMatter;
  fact: PublicationFact;
  /** Two sentences: what it is for. */
  body: string;
  year: string | undefined;
}

export type PublicationList = FilteredList<Publication>;

const front = 'publikacijas';
const unknownYear = 'bez-gada';
const factOf = indexed('seeds/facts/publications.yml', () => world().publicationFacts);
let kept: Publication[] | undefined;

/** All publications, the newest first, those of unknown year at the end. */
export function publications(): Publication[] {
  return (kept ??= world()
    .publications.map(({ name, file, data, body }) => {
      const fact = factOf(data.record);
      return { name, file, data, body, fact, year: fact.date?.slice(0, 4), path: pathIn('lv', front, name) };
    })
    .sort((a, b) => (b.fact.date ?? '').localeCompare(a.fact.date ?? '') || a.data.title.localeCompare(b.data.title, 'lv')));
}

/** The publication of a record of seeds/facts/publications.yml. */
export function publicationOf(record: string): Publication {
  const found = publications().find(({ fact }) => fact.id === record);
  if (!found) throw new Error(`content/publications/lv has no file with record: ${record}. Write it.`);
  return found;
}

const evidence = evidenceIn('lv');

export function publicationHtml({ body, file }: Publication): string {
  return renderNews(body, evidence, file);
}

/** The kind in Latvian, e.g. vadlīnijas. */
export function kindOf({ fact }: Publication): string {
  return translator('lv')(`publication.kind.${fact.kind}`);
}

let lists: PublicationList[] | undefined;

/** The lists by profession, kind, year and language. */
export function publicationLists(): PublicationList[] {
  if (lists) return lists;
  const t = translator('lv');
  const all = publications();
  const languages = [...new Set(all.flatMap(({ fact }) => fact.languages ?? []))];
  const languageTerms = languages.map((id) => ({ id, name: languageNames([id], 'lv')[0] ?? id }));
  const kinds = [...new Set(all.map(({ fact }) => fact.kind))].map((id) => ({ id, name: t(`publication.kind.${id}`) }));

  const byName = (a: ArchiveTerm, b: ArchiveTerm) => a.name.localeCompare(b.name, 'lv');
  const years = yearTerms(
    all.map(({ year }) => year),
    { id: unknownYear, name: t('archive.unknownYear') },
  );
  return (lists = filteredLists(front, all, [
    { id: 'profession', word: 'kam', terms: world().professions.map(({ value }) => value), termsOf: ({ data }) => data.professions },
    { id: 'kind', word: 'veids', terms: kinds.sort(byName), termsOf: ({ fact }) => [fact.kind] },
    { id: 'year', word: 'gads', terms: years, termsOf: ({ year }) => [year ?? unknownYear] },
    { id: 'language', word: 'valoda', terms: languageTerms.sort(byName), termsOf: ({ fact }) => fact.languages ?? [] },
  ]));
}

/** Paths of `[locale]/publikacijas/[facet]/[term].astro`. */
export function publicationListPaths() {
  return publicationLists().map((list) => {
    const [facet, term] = list.path.split('/').slice(3);
    return { params: { locale: 'lv', facet, term }, props: { list } };
  });
}

/** Paths of `[locale]/publikacijas/[name].astro`. */
export function publicationPaths() {
  return publications().map((publication) => ({ params: { locale: 'lv', name: publication.name }, props: { publication } }));
}
