import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleEndpoint, type Bundled } from '../../../src/deploy/bundle.ts';

/** The endpoint bundled for a platform, in a folder of its own that `remove` takes away. */
export async function bundled(platform: Bundled): Promise<{ file: string; folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `report-${platform}-`));
  const file = await bundleEndpoint(process.cwd(), platform, folder);
  return { file, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
