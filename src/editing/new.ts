/**
 * Writes a new content file with every required field, so that an editor only fills in words.
 * `npm run new -- news "Virsraksts"`; later kinds join the table below.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldToSlug } from '../i18n/slug.ts';
import { filesBelow } from '../records/read-files.ts';

interface Draft {
  file: string;
  text: string;
}

/** What can be made, and how. `today` is an ISO day. */
const kinds: Record<string, (title: string, today: string) => Draft> = {
  news: (title, today) => ({
    file: `content/news/lv/${today}-${foldToSlug(title)}.md`,
    text: [
      '---',
      `title: ${JSON.stringify(title)}`,
      `description: "${'Viens teikums sarakstiem un meklētājiem, 50–160 rakstzīmes: kas, kur, kad.'}"`,
      `publishedOn: ${today}`,
      'precision: day',
      'basis: new',
      'projects: []',
      'themes: [koordinacija]',
      'records: []',
      'sources:',
      "  - { id: '000', where: … }",
      '---',
      '',
    ].join('\n'),
  }),
};

/**
 * Makes the file and returns its path from the root. Throws a one-line message with the remedy for an unknown kind,
 * an empty title, or an address that is taken.
 */
export function createContent(root: string, kind: string | undefined, title: string | undefined, today: string): string {
  const make = kind === undefined ? undefined : kinds[kind];
  if (!make) throw new Error(`"${kind ?? ''}" cannot be made. Write: npm run new -- ${Object.keys(kinds).join('|')} "Title"`);
  if (!title || foldToSlug(title) === '') throw new Error(`The title is missing. Write: npm run new -- ${kind ?? ''} "Title"`);
  const draft = make(title, today);
  const sameAddress = filesBelow(root, dirname(draft.file), '.md').find((file) => addressOf(file) === addressOf(draft.file));
  if (sameAddress) throw new Error(`${sameAddress} already has this title and year. Choose another title, or edit that file.`);
  const path = join(root, draft.file);
  if (existsSync(path)) throw new Error(`${draft.file} exists. Choose another title, or edit that file.`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, draft.text, { flag: 'wx' });
  return draft.file;
}

/** Year and name: what makes the address of a news item. */
function addressOf(file: string): string {
  return file.replace(/.*\/(\d{4})-\d{2}-\d{2}-/, '$1/');
}

if (import.meta.main) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
  try {
    const file = createContent(process.cwd(), process.argv[2], process.argv.slice(3).join(' '), today);
    console.log(`${file} is made. Fill in the text, choose themes and sources, then run npm run check:content.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
