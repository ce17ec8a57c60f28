import { createHash } from 'node:crypto';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

const virtualId = 'virtual:search-engine';

/**
 * Tells the search page the integrity hash of Pagefind's script before the index exists: the script is the same whatever is indexed,
 * so an index of one word is asked for it.
 */
export function searchEngine(): AstroIntegration {
  return {
    name: 'search-engine',
    hooks: {
      'astro:config:setup': async ({ updateConfig }) => {
        const integrity = await integrityOfScript();
        const plugin: Plugin = {
          name: 'search-engine',
          resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
          load: (id) => (id === `\0${virtualId}` ? `export default ${JSON.stringify({ integrity })};` : undefined),
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

async function integrityOfScript(): Promise<string> {
  const pagefind = await import('pagefind');
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const { files } = await index.getFiles();
  await pagefind.close();
  const script = files.find(({ path }) => path === 'pagefind.js');
  if (!script) throw new Error('Pagefind has no pagefind.js any more. Compare its version with package.json.');
  return `sha384-${createHash('sha384').update(script.content).digest('base64')}`;
}
