import type { Locale } from '../i18n/locales.ts';
import type { TextEntry, World } from '../records/world.ts';
import type { GlossaryTerm } from '../schemas/glossary.ts';
import { remembering } from './remember.ts';

/** A piece of text that readers see, with the language it is in. */
export interface ReadersText {
  file: string;
  line: number;
  locale: Locale;
  text: string;
}

const remember = remembering<string>();

/** Markdown or MDX with everything replaced by spaces that is not a word of the text; offsets and lines stay. */
export function wordsOnly(body: string): string {
  return remember('', body, () =>
    body
      .replace(/`[^`\n]*`/g, blank)
      .replace(/:(?:fact|name)\[[^\]]*\]/g, blank)
      .replace(/\]\([^)]*\)/g, blank)
      .replace(/\{[^}\n]*\}/g, blank)
      .replace(/<\/?[A-Z][^>]*>/g, (tag) =>
        tag.replace(/(?:title|summary)="([^"]*)"|./gs, (part, kept: string | undefined) =>
          kept === undefined ? blank(part) : `${blank('title="').slice(0, part.length - kept.length - 1)}${kept} `,
        ),
      )
      .replace(/https?:\/\/\S+/g, blank)
      // An e-mail address is no web address: nobody types one in prose unseen.
      .replace(/(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.(?:lv|eu|com|org|int)\b(?:\/\S*)?/g, blank),
  );
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** The texts of the archive: campaigns, projects and publications. */
export function archiveTexts(world: World) {
  return [...world.campaigns, ...world.projectTexts, ...world.publications];
}

/** All prose of a kind of entries, front matter titles included where they are in the text’s own language. */
export function proseOf(
  entries: readonly TextEntry<{ title: string; titleLanguage?: string | undefined; description: string }>[],
): ReadersText[] {
  return entries.flatMap((entry) => [
    ...(entry.data.titleLanguage === undefined
      ? [{ file: entry.file, line: entry.lineOf(['title']), locale: entry.locale, text: entry.data.title }]
      : []),
    { file: entry.file, line: entry.lineOf(['description']), locale: entry.locale, text: entry.data.description },
    ...wordsOnly(entry.body)
      .split('\n')
      .map((text, index) => ({ file: entry.file, line: entry.bodyLine + index, locale: entry.locale, text })),
  ]);
}

/** Every text in three languages that stands in a record, however deep. */
export function localizedTexts(world: World): ReadersText[] {
  const records = [
    ...world.contacts,
    ...world.withdrawnContacts,
    ...world.countries,
    ...world.datasets,
    ...world.showCards.map(latvianOnly),
    ...(world.holidays
      ? world.holidays.value.days.map(({ name }) => ({ file: 'content/data/holidays.yml', line: 1, value: { lv: name } }))
      : []),
    ...world.projects,
    ...world.themes,
    ...world.events,
    ...world.observances,
    ...world.easyPictures,
    ...world.mediaRules,
    ...world.mediaPictures,
    ...world.glossary.map(({ value: { term, also, law, plain, easy, say, avoid }, ...place }) => ({
      ...place,
      value: { term, also: alsoNames(also), law, plain, easy, say, avoid },
    })),
    ...[...world.organisers, ...world.audiences, ...world.exploitationForms, ...world.professions].map(({ value, ...place }) => ({
      ...place,
      value: { lv: value.name },
    })),
    ...world.figures.map(({ value, ...place }) => ({ ...place, value: { label: value.label } })),
    ...(world.site ? [world.site] : []),
  ];
  return [
    ...records.flatMap(({ value, file, line }) => collect(value).map(({ locale, text }) => ({ file, line, locale, text }))),
    ...(['lv', 'en', 'ru'] as const).flatMap((locale) =>
      Object.entries(world.ui[locale]).map(([key, text]) => ({
        file: `content/data/ui/${locale}.json (${key})`,
        line: 1,
        locale,
        text: text.replaceAll(/\{\w+\}/g, ' '),
      })),
    ),
  ];
}

function collect(value: unknown): { locale: Locale; text: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'urlSlug') return [];
    if ((key === 'lv' || key === 'en' || key === 'ru') && typeof inner === 'string')
      return inner.startsWith('http') ? [] : [{ locale: key, text: wordsOnly(inner) }];
    return collect(inner);
  });
}

/** Other names as texts to spell; they are lists. */
function alsoNames(also: GlossaryTerm['also']): Partial<Record<Locale, string>> {
  return Object.fromEntries(Object.entries(also ?? {}).map(([locale, names]) => [locale, (names ?? []).join('; ')]));
}

/** The three levels of each term as one text a language, for rules that read prose. */
export function glossaryTexts({ glossary }: World): ReadersText[] {
  return glossary.flatMap(({ value: { law, plain, easy }, file, line }) =>
    (['lv', 'en', 'ru'] as const).map((locale) => ({
      file,
      line,
      locale,
      text: [law?.[locale], ...(law?.citations.map(({ cite }) => cite[locale]) ?? []), plain[locale], easy[locale]]
        .filter(Boolean)
        .join('\n'),
    })),
  );
}

/** The Latvian lines of cards to show; the other languages have no dictionary here. */
function latvianOnly({ value, ...place }: World['showCards'][number]) {
  const lines = Object.values(value.cards).flatMap(({ lv }) => lv);
  return { ...place, value: { lv: lines.join('\n').replaceAll(/\{\w+\}/g, ' ') } };
}
