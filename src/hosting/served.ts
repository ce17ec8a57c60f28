import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '../i18n/locales.ts';
import { formPaths } from '../i18n/paths.ts';
import { addressOf, listFiles } from './files.ts';
import { contentSecurityPolicy } from './headers.ts';
import { readPolicy } from './policy.ts';

const FORMS = locales.flatMap((locale) => formPaths(locale));

/** What a visitor's safety rests on: both forms and the page of replies in each language, and every script. */
function matters(file: string): boolean {
  return FORMS.includes(addressOf(file)) || file.endsWith('.js');
}

function isPublished(file: string): boolean {
  return !/\.(?:br|gz)$/.test(file) && file !== '_headers' && file !== '_redirects';
}

/**
 * Compares what `address` answers with the files of `dist`, and the policy of the pages with the one that was built, a line for each difference.
 * Rejects with ENOENT when nothing was built.
 */
export async function servedFaults(
  root: string,
  dist: string,
  address: string,
  isAll: boolean,
): Promise<{ compared: number; faults: string[] }> {
  const policy = await readPolicy(root);
  const files = (await listFiles(dist)).filter((file) => isPublished(file) && (isAll || matters(file)));
  const faults: string[] = [];
  for (const file of files) {
    const path = addressOf(file);
    const answer = await fetch(new URL(path, address), { redirect: 'manual' }).catch(() => undefined);
    const body = answer && Buffer.from(await answer.arrayBuffer());
    if (!answer || answer.status !== 200) faults.push(`${path}: ${answer ? `status ${answer.status}` : 'no answer'}`);
    else if (!body?.equals(await readFile(join(dist, file)))) faults.push(`${path}: other bytes`);
    else if (file.endsWith('.html') && !isPolicy(answer.headers.get('content-security-policy'), path, policy))
      faults.push(`${path}: another content security policy`);
  }
  return { compared: files.length, faults };
}

/** The policy as built, for a site behind TLS or not. */
function isPolicy(sent: string | null, path: string, policy: Parameters<typeof contentSecurityPolicy>[1]): boolean {
  return [true, false].some((https) => sent === contentSecurityPolicy(path, { ...policy, https }));
}
