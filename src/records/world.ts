import { z } from 'zod';
import { isLocale, locales, type Locale } from '../i18n/locales.ts';
import { archiveTermSchema } from '../schemas/archive.ts';
import { campaignSchema, type CampaignFrontMatter } from '../schemas/campaign.ts';
import { contactSchema, withdrawnContactSchema } from '../schemas/contact.ts';
import { countrySchema } from '../schemas/country.ts';
import { easyComparisonSchema } from '../schemas/easy-comparison.ts';
import { datasetSchema } from '../schemas/dataset.ts';
import { easyPictureSchema } from '../schemas/easy-picture.ts';
import { easyReadSchema, type EasyReadFrontMatter } from '../schemas/easy-read.ts';
import { eventSchema, observanceSchema } from '../schemas/event.ts';
import { factFiles, type FactOfKind } from '../schemas/facts/index.ts';
import { glossaryParts, glossaryTermSchema } from '../schemas/glossary.ts';
import { holidaysSchema } from '../schemas/holiday.ts';
import { helpInLanguagesSchema } from '../schemas/help-in-languages.ts';
import { mediaPictureSchema } from '../schemas/media-picture.ts';
import { mediaRuleSchema } from '../schemas/media-rule.ts';
import { keptWordsSchema } from '../schemas/media-language.ts';
import { newsSchema, type NewsFrontMatter } from '../schemas/news.ts';
import { pageSchema, type PageFrontMatter } from '../schemas/page.ts';
import { projectSchema, type ProjectFrontMatter } from '../schemas/project.ts';
import { publicationSchema, type PublicationFrontMatter } from '../schemas/publication.ts';
import { redirectSchema } from '../schemas/redirect.ts';
import { showCardsSchema } from '../schemas/show-card.ts';
import { navigationSchema, siteSchema, topicSchema } from '../schemas/site.ts';
import { sourceSchema } from '../schemas/source.ts';
import { synonymSetSchema } from '../schemas/synonyms.ts';
import { parseYaml, type Located, type Parsed } from './parse-yaml.ts';
import type { Problem } from './problem.ts';
import { filesBelow, readText, splitFrontMatter } from './read-files.ts';

