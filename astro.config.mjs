import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { easyReadScores } from './src/integrations/easy-read-scores.ts';
import { enhancementScripts } from './src/integrations/enhancement-scripts.ts';
import { searchEngine } from './src/integrations/search-engine.ts';
import { easyLines } from './src/markdown/easy-lines.ts';
import { markdownFeatures, proseRules, tableLabels } from './src/markdown/prose-rules.ts';
import { siteOrigin } from './src/records/site-origin.ts';

export default defineConfig({
  site: siteOrigin(),
  output: 'static',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'always', assets: 'assets', concurrency: 8 },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ features: markdownFeatures, mdastPlugins: [proseRules, easyLines], hastPlugins: [tableLabels] }),
  },
  integrations: [mdx(), enhancementScripts(), searchEngine(), easyReadScores()],
  vite: {
    plugins: [tailwindcss()],
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Rolldown warns of the "use" directives that the MDX compiler writes into every module.
        onwarn: (warning, next) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(warning)),
      },
    },
  },
});
