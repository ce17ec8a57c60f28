import type { Page } from './answer-pages.ts';
import { type Language, LANGUAGES, type ReportContext } from './context.ts';
import { type Bytes, strictTextOf } from './message/bytes.ts';

/** The language a form's address names, `?l=ru`; Latvian where it names none. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('l');
  return LANGUAGES.find((language) => language === asked) ?? 'lv';
}

export function pageIn(language: Language, { languages }: ReportContext): Page {
  return { language, ...languages[language] };
}

/** The value of a cookie; undefined when it did not come. */
export function cookieOf(request: Request, name: string): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

/**
 * Whether the request comes from our own page, as far as browsers say. Never compared with the address of the request: behind a proxy that is another
 * one. `null` is what a form sends under `Referrer-Policy: no-referrer`.
 */
export function isSameSite(request: Request, { isOwnOrigin }: ReportContext): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  return origin === null || origin === 'null' || isOwnOrigin(origin);
}

/** Compressed bodies are refused, so none can unfold into more than was sent. */
export function isPlain(request: Request): boolean {
  return /^(?:identity)?$/i.test(request.headers.get('content-encoding') ?? '');
}

/** JSON of a body; undefined when it is none. */
export function parseJson(body: Bytes): unknown {
  try {
    return JSON.parse(strictTextOf(body));
  } catch {
    return undefined;
  }
}
