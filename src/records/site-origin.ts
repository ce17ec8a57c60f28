import { parse } from 'yaml';
import { readText } from './read-files.ts';

/** The address this copy is published at: SITE_ORIGIN, or `origin` of content/data/site.yml. */
export function siteOrigin(root = process.cwd()): string {
  const site = parse(readText(root, 'content/data/site.yml')) as { origin?: string };
  const given = process.env['SITE_ORIGIN'];
  const origin = given ?? site.origin ?? '';
  const place = given === undefined ? 'content/data/site.yml: origin' : 'SITE_ORIGIN';
  if (!/^https?:/.test(origin) || !URL.canParse(origin)) throw new Error(`${place} is not a web address. Write https:// and the host.`);
  return new URL(origin).origin;
}
