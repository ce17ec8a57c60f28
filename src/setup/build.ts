// npm run build: content gate, pages, hosting files. `--out <folder>` builds into <folder>/dist instead of dist/.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSite } from './site-build.ts';
import { sourcesStamp, writeStamp } from './sources-stamp.ts';
import { seconds } from './steps.ts';

const root = resolve(fileURLToPath(new URL('../../', import.meta.url)));

try {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const out = values.out === undefined ? root : resolve(values.out);
  const start = performance.now();
  const stamp = await sourcesStamp(root);
  await buildSite(root, out);
  if (out === root) await writeStamp(root, stamp);
  console.log(`Build: done in ${seconds(performance.now() - start)}`);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
