import { parse } from 'yaml';
import { readText } from './read-files.ts';

/** The address this copy is published at: SITE_ORIGIN, or `origin` of content/data/site.yml. */
export function siteOrigin(root = process.cwd()): string {
  const site = parse(readText(root, 'content/data/site.yml')) as { origin?: string };
  const origin = process.env['SITE_ORIGIN'] ?? site.origin;
  if (!origin || !URL.canParse(origin)) throw new Error('content/data/site.yml: origin is not a web address. Write https:// and the host.');
  return new URL(origin).origin;
}
