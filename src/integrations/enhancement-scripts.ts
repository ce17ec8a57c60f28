import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'vite';
import { CONTACT_CARD } from '../hosting/headers.ts';
import { mediaRules } from './media-rules.ts';
import { offerRules } from './offer-rules.ts';
import { slimAge } from './slim-age.ts';

const virtualId = 'virtual:enhancement-scripts';
/** Browser modules that improve pages which work without them. Key: name used by the page. */
const entries = {
  contactCard: 'src/components/embed/contact-card.client.ts',
  easy: 'src/components/easy-read/easy.client.ts',
  exit: 'src/components/site/exit.client.ts',
  headline: 'src/components/headline/headline.client.ts',
  headlineEn: 'src/components/headline/checker-en.client.ts',
  headlineLv: 'src/components/headline/checker-lv.client.ts',
  headlineRu: 'src/components/headline/checker-ru.client.ts',
  offerEn: 'src/components/offer/offer-en.client.ts',
  offerLv: 'src/components/offer/offer-lv.client.ts',
  offerPatterns: 'src/components/offer/patterns.client.ts',
  offerRu: 'src/components/offer/offer-ru.client.ts',
  openNow: 'src/components/contacts/open-now.client.ts',
  numberTrainer: 'src/components/number-trainer/trainer.client.ts',
  ownContact: 'src/components/paper/own-contact.client.ts',
  papersSafe: 'src/components/papers-safe/safe.client.ts',
  papersSafeCore: 'src/components/papers-safe/core.client.ts',
  reply: 'src/components/reply/reply.client.ts',
  replySeal: 'src/components/reply/reply-seal.client.ts',
  report: 'src/components/report/report.client.ts',
  reportFiles: 'src/components/report/files.client.ts',
  reportSeal: 'src/components/report/seal.client.ts',
  search: 'src/components/search/search.client.ts',
  today: 'src/components/archive/today.client.ts',
  travelPlan: 'src/components/travel-plan/plan.client.ts',
} as const;
export type ScriptName = keyof typeof entries;
/** Addresses that never change, beside the hashed ones, for modules that other websites load. */
const lasting: Partial<Record<string, string>> = { contactCard: CONTACT_CARD };

interface BuiltScript {
  src: string;
  integrity: string;
  code: string;
}

/**
 * Bundles each enhancement module before the pages are rendered, so that the page can name its address and integrity hash.
 * Astro's own script handling knows no integrity, and the header policy refuses scripts without it.
 */
export function enhancementScripts(): AstroIntegration {
  const built: Record<string, BuiltScript> = {};
  const plugin: Plugin = {
    name: 'enhancement-scripts',
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
    load: (id) => (id === `\0${virtualId}` ? `export default ${JSON.stringify(withoutCode(built))};` : undefined),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const script = Object.values(built).find(({ src }) => src === request.url);
        if (!script) return next();
        response.setHeader('Content-Type', 'text/javascript');
        response.end(script.code);
      });
    },
  };
  return {
    name: 'enhancement-scripts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const scripts = Object.entries(entries).map(async ([name, file]) => [name, await bundle(root, name, file)] as const);
        for (const [name, script] of await Promise.all(scripts)) built[name] = script;
        updateConfig({ vite: { plugins: [plugin, offerRules(), mediaRules()] } });
      },
      'astro:build:done': async ({ dir }) => {
        for (const [name, { src, code }] of Object.entries(built)) {
          for (const address of [src, lasting[name] ?? src]) {
            const file = new URL(`.${address}`, dir);
            await mkdir(new URL('.', file), { recursive: true });
            await writeFile(file, code);
          }
        }
      },
    },
  };
}

async function bundle(root: string, name: string, file: string): Promise<BuiltScript> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [slimAge(root), offerRules(), mediaRules()],
    build: {
      write: false,
      modulePreload: false,
      target: 'es2020',
      // A module that another one loads keeps its exports.
      rolldownOptions: { input: file, preserveEntrySignatures: 'exports-only', output: { format: 'es' } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs.flatMap((output) => ('output' in output ? output.output : [])).find((part) => part.type === 'chunk');
  if (!chunk) throw new Error(`${file}: nothing was built from it`);
  const code = chunk.code;
  const hash = createHash('sha384').update(code).digest('base64');
  return { code, src: `/assets/${name}.${hash.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 8)}.js`, integrity: `sha384-${hash}` };
}

function withoutCode(scripts: Record<string, BuiltScript>) {
  return Object.fromEntries(Object.entries(scripts).map(([name, { src, integrity }]) => [name, { src, integrity }]));
}
