import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fold } from '../latvian/index.ts';

interface IndexedPage {
  id: string;
  title: string;
  content: string;
}

export const miniSearchOptions = {
  fields: ['title', 'content'],
  searchOptions: { boost: { title: 2 } },
  processTerm: (term: string) => fold(term),
};

/** The pages of a site, read from the unpacked fragments of its bundle. */
export async function pagesOf(site: string): Promise<IndexedPage[]> {
  const folder = join(site, 'pagefind', 'fragment');
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const { url, meta, content } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string; meta: { title: string }; content: string };
      return { id: url, title: meta.title, content };
    }),
  );
}
