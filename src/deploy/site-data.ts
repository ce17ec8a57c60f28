import { apiHeaders } from '../hosting/headers.ts';
import { siteAnswers } from '../reports/adapters/site.ts';
import type { SiteData } from '../reports/adapters/site-data.ts';
import { type Language, LANGUAGES } from '../reports/context.ts';
import { siteOrigin } from '../records/site-origin.ts';
import en from '../../content/data/ui/en.json' with { type: 'json' };
import lv from '../../content/data/ui/lv.json' with { type: 'json' };
import ru from '../../content/data/ui/ru.json' with { type: 'json' };

/** Beginnings of the words that the endpoint's own pages may say. */
const WORDS = /^(?:report|reply)\.(?:answer|field|about|problem)\./;
const TEXTS: Record<Language, Record<string, string>> = { lv, en, ru };
/** An endpoint is no page: nothing of the built site goes into its headers. */
const NO_PAGES = { https: true, styleHashes: [], wasmPages: [], mediaPages: [], noStore: ['/api/'] };

/** Everything of the site that an endpoint carries with it. Throws when contacts or navigation cannot be read. */
export function siteData(root: string): SiteData {
  const answers = siteAnswers(root);
  const languages = LANGUAGES.map((language) => {
    const { phones, formPath } = answers[language];
    const words = Object.fromEntries(Object.entries(TEXTS[language]).filter(([key]) => WORDS.test(key)));
    return [language, { words, phones, formPath }] as const;
  });
  return {
    origins: [siteOrigin(root)],
    headers: apiHeaders(NO_PAGES),
    languages: Object.fromEntries(languages) as SiteData['languages'],
  };
}
