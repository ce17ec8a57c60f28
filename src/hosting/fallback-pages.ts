import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Redirect } from './policy.ts';
import { languageOf } from './redirects.ts';

const KEYS = ['oldAddress.title', 'oldAddress.text', 'oldAddress.link'] as const;
type Words = Record<(typeof KEYS)[number], string>;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Reads the three words a fallback page says, in `locale`. Throws when one is missing. */
export async function readWords(root: string, locale: string): Promise<Words> {
  const file = `content/data/ui/${locale}.json`;
  const words = JSON.parse(await readFile(join(root, file), 'utf8')) as Record<string, unknown>;
  const missing = KEYS.filter((key) => typeof words[key] !== 'string');
  if (missing.length > 0) throw new Error(`${file}: ${missing.join(', ')} missing; the pages at old addresses need them`);
  return words as Words;
}

/** The page that leads on from an old address where the host knows no redirects. `canonical` is the target's own. */
export function fallbackPage({ to, words, locale, canonical }: { to: string; words: Words; locale: string; canonical: string }) {
  const title = escape(words['oldAddress.title']);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${escape(to)}">
<link rel="canonical" href="${escape(canonical)}">
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escape(words['oldAddress.text'])}</p>
<p><a href="${escape(to)}">${escape(words['oldAddress.link'])}</a></p>
</main>
</body>
</html>
`;
}

async function canonicalOf(dist: string, to: string): Promise<string> {
  const [page = '/'] = to.split('#');
  const html = await readFile(join(dist, page, 'index.html'), 'utf8');
  const link = /<link\b[^>]*\brel="canonical"[^>]*>/.exec(html)?.[0] ?? '';
  return /\bhref="([^"]+)"/.exec(link)?.[1] ?? page;
}

/** Where the fallback page of an old address stands in dist/. */
export function fallbackFile({ from }: Pick<Redirect, 'from'>): string {
  return `${from.slice(1)}/index.html`;
}

/** Writes a page at every listed old address but `/`, which is a page of the site. Returns the files written. */
export async function writeFallbackPages(root: string, dist: string, redirects: readonly Redirect[]): Promise<string[]> {
  const moved = redirects.filter(({ from }) => from !== '/');
  for (const redirect of moved) {
    const locale = languageOf(redirect.from);
    const [words, canonical] = await Promise.all([readWords(root, locale), canonicalOf(dist, redirect.to)]);
    const file = join(dist, fallbackFile(redirect));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fallbackPage({ to: redirect.to, words, locale, canonical }));
  }
  return moved.map(fallbackFile);
}
