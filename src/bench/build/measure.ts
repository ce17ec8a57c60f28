import { join } from 'node:path';
import { listFiles } from '../../hosting/files.ts';
import { median } from '../table.ts';
import { type Usage, watch } from '../watched.ts';
import { makeEleventyProject } from './eleventy-project.ts';
import type { SizeResult } from './results.ts';
import { makeSiteProject } from './site-project.ts';

/** The line of src/setup/site-build.ts at the end of each part. */
const PART_END = /^Build: (?!done)(\w+) in ([\d.]+) s/;

interface Task {
  root: string;
  /** The node_modules folder with Eleventy. */
  packages: string;
  /** Where the projects are made. */
  folder: string;
  items: number;
  runs: number;
}

/**
 * Builds one archive by both programs in turn, `runs` times each after one build of ours that gives Eleventy its layouts; our pages are rendered
 * once more by themselves, as Eleventy does. Every build has a folder of its own: ext4 is slow to make files where many were removed just before.
 */
export async function measureSize({ root, packages, folder, items, runs }: Task): Promise<SizeResult> {
  const site = join(folder, 'site');
  // Inside the project, because the code that renders the pages finds its packages from there.
  const outOf = (name: string) => join(site, `out-${name}`);
  const eleventy = join(folder, 'eleventy');
  console.log(`\n${items} generated items: making the projects, first build …`);
  await makeSiteProject(root, site, items);
  await buildOurs(site, outOf('first'));
  await makeEleventyProject(eleventy, { site, dist: join(outOf('first'), 'dist'), packages });
  const ours: Map<string, Usage>[] = [];
  const rendering: Usage[] = [];
  const theirs: Usage[] = [];
  for (let run = 1; run <= runs; run++) {
    console.log(`${items} generated items: run ${run} of ${runs} …`);
    ours.push(await buildOurs(site, outOf(`whole-${run}`)));
    rendering.push(await watch(['src/bench/build/render.ts', site, outOf(`pages-${run}`)], { cwd: site }));
    theirs.push(await watch(['node_modules/@11ty/eleventy/cmd.cjs', '--quiet', `--output=output-${run}`], { cwd: eleventy }));
  }
  return {
    items,
    ours: new Map([...(ours[0]?.keys() ?? [])].map((step) => [step, medianUsage(ours.flatMap((run) => run.get(step) ?? []))])),
    oursPages: await countPages(join(outOf('first'), 'dist')),
    rendering: medianUsage(rendering),
    eleventy: medianUsage(theirs),
    eleventyPages: await countPages(join(eleventy, 'output-1')),
  };
}

async function buildOurs(site: string, out: string): Promise<Map<string, Usage>> {
  const { steps, ...whole } = await watch(['src/setup/build.ts', '--out', out], { cwd: site, stepEnd: PART_END });
  if (!steps.has('pages'))
    throw new Error('src/setup/build.ts no longer prints "Build: pages in …"; adjust PART_END in src/bench/build/measure.ts');
  return new Map([...steps, ['whole', whole]]);
}

function medianUsage(usages: readonly Usage[]): Usage {
  const processor = usages.flatMap(({ processorSeconds }) => processorSeconds ?? []);
  return {
    seconds: median(usages.map(({ seconds }) => seconds)),
    processorSeconds: processor.length === 0 ? undefined : median(processor),
    peakMegabytes: median(usages.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

async function countPages(folder: string): Promise<number> {
  return (await listFiles(folder)).filter((file) => file.endsWith('.html')).length;
}
