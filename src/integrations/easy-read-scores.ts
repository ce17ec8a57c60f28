import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { lint } from '../easy-language/index.ts';
import { filesBelow, readText } from '../records/read-files.ts';

const virtualId = 'virtual:easy-read-scores';

/** Tells each page in easy language what the linter measures in its file. The linter reads its lists from disk, so it is not bundled. */
export function easyReadScores(): AstroIntegration {
  return {
    name: 'easy-read-scores',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const plugin: Plugin = {
          name: 'easy-read-scores',
          resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
          async load(id) {
            if (id !== `\0${virtualId}`) return undefined;
            const scores: Record<string, object> = {};
            for (const file of filesBelow(root, 'content/easy-read', '.mdx')) {
              this.addWatchFile(join(root, file));
              const { score, warnings, figures } = await lint(readText(root, file), { file });
              const { words, meanSentence, longWords, lix } = figures;
              scores[file] = { score, words, meanSentence, longWords, lix, warnings };
            }
            return `export default ${JSON.stringify(scores)};`;
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
