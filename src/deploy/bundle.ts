import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { slimAge } from '../integrations/slim-age.ts';
import { siteData } from './site-data.ts';

export const BUNDLED = ['lambda', 'cloudflare', 'netlify', 'deno', 'bun'] as const;
export type Bundled = (typeof BUNDLED)[number];

const VIRTUAL = 'virtual:site-data';

function sitePlugin(root: string): Plugin {
  return {
    name: 'site-data',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load: (id) => (id === `\0${VIRTUAL}` ? `export default ${JSON.stringify(siteData(root))};` : undefined),
  };
}

/** Writes the endpoint for a platform as one module without dependencies, `<folder>/<name>.mjs`, and gives back its path. The same sources give the same bytes. */
export async function bundleEndpoint(root: string, platform: Bundled, folder: string, name = 'reports'): Promise<string> {
  const isWorker = platform === 'cloudflare';
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [slimAge(root), sitePlugin(root)],
    ssr: { noExternal: true, target: isWorker ? 'webworker' : 'node' },
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
  return join(folder, `${name}.mjs`);
}
