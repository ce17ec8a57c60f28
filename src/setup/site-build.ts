import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HOSTING_FOLDER } from '../hosting/policy.ts';
import { compressMeanwhile, type EarlyTwins } from '../hosting/precompress.ts';
import { runNode, seconds } from './steps.ts';

/** One part of the build; throws when the site may not be published. */
interface Part {
  name: string;
  run: () => Promise<void>;
}

/** The content gate, in a process of its own: meanwhile Astro and its plugins are loaded, which takes as long. Prints every breach. */
async function gate(root: string): Promise<void> {
  const { code, output } = await runNode(['src/gate/main.ts'], { root });
  if (code === 0) return;
  console.error(output.trimEnd());
  throw new Error('the content has problems, listed above');
}

/**
 * Renders the pages in a process of its own, whose memory is free again when they are written: the steps after it need some too.
 * Nothing of the last build is touched before `isSound` is fulfilled; then it becomes the folder `aside`.
 */
export async function renderPages(root: string, out: string, aside: string, isSound: Promise<void>): Promise<void> {
  // The bundler's allocator keeps what it frees; told not to, the process needs a tenth less memory and no more time.
  const env = { ...process.env, MIMALLOC_PURGE_DELAY: '0' };
  const child = fork(join(root, 'src/setup/render-pages.ts'), [root, out, aside], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
  let fault = 'the process that renders them ended early';
  child.once('message', (told) => {
    if (typeof told === 'string') fault = told;
  });
  isSound.then(
    () => child.connected && child.send('sound'),
    () => child.kill(),
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(fault);
}

/** Indexes the pages among `files`, and compresses the index, which is not among them. */
async function searchIndex(root: string, dist: string, files: readonly string[]): Promise<void> {
  const [pagefind, { buildBundle }, { readEntries }, { precompress }, { listFiles }, { readSynonymSets }] = await Promise.all([
    import('pagefind'),
    import('../search/bundle.ts'),
    import('../search/entries.ts'),
    import('../hosting/precompress.ts'),
    import('../hosting/files.ts'),
    import('../search/synonym-sets.ts'),
  ]);
  const index = join(dist, 'pagefind');
  const entries = readEntries(dist, files);
  // Awaited after the pages; until then a fault of theirs belongs to nobody.
  entries.catch(() => undefined);
  await buildBundle(pagefind, dist, files, index, await readSynonymSets(root), entries);
  await pagefind.close();
  await precompress(index, await listFiles(index));
}

async function hosting(root: string, out: string, files: readonly string[], early: EarlyTwins): Promise<void> {
  const { finishBuild } = await import('../hosting/finish.ts');
  await finishBuild(root, out, files, early);
}

/** Runs one part and prints its seconds. Throws an error that names the part, the place and what is wrong. */
async function runPart({ name, run }: Part): Promise<void> {
  const start = performance.now();
  await run().catch((error: unknown) => {
    throw new Error(`Build failed (${name}): ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
  console.log(`Build: ${name} in ${seconds(performance.now() - start)}`);
}

/**
 * Builds the site of `root` into `<out>/dist` and `<out>/.hosting`, printing the seconds of each part. Throws an error that
 * names the part, the place and what is wrong; half a build is then never marked as done.
 */
export async function buildSite(root: string, out: string): Promise<void> {
  await rm(join(out, HOSTING_FOLDER, 'policy.json'), { force: true });
  const aside = join(out, HOSTING_FOLDER, 'last');
  await rm(aside, { recursive: true, force: true });
  await mkdir(join(out, HOSTING_FOLDER), { recursive: true });
  const dist = join(out, 'dist');
  const isSound = runPart({ name: 'content', run: () => gate(root) });
  const endCompressing = compressMeanwhile(dist);
  const rendered = runPart({ name: 'pages', run: () => renderPages(root, out, aside, isSound) });
  // A fault of the content often makes a fault of the pages: the gate's words say what to do.
  const fault = (await Promise.allSettled([isSound, rendered])).find((end) => end.status === 'rejected');
  const early = await endCompressing();
  if (fault) throw fault.reason;
  const { listFiles } = await import('../hosting/files.ts');
  const files = await listFiles(dist);
  // At once: the indexer is a process that uses one core, and both read the pages only.
  await Promise.all([
    runPart({ name: 'search', run: () => searchIndex(root, dist, files) }),
    runPart({ name: 'hosting', run: () => hosting(root, out, files, early) }),
  ]);
  // At the end: ext4 is slow to make files where it has just removed as many.
  await rm(aside, { recursive: true, force: true });
}
