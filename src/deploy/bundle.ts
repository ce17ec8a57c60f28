import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { slimAge } from '../integrations/slim-age.ts';
import { siteData } from './site-data.ts';

export const BUNDLED = ['lambda', 'cloudflare', 'netlify', 'deno', 'bun'] as const;
export type Bundled = (typeof BUNDLED)[number];

/** Netlify reads where a function answers from its text, before it runs, and finds no name that was made shorter. */
const NETLIFY_FUNCTION = "import answer from './endpoint.mjs';\n\nexport default answer;\nexport const config = { path: '/api/*' };\n";

const VIRTUAL = 'virtual:site-data';
/** The words the endpoint's own pages may say; the other words of the site are four times as many. */
const WORDS = /^(?:report\.(?:answer|field|about|problem)|reply)\./;

function sitePlugin(root: string): Plugin {
  const words = join(root, 'content/data/ui/');
  return {
    name: 'site-data',
    enforce: 'pre',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    async load(id) {
      if (id === `\0${VIRTUAL}`) return `export default ${JSON.stringify(siteData(root))};`;
      if (!id.startsWith(words)) return undefined;
      const all = JSON.parse(await readFile(id, 'utf8')) as Record<string, string>;
      return JSON.stringify(Object.fromEntries(Object.entries(all).filter(([key]) => WORDS.test(key))));
    },
  };
}

/**
 * Writes the endpoint for a platform as one module without dependencies, `<folder>/reports.mjs`, and gives back its path; for Netlify with the
 * function that it is part of. The same sources give the same bytes.
 */
export async function bundleEndpoint(root: string, platform: Bundled, folder: string): Promise<string> {
  const isNetlify = platform === 'netlify';
  const name = isNetlify ? 'endpoint' : 'reports';
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [slimAge(root), sitePlugin(root)],
    ssr: { noExternal: true, target: platform === 'cloudflare' ? 'webworker' : 'node' },
    build: {
      ssr: join(root, 'src/deploy', platform, 'entry.ts'),
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, format: 'es', codeSplitting: false } },
    },
  });
  const file = join(folder, 'reports.mjs');
  if (isNetlify) await writeFile(file, NETLIFY_FUNCTION);
  return file;
}
