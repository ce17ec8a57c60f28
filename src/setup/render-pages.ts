// The process that renders the pages of a build: node src/setup/render-pages.ts <root> <out> <aside>, forked by src/setup/site-build.ts.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { listFiles } from '../hosting/files.ts';
import { slimStyleSheets } from '../hosting/style-sheets.ts';
import { shareWorld } from '../records/shared-world.ts';
import { readWorld, type World } from '../records/world.ts';
import { silentPages } from '../voice/recordings.ts';
import { canSpeak } from '../voice/speak.ts';

/** Fulfilled when the process that forked this one has sent a word: the content is sound. Without that process there is nothing to go on for. */
const isSound = once(process, 'message');
process.once('disconnect', () => process.exit(1));

/** A page without a recording of its present text goes out without a player; the tests do not let it pass. */
function tellSilentPages(world: World): void {
  const silent = silentPages(world).map(({ file }) => file);
  if (silent.length === 0) return;
  const remedy = canSpeak() ? 'Run npm run voice' : 'Install espeak-ng and opus-tools, then run npm run voice';
  console.warn(`Build: not read aloud: ${silent.join(', ')}. ${remedy}.`);
}

async function renderPages(root: string, out: string, aside: string): Promise<void> {
  const world = readWorld(root);
  // What cannot be read, the gate tells; then this process is ended.
  if (world.problems.length > 0) await isSound;
  shareWorld(world);
  const dist = join(out, 'dist');
  const onStart = async (): Promise<void> => {
    await isSound;
    // Astro would remove the last build file by file and do nothing else meanwhile.
    if (existsSync(dist)) await rename(dist, aside);
  };
  // A build elsewhere gets a cache of its own, so that it proves what a fresh clone would build.
  const elsewhere = out === root ? {} : { cacheDir: join(out, 'cache') };
  const waits = { name: 'waits-for-the-gate', hooks: { 'astro:build:start': onStart } };
  await build({ root, outDir: dist, logLevel: 'warn', integrations: [waits], ...elsewhere });
  await slimStyleSheets(dist, await listFiles(dist));
  tellSilentPages(world);
}

/** The message of an error with the place and hint that Astro's and Vite's errors carry. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { loc, hint, id } = error as Error & {
    loc?: { file?: string; line?: number; column?: number };
    hint?: string;
    id?: string;
  };
  const file = loc?.file ?? id;
  const place = file === undefined ? '' : `${file}${loc?.line === undefined ? '' : `:${loc.line}:${loc.column ?? 1}`}: `;
  return `${place}${error.message}${hint === undefined ? '' : `\n${hint}`}`;
}

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const [, , root = '.', out = root, aside = `${out}.last`] = process.argv;
try {
  await renderPages(root, out, aside);
  process.exit(0);
} catch (error) {
  process.send?.(described(error), () => process.exit(1));
}
