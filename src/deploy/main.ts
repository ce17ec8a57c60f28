// npm run deploy:bundle -- <platform>: writes what is published on a platform beside the files of dist/, into .hosting/<platform>/.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { BUNDLED, bundleEndpoint } from './bundle.ts';
import { writeNetlifyFolder } from './netlify-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

try {
  const [name = ''] = process.argv.slice(2);
  const platform = BUNDLED.find((one) => one === name);
  if (!platform) throw new Error(`There is nothing to bundle for "${name}". Platforms: ${BUNDLED.join(', ')}.`);
  const folder = join(root, '.hosting', platform);
  if (platform === 'netlify') await writeNetlifyFolder(root, folder);
  else await bundleEndpoint(root, platform, folder);
  console.log(`Written: .hosting/${platform}/. What to do with it: src/deploy/${platform}/README.md`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
