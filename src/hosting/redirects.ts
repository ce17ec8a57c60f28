import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isLocale } from '../i18n/locales.ts';
import { addressWords, pathIn } from '../i18n/paths.ts';
import { type RedirectRecord, redirectsSchema } from '../schemas/redirect.ts';
import { withoutSlash } from './old-addresses.ts';
import type { Redirect } from './policy.ts';

const REDIRECTS_FILE = 'content/data/redirects.yml';

/** Reads content/data/redirects.yml. Throws one error with a line for each fault. */
export async function readRedirects(root: string): Promise<RedirectRecord[]> {
  const parsed = redirectsSchema.safeParse(parse(await readFile(join(root, REDIRECTS_FILE), 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${REDIRECTS_FILE}: ${issue.path.join('.')} ${issue.message}`);
  throw new Error(faults.join('\n'));
}

/** What redirects are checked against: the entries that exist, the addresses of dist/ and the ids inside its pages. */
export interface BuiltSite {
  hasEntry: (file: string) => Promise<boolean>;
  hasPage: (address: string) => boolean;
  hasFragment: (address: string, id: string) => Promise<boolean>;
}

/** The site in `root`, built into `dist`; `pages` are the addresses of dist/. */
export function builtSite(root: string, dist: string, pages: ReadonlySet<string>): BuiltSite {
  return {
    hasEntry: async (file) =>
      access(join(root, 'content', file)).then(
        () => true,
        () => false,
      ),
    hasPage: (address) => pages.has(address),
    hasFragment: async (address, id) => {
      const html = await readFile(join(dist, address, 'index.html'), 'utf8');
      return html.includes(` id="${id}"`);
    },
  };
}

/** Old addresses carry no language or /lv/, but for a few that this site retires itself under /en/ and /ru/. */
export function languageOf(address: string) {
  const first = address.split('/')[1];
  return isLocale(first) ? first : 'lv';
}

async function targetOf({ from, to }: RedirectRecord, site: BuiltSite): Promise<string> {
  const [collection, name = ''] = to.split('/');
  if (collection === '') return to;
  const locale = languageOf(from);
  if (locale !== 'lv') throw new Error(`"${to}" is found for Latvian addresses only; write the path under /${locale}/`);
  const endings = collection === 'news' ? ['md'] : ['mdx', 'md'];
  const files = await Promise.all(endings.map((ending) => site.hasEntry(`${collection}/lv/${name}.${ending}`)));
  if (!files.includes(true)) throw new Error(`there is no content/${collection}/lv/${name}.${endings[0]}; correct the name`);
  const news = /^(\d{4})-\d{2}-\d{2}-(.+)$/.exec(name);
  return news ? pathIn(locale, addressWords.news[locale], news[1] ?? '', news[2] ?? '') : pathIn(locale, name);
}

async function resolve(record: RedirectRecord, site: BuiltSite, sources: ReadonlySet<string>): Promise<Redirect> {
  const to = await targetOf(record, site);
  const [page = '', fragment] = to.split('#');
  if (record.from !== '/' && site.hasPage(`${record.from}/`)) throw new Error('a page stands at this address; delete the line');
  if (page !== '/' && sources.has(withoutSlash(page))) throw new Error(`${page} is itself redirected; name its target`);
  if (!site.hasPage(page)) throw new Error(`there is no page ${page}`);
  if (fragment && !(await site.hasFragment(page, fragment))) throw new Error(`${page} has nothing with id ${fragment}`);
  return { from: record.from, to, status: record.isTemporary ? 302 : 301 };
}

/** Turns the records into redirects. Throws one error naming every record whose target is missing or which hides a page. */
export async function resolveRedirects(records: readonly RedirectRecord[], site: BuiltSite): Promise<Redirect[]> {
  const sources = new Set(records.map((record) => record.from));
  const results = await Promise.allSettled(records.map((record) => resolve(record, site, sources)));
  const faults = results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${REDIRECTS_FILE}: ${records[index]?.from}: ${(result.reason as Error).message}`] : [],
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
