import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPolicy } from '../hosting/policy.ts';
import { bundleEndpoint } from './bundle.ts';
import { cloudFormation } from './lambda/template.ts';

/** Writes the function and the template of everything around it. */
export async function writeLambdaFolder(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await bundleEndpoint(root, 'lambda', folder);
  await writeFile(join(folder, 'template.json'), `${JSON.stringify(cloudFormation(await readPolicy(root)), null, 2)}\n`);
}
