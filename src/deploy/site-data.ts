import { apiHeaders } from '../hosting/headers.ts';
import { siteOrigin } from '../records/site-origin.ts';
import type { SiteData } from '../reports/adapters/site-data.ts';
import { siteAnswers } from '../reports/adapters/site.ts';
import { LANGUAGES } from '../reports/context.ts';

/** An endpoint is no page: nothing of the built site goes into its headers. */
const NO_PAGES = { https: true, styleHashes: [], wasmPages: [], mediaPages: [], noStore: ['/api/'] };

/** Everything of the site that an endpoint carries with it, but for words. Throws when contacts or navigation cannot be read. */
export function siteData(root: string): SiteData {
  const answers = siteAnswers(root);
  const languages = LANGUAGES.map((language) => {
    // JSON leaves the function that finds words out; the bundle brings its own.
    return [language, JSON.parse(JSON.stringify(answers[language])) as SiteData['languages'][typeof language]] as const;
  });
  return {
    origins: [siteOrigin(root)],
    headers: apiHeaders(NO_PAGES),
    languages: Object.fromEntries(languages) as SiteData['languages'],
  };
}