/** A Markdown or MDX file: front matter, body, and where the body begins. */
export interface TextEntry<T> {
  file: string;
  locale: Locale;
  /** File name without folder and ending: the link between translations. */
  name: string;
  data: T;
  body: string;
  /** The file's line on which the body begins. */
  bodyLine: number;
  /** Line of a front matter field, for messages. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

export type World = ReturnType<typeof readWorld>;

/** A fact of any kind: every record of seeds/facts has at least these. */
export interface AnyFact {
  id: string;
  source: string;
}

/**
 * Reads everything editors write (content/) and all evidence (seeds/) below a root folder.
 * Faults do not throw: they are in `problems`, each with file, line and remedy; a faulty record is left out.
 */
export function readWorld(root: string) {
  const problems: Problem[] = [];
  const one = <T>(file: string, schema: z.ZodType<T>): Located<T> | undefined => {
    const text = textOrProblem(root, file, problems);
    if (text === undefined) return undefined;
    const parsed = onceParsed(file, text, schema, () => parseYaml(file, text, schema));
    problems.push(...parsed.problems);
    return parsed.value === undefined ? undefined : { value: parsed.value, file, line: 1 };
  };
  const list = <T>(file: string, schema: z.ZodType<T>): Located<T>[] => {
    const text = textOrProblem(root, file, problems);
    if (text === undefined) return [];
    const parsed = onceParsed(file, text, schema, () =>
      parseYaml(file, text, z.array(schema).min(1, 'is empty: write at least one record')),
    );
    problems.push(...parsed.problems);
    return (parsed.value ?? []).map((value, index) => ({ value, file, line: parsed.lineOf([index]) }));
  };

  const facts: Located<AnyFact>[] = [];
  const byKind = new Map<string, Located<AnyFact>[]>();
  const ofKind = <K extends keyof FactOfKind>(kind: K) => (byKind.get(kind) ?? []) as Located<FactOfKind[K]>[];
  for (const file of filesBelow(root, 'seeds/facts', '.yml')) {
    const kind = factFiles.find(({ pattern }) => pattern.test(file));
    if (!kind) {
      problems.push({ file, message: 'is of no known kind of facts', remedy: 'name it after a kind in src/schemas/facts/index.ts' });
      continue;
    }
    const records = list(file, kind.schema);
    facts.push(...records);
    byKind.set(kind.kind, [...(byKind.get(kind.kind) ?? []), ...records]);
  }

  return {
    root,
    problems,
    sources: list('seeds/sources.yml', sourceSchema),
    facts,
    figures: ofKind('figures'),
    names: ofKind('names'),
    newsFacts: ofKind('news'),
    campaignFacts: ofKind('campaigns'),
    projectFacts: ofKind('projects'),
    publicationFacts: ofKind('publications'),
    trainingFacts: ofKind('training'),
    laws: ofKind('laws'),
    indicatorFacts: ofKind('indicators'),
    surveyFacts: ofKind('survey'),
    currentFacts: ofKind('current'),
    contradictionFacts: ofKind('contradictions'),
    abbreviations: ofKind('abbreviations'),
    site: one('content/data/site.yml', siteSchema),
    navigation: one('content/data/navigation.yml', navigationSchema),
    projects: list('content/data/projects.yml', topicSchema),
    themes: list('content/data/themes.yml', topicSchema),
    organisers: list('content/data/organisers.yml', archiveTermSchema),
    audiences: list('content/data/audiences.yml', archiveTermSchema),
    exploitationForms: list('content/data/exploitation-forms.yml', archiveTermSchema),
    professions: list('content/data/professions.yml', archiveTermSchema),
    events: list('content/data/events.yml', eventSchema),
    observances: list('content/data/observances.yml', observanceSchema),
    contacts: list('content/data/contacts.yml', contactSchema),
    withdrawnContacts: list('content/data/withdrawn-contacts.yml', withdrawnContactSchema),
    countries: list('content/data/countries.yml', countrySchema),
    showCards: list('content/data/show-cards.yml', showCardsSchema),
    holidays: one('content/data/holidays.yml', holidaysSchema),
    easyComparison: list('content/data/easy-comparison.yml', easyComparisonSchema),
    easyPictures: list('content/data/easy-pictures.yml', easyPictureSchema),
    mediaRules: list('content/data/media-rules.yml', mediaRuleSchema),
    mediaPictures: list('content/data/media-pictures.yml', mediaPictureSchema),
    synonyms: list('content/data/synonyms.yml', synonymSetSchema),
    datasets: filesBelow(root, 'content/data/datasets', '.yml').flatMap((file) => one(file, datasetSchema) ?? []),
    keptWords: list('content/data/media-language.yml', keptWordsSchema),
    glossary: glossaryParts.flatMap((part) => list(`content/glossary/${part}.yml`, glossaryTermSchema).map((term) => ({ ...term, part }))),
    redirects: list('content/data/redirects.yml', redirectSchema),
    ui: readInterfaceWords(root, problems),
    helpInLanguages: one('content/data/help-in-languages.yml', helpInLanguagesSchema),
    news: readTexts<NewsFrontMatter>(root, 'content/news', newsSchema, problems),
    pages: readTexts<PageFrontMatter>(root, 'content/pages', pageSchema, problems),
    easyRead: readTexts<EasyReadFrontMatter>(root, 'content/easy-read', easyReadSchema, problems),
    campaigns: readTexts<CampaignFrontMatter>(root, 'content/campaigns', campaignSchema, problems),
    projectTexts: readTexts<ProjectFrontMatter>(root, 'content/projects', projectSchema, problems),
    publications: readTexts<PublicationFrontMatter>(root, 'content/publications', publicationSchema, problems),
  };
}

const lastParsed = new Map<string, { text: string; schema: z.ZodType; parsed: Parsed<unknown> }>();

/** What a file says, parsed again only when its text has changed. The values are shared: nobody writes into them. */
function onceParsed<T, Shape>(file: string, text: string, schema: z.ZodType<T>, parse: () => Parsed<Shape>): Parsed<Shape> {
  const last = lastParsed.get(file);
  if (last?.text === text && last.schema === schema) return last.parsed as Parsed<Shape>;
  const parsed = parse();
  lastParsed.set(file, { text, schema, parsed });
  return parsed;
}

/** The text of a file that must be there; if it is not, that is a problem. */
function textOrProblem(root: string, file: string, problems: Problem[]): string | undefined {
  try {
    return readText(root, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    problems.push({ file, message: 'is missing', remedy: `bring it back: git restore ${file}` });
    return undefined;
  }
}

const interfaceWords = z.record(z.string(), z.string().min(1));

/** The interface words of each language, as flat keys. */
function readInterfaceWords(root: string, problems: Problem[]): Record<Locale, Record<string, string>> {
  const words: Record<Locale, Record<string, string>> = { lv: {}, en: {}, ru: {} };
  for (const locale of locales) {
    const file = `content/data/ui/${locale}.json`;
    const text = textOrProblem(root, file, problems);
    if (text === undefined) continue;
    const parsed = onceParsed(file, text, interfaceWords, () => parseYaml(file, text, interfaceWords));
    problems.push(...parsed.problems);
    words[locale] = parsed.value ?? {};
  }
  return words;
}

function readTexts<T>(root: string, folder: string, schema: z.ZodType<T>, problems: Problem[]): TextEntry<T>[] {
  return filesBelow(root, folder, '.md', '.mdx').flatMap((file) => {
    const entry = readTextEntry(root, folder, file, schema);
    problems.push(...entry.problems);
    return entry.value ? [entry.value] : [];
  });
}

/** Reads one Markdown or MDX file of `<folder>/<language>/<name>.md`. */
export function readTextEntry<T>(
  root: string,
  folder: string,
  file: string,
  schema: z.ZodType<T>,
): { value?: TextEntry<T>; problems: Problem[] } {
  const [locale, ...rest] = file.slice(folder.length + 1).split('/');
  const name = rest.join('/').replace(/\.mdx?$/, '');
  if (!isLocale(locale) || !/^[a-z0-9-]+$/.test(name)) {
    const remedy = 'put it into lv, en or ru and name it with a–z, 0–9 and hyphens';
    return { problems: [{ file, message: 'is not in a language folder or its name has other letters', remedy }] };
  }
  const parts = splitFrontMatter(readText(root, file));
  if (!parts) {
    const remedy = 'begin the file with a line ---, then the fields, then a line ---';
    return { problems: [{ file, line: 1, message: 'has no front matter', remedy }] };
  }
  const { value: data, problems, lineOf } = onceParsed(file, parts.data, schema, () => parseYaml(file, parts.data, schema, 2));
  if (data === undefined) return { problems };
  return { value: { file, locale, name, data, body: parts.body, bodyLine: parts.bodyLine, lineOf }, problems };
}
