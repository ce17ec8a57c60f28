import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPolicy } from '../hosting/policy.ts';
import { redirectsFile } from '../hosting/static-hosts.ts';
import { bundleEndpoint } from './bundle.ts';

/** Puts together what is published on Netlify: netlify.toml, the files of dist/ with redirects that Netlify heeds, and the function. */
export async function writeNetlifyFolder(root: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'src/deploy/netlify/netlify.toml'), join(folder, 'netlify.toml'));
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await writeFile(join(folder, 'dist/_redirects'), redirectsFile(await readPolicy(root), { isForced: true }));
  await bundleEndpoint(root, 'netlify', join(folder, 'functions/reports'));
}
