import { readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { vocabularyFile } from './client.ts';
import type { SearchEntry } from './entries.ts';
import { orderFilters, signature } from './filter-order.ts';
import { buildVocabulary, pack } from './latvian/index.ts';

/** As much of Pagefind's Node API (`import * as pagefind from 'pagefind'`) as is used. */
export interface Indexer {
  createIndex(): Promise<{
    errors: string[];
    index?: {
      addHTMLFile(page: { sourcePath: string; content: string }): Promise<{ errors: string[] }>;
      addCustomRecord(record: {
        url: string;
        content: string;
        language: string;
        meta: Record<string, string>;
        filters: Record<string, string[]>;
      }): Promise<{ errors: string[] }>;
      writeFiles(place: { outputPath: string }): Promise<{ errors: string[] }>;
      deleteIndex(): Promise<unknown>;
    };
  }>;
}

/** Pages on their way to the indexer. */
const pagesAhead = 16;

/** Postings in one file of the index. Pagefind's 20,000 make files of 85 kB, of which a query needs a word or two. */
const postingsInFile = '800';

/**
 * Indexes the HTML pages among `files` (paths below `site`), and the entries that stand inside pages (read meanwhile), into `output`; writes the Latvian
 * vocabulary beside the index and prepares the files for serving. Throws with Pagefind's own words when it fails.
 */
export async function buildBundle(
  indexer: Indexer,
  site: string,
  files: readonly string[],
  output: string,
  synonyms: readonly (readonly string[])[],
  entries: readonly SearchEntry[] | Promise<readonly SearchEntry[]> = [],
): Promise<void> {
  // The indexer is a process of its own and reads this when it starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = postingsInFile;
  const { index, errors } = await indexer.createIndex();
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const add = async (file: string, content: string): Promise<void> => {
    const { errors: faults } = await index.addHTMLFile({ sourcePath: file, content });
    if (faults.length > 0) throw new Error(`Pagefind: ${file}: ${faults.join('; ')}`);
  };
  const htmlOf = (file: string) => readFileSync(join(site, file), 'utf8');
  const pages = files.filter((file) => file.endsWith('.html'));
  const unmarked: string[] = [];
  // The indexer reads one page after the other, in the order in which they come, and need not wait for the next. They come in order because their
  // files are read at once.
  for (let at = 0; at < pages.length; at += pagesAhead) {
    const added = pages.slice(at, at + pagesAhead).flatMap((file) => {
      const content = searchedPartOf(htmlOf(file));
      if (content !== undefined) return [add(file, content)];
      unmarked.push(file);
      return [];
    });
    await Promise.all(added);
  }
  // As Pagefind itself does: where no page says which part is searched, all of every page is.
  if (unmarked.length === pages.length) for (const file of pages) await add(file, withWordsApart(htmlOf(file)));
  for (const { url, language, title, text, meta, year } of await entries) {
    const { errors: faults } = await index.addCustomRecord({
      url,
      content: text,
      language,
      meta: { title, ...meta },
      filters: { ...(meta['type'] ? { type: [meta['type']] } : {}), ...(year ? { year: [year] } : {}) },
    });
    if (faults.length > 0) throw new Error(`Pagefind: ${url}: ${faults.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: output });
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
  await index.deleteIndex();
  await prepare(output, synonyms);
}

/** The element that is searched; no other of its name stands in it. */
const searchedElement = /<(\w+)[^>]* data-pagefind-body[\s\S]*?<\/\1>/;

/** What the indexer needs of a page: its head without the style sheet, and the element that is searched. Most of a page is neither. */
function searchedPartOf(html: string): string | undefined {
  const [element] = searchedElement.exec(html) ?? [];
  if (element === undefined) return undefined;
  const head = html.slice(0, html.indexOf('<body')).replace(/<style>[^<]*<\/style>/, '');
  return withWordsApart(`${head}<body>${element}</body></html>`);
}

/**
 * HTML with a space between elements that touch. Pagefind parts blocks, but not a term from its description nor two parts of a line,
 * and would index `<dt>Kam palīdz</dt><dd>Bērniem</dd>` as “palīdzBērniem”.
 */
export function withWordsApart(html: string): string {
  return html.replaceAll(/(?<=<\/\w+>)(?=<\w)/g, ' ');
}

/**
 * Removes the interfaces that are not used, and takes off Pagefind's own gzip: Pagefind reads both, and the host's Brotli makes the WebAssembly
 * an eighth smaller than gzip does. The host must therefore compress these files (.pagefind, .pf_meta, .pf_index, .pf_fragment, .pf_filter).
 */
async function prepare(output: string, synonyms: readonly (readonly string[])[]): Promise<void> {
  const texts: string[] = [];
  for (const name of (await readdir(output, { recursive: true })).sort()) {
    const file = join(output, name);
    if (/(?:-ui\.(?:js|css)|-worker\.js|-highlight\.js)$/.test(name)) await rm(file);
    if (!/\.(?:pagefind|pf_\w+)$/.test(name)) continue;
    const content = gunzipSync(await readFile(file));
    if (!content.subarray(0, signature.length).equals(signature)) throw new Error(`${file} has another form than Pagefind 1.5 writes`);
    await writeFile(file, content);
    if (/^lv_.*\.pf_fragment$/.test(name.split(/[\\/]/).at(-1) ?? '')) texts.push(textOf(content));
  }
  await orderFilters(output);
  await writeFile(join(output, vocabularyFile), JSON.stringify(pack(buildVocabulary(texts, synonyms))));
}

function textOf(fragment: Buffer): string {
  const { meta, content } = JSON.parse(fragment.subarray(signature.length).toString()) as { meta: Record<string, string>; content: string };
  return [...Object.values(meta), content].join(' ');
}
