/**
 * Writes a new content file with every required field, so that an editor only fills in words.
 * `npm run new -- news|campaign|project|publication "Virsraksts"`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { foldToSlug } from '../i18n/slug.ts';
import { parseYaml } from '../records/parse-yaml.ts';
import { filesBelow } from '../records/read-files.ts';
import { readTextEntry } from '../records/world.ts';
import { campaignSchema } from '../schemas/campaign.ts';
import { newsSchema } from '../schemas/news.ts';
import { projectSchema } from '../schemas/project.ts';
import { publicationSchema } from '../schemas/publication.ts';

/** What can be made. `slug` is the folded title, `today` an ISO day. */
interface Kind {
  /** The folder with a folder for each language; new files are Latvian. */
  folder: string;
  schema: z.ZodType<{ title: string }>;
  fileName: (slug: string, today: string) => string;
  /** The fields below title and description. */
  fields: (slug: string, today: string) => string[];
  /** Whether two texts may have one title: a news item may come again in another year. */
  mayShareTitle: boolean;
  /** What the editor does next. */
  next: string;
}

const kinds: Record<string, Kind> = {
  news: {
    folder: 'content/news',
    schema: newsSchema,
    fileName: (slug, today) => `${today}-${slug}`,
    fields: (_slug, today) => [
      `publishedOn: ${today}`,
      'precision: day',
      'basis: new',
      'projects: []',
      'themes: [koordinacija]',
      'records: []',
      'sources:',
      "  - { id: '000', where: … }",
    ],
    mayShareTitle: true,
    next: 'Fill in the text, choose themes and sources',
  },
  campaign: {
    folder: 'content/campaigns',
    schema: campaignSchema,
    fileName: (slug) => slug,
    fields: (slug) => [
      `record: campaign-${slug}`,
      'organisers: [iekslietu-ministrija]',
      'audiences: []',
      'forms: [visas]',
      'news: []',
      'publications: []',
    ],
    mayShareTitle: false,
    next: 'Add its record to seeds/facts/campaigns.yml, choose organisers, audiences and forms, fill in the text',
  },
  project: {
    folder: 'content/projects',
    schema: projectSchema,
    fileName: (slug) => slug,
    fields: (slug) => [`record: ${slug}`],
    mayShareTitle: false,
    next: 'Add its record to seeds/facts/projects.yml, fill in the text',
  },
  publication: {
    folder: 'content/publications',
    schema: publicationSchema,
    fileName: (slug) => slug,
    fields: (slug) => [`record: publication-${slug}`, 'professions: [visiem]', 'availability: unavailable'],
    mayShareTitle: false,
    next: 'Add its record to seeds/facts/publications.yml, choose professions, say how it can be had, fill in the text',
  },
};

/**
 * Makes the file; returns its path from the root and what the editor does next. Throws a one-line message with the remedy
 * for an unknown kind, an empty or unfit title, a title or an address that is taken.
 */
export function createContent(root: string, kindName = '', title = '', today: string): { file: string; next: string } {
  const kind = Object.hasOwn(kinds, kindName) ? kinds[kindName] : undefined;
  if (!kind) throw new Error(`"${kindName}" cannot be made. Write: npm run new -- ${Object.keys(kinds).join('|')} "Title"`);
  const slug = foldToSlug(title);
  if (slug === '') throw new Error(`The title is missing. Write: npm run new -- ${kindName} "Title"`);
  const file = `${kind.folder}/lv/${kind.fileName(slug, today)}.md`;
  const fields = [
    `title: ${JSON.stringify(title)}`,
    'description: "Viens teikums sarakstiem un meklētājiem, 50–160 rakstzīmes: kas, kur, kad."',
    ...kind.fields(slug, today),
  ].join('\n');
  const [fault] = parseYaml(file, fields, kind.schema).problems;
  if (fault) throw new Error(`The ${fault.field ?? 'file'} does not fit: ${fault.message} → ${fault.remedy}`);
  refuseTwin(root, kind, file, title);
  mkdirSync(join(root, kind.folder, 'lv'), { recursive: true });
  writeFileSync(join(root, file), `---\n${fields}\n---\n`, { flag: 'wx' });
  return { file, next: kind.next };
}

/** Throws where another file has the address, or the title where titles are not shared. */
function refuseTwin(root: string, { folder, schema, mayShareTitle }: Kind, file: string, title: string): void {
  const others = filesBelow(root, `${folder}/lv`, '.md', '.mdx');
  const sameAddress = others.find((other) => addressOf(other) === addressOf(file));
  if (sameAddress) {
    const what = mayShareTitle ? 'this title and year' : 'this name';
    throw new Error(`${sameAddress} already has ${what}. Choose another title, or edit that file.`);
  }
  if (mayShareTitle) return;
  const sameTitle = others.find((other) => readTextEntry(root, folder, other, schema).value?.data.title === title);
  if (sameTitle) throw new Error(`${sameTitle} already has this title. Choose another title, or edit that file.`);
}

/** Year and name: what makes the address of a news item; of other files the name. */
function addressOf(file: string): string {
  return file.replace(/\.mdx?$/, '').replace(/.*\/(\d{4})-\d{2}-\d{2}-/, '$1/');
}

if (import.meta.main) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
  try {
    const { file, next } = createContent(process.cwd(), process.argv[2], process.argv.slice(3).join(' '), today);
    console.log(`${file} is made. ${next}, then run npm run check:content.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
