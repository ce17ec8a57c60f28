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
const CODE = 'virtual:enhancement-code/';
/** Browser modules that improve pages which work without them. Key: name used by the page. */
const entries = {
  copy: 'src/components/copying/copy.client.ts',
  contactCard: 'src/components/embed/contact-card.client.ts',
  easy: 'src/components/easy-read/easy.client.ts',
  easyReport: 'src/components/easy-read/easy-report.client.ts',
  exit: 'src/components/site/exit.client.ts',
  headline: 'src/components/headline/headline.client.ts',
  headlineEn: 'src/components/headline/checker-en.client.ts',
  headlineLv: 'src/components/headline/checker-lv.client.ts',
  headlineRu: 'src/components/headline/checker-ru.client.ts',
  offerEn: 'src/components/offer/offer-en.client.ts',
  offerLv: 'src/components/offer/offer-lv.client.ts',
  offerMoreEn: 'src/components/offer/more-en.client.ts',
  offerMoreLv: 'src/components/offer/more-lv.client.ts',
  offerMoreRu: 'src/components/offer/more-ru.client.ts',
  offerMoreUk: 'src/components/offer/more-uk.client.ts',
  offerPatternsEn: 'src/components/offer/patterns-en.client.ts',
  offerPatternsLv: 'src/components/offer/patterns-lv.client.ts',
  offerPatternsRu: 'src/components/offer/patterns-ru.client.ts',
  offerPatternsUk: 'src/components/offer/patterns-uk.client.ts',
  offerReader: 'src/components/offer/reader.client.ts',
  offerRu: 'src/components/offer/offer-ru.client.ts',
  openNow: 'src/components/contacts/open-now.client.ts',
  numberTrainer: 'src/components/number-trainer/trainer.client.ts',
  ownContact: 'src/components/paper/own-contact.client.ts',
  papersSafe: 'src/components/papers-safe/safe.client.ts',
  papersSafeCore: 'src/components/papers-safe/core.client.ts',
  papersSafeFile: 'src/components/papers-safe/file.client.ts',
  reply: 'src/components/reply/reply.client.ts',
  replySeal: 'src/components/reply/reply-seal.client.ts',
  report: 'src/components/report/report.client.ts',
  reportFiles: 'src/components/report/files.client.ts',
  reportSeal: 'src/components/report/seal.client.ts',
  reportWork: 'src/components/report/work.client.ts',
  search: 'src/components/search/search.client.ts',
  today: 'src/components/archive/today.client.ts',
  travelPlan: 'src/components/travel-plan/plan.client.ts',
} as const;
export type ScriptName = keyof typeof entries;
/** Addresses that never change, beside the hashed ones, for modules that other websites load. */
const lasting: Partial<Record<string, string>> = { contactCard: CONTACT_CARD };

/** Bundled first: the scripts of the offer checker name their addresses. */
function isLoadedByOffers(name: string): boolean {
  return /^offer(?:Reader|Patterns|More)/.test(name);
}

/** Modules that stand inside a file instead of beside the pages. */
const insideFiles: readonly string[] = ['papersSafeFile'];

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
    resolveId: (id) => (id === virtualId || id.startsWith(CODE) ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${virtualId}`) return `export default ${JSON.stringify(withoutCode(built))};`;
      const inside = insideFiles.find((name) => id === `\0${CODE}${name}`);
      return inside === undefined ? undefined : `export default ${JSON.stringify(built[inside]?.code)};`;
    },
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
        const bundleAll = async (chosen: (name: string) => boolean) => {
          const scripts = Object.entries(entries).filter(([name]) => chosen(name));
          const all = await Promise.all(scripts.map(async ([name, file]) => [name, await bundle(root, name, file, built)] as const));
          for (const [name, script] of all) built[name] = script;
        };
        await bundleAll(isLoadedByOffers);
        await bundleAll((name) => !isLoadedByOffers(name));
        updateConfig({ vite: { plugins: [plugin, offerRules(), mediaRules()] } });
      },
      'astro:build:done': async ({ dir }) => {
        for (const [name, { src, code }] of Object.entries(built)) {
          if (insideFiles.includes(name)) continue;
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

async function bundle(root: string, name: string, file: string, built: Readonly<Record<string, BuiltScript>>): Promise<BuiltScript> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [slimAge(root, !name.startsWith('papersSafe')), offerModules(built), offerRules(), mediaRules()],
    build: {
      write: false,
      modulePreload: false,
      target: 'es2020',
      // A module that another one loads keeps its exports.
      rolldownOptions: {
        input: file,
        preserveEntrySignatures: 'exports-only',
        output: { format: 'es' },
        // To define each field by itself is slow where a class has thousands of objects.
        transform: { assumptions: { setPublicClassFields: true } },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs.flatMap((output) => ('output' in output ? output.output : [])).find((part) => part.type === 'chunk');
  if (!chunk) throw new Error(`${file}: nothing was built from it`);
  const code = chunk.code;
  const hash = createHash('sha384').update(code).digest('base64');
  return { code, src: `/assets/${name}.${hash.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 8)}.js`, integrity: `sha384-${hash}` };
}

/** Gives the scripts of the offer checker the addresses of what they load. */
function offerModules(built: Readonly<Record<string, BuiltScript>>): Plugin {
  const id = 'virtual:offer-modules';
  return {
    name: 'offer-modules',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load: (asked) => {
      const modules = Object.fromEntries(
        Object.entries(built)
          .filter(([name]) => isLoadedByOffers(name))
          .sort(),
      );
      return asked === `\0${id}` ? `export default ${JSON.stringify(withoutCode(modules))};` : undefined;
    },
  };
}

function withoutCode(scripts: Record<string, BuiltScript>) {
  return Object.fromEntries(Object.entries(scripts).map(([name, { src, integrity }]) => [name, { src, integrity }]));
}
