import { translator } from '../../i18n/t.ts';
import { type AnswerLanguage, type Language, LANGUAGES } from '../context.ts';

/** What of the site an endpoint must know that is carried away in one file: made by src/deploy/site-data.ts when it is bundled. */
export interface SiteData {
  /** Origins of the site's own pages. */
  origins: readonly string[];
  /** Headers of every answer below /api/; the endpoint's own go before them. */
  headers: Readonly<Record<string, string>>;
  languages: Readonly<Record<Language, Omit<AnswerLanguage, 'words'>>>;
}

/** The endpoint's pages in the words of the site. */
export function answersOf({ languages }: SiteData): Record<Language, AnswerLanguage> {
  const answers = LANGUAGES.map((language) => [language, { ...languages[language], words: translator(language) }] as const);
  return Object.fromEntries(answers) as Record<Language, AnswerLanguage>;
}

/** The answer with the headers of the site. A platform that is asked for the head gets no body to send. */
export function asSite(answer: Response, request: Request, { headers }: SiteData): Response {
  const all = new Headers(headers);
  // Cookies go one by one: set as other headers are, a second one would take the place of the first.
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') all.set(name, value);
  for (const cookie of answer.headers.getSetCookie()) all.append('set-cookie', cookie);
  const { status } = answer;
  return new Response(request.method === 'HEAD' ? null : answer.body, { status, headers: all });
}
