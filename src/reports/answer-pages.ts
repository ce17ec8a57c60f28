import type { AnswerLanguage, Language } from './context.ts';
import { toBase64, utf8 } from './message/bytes.ts';
import { ACCEPTED } from './message/attachments.ts';
import { type Fields, FIELDS } from './message/report.ts';
import { spell } from './message/return-code.ts';
import { isRetryable, type ProblemSlug, retryHeaders, statusOf } from './problems.ts';

/** What a page of the endpoint needs to speak a language. */
export interface Page extends AnswerLanguage {
  language: Language;
}

const STYLE = `
:root{color-scheme:light dark;--paper:#fbf8f2;--ink:#1c2029;--edge:#767b88;--field:#fff;--primary:#0b4a50;--on:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#14171e;--ink:#f3efe6;--edge:#8d93a1;--field:#1e222c;--primary:#9fd8cf;--on:#07231f}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 Arial,sans-serif}
nav{background:#1c2029;padding:.5rem 1.25rem}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:0;list-style:none}
nav a{color:#fff}a{color:var(--primary);display:inline-block;min-height:2.75rem;line-height:2.75rem}nav a{color:#fff}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}h1{font-size:2rem;line-height:1.15}
label{display:block;font-weight:700;margin-top:1.25rem}
textarea{box-sizing:border-box;width:100%;border:2px solid var(--edge);border-radius:.5rem;padding:.75rem;background:var(--field);color:inherit;font:inherit}
button{min-height:3rem;margin-top:1.5rem;padding:0 1.5rem;border:0;border-radius:.5rem;background:var(--primary);color:var(--on);font:inherit;font-weight:700}
.code{font-size:1.75rem;font-weight:700;letter-spacing:.02em;font-variant-numeric:tabular-nums}
:focus-visible{outline:3px solid var(--primary);outline-offset:3px}nav a:focus-visible{outline-color:#fff}
.trap{position:absolute;left:-100vw}
`;

let policy: Promise<string> | undefined;

async function contentSecurityPolicy(): Promise<string> {
  policy ??= crypto.subtle
    .digest('SHA-256', utf8(STYLE))
    .then(
      (hash) =>
        `default-src 'none'; style-src 'sha256-${toBase64(new Uint8Array(hash))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
  return policy;
}

export function escape(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (letter) => names[letter] ?? letter);
}

export async function answer(
  { language, words, phones }: Page,
  status: number,
  title: string,
  body: string,
  headers: Record<string, string>,
) {
  const lines = phones.map(({ name, printed, href }) => `<li><a href="${escape(href)}"><b>${escape(printed)}</b> ${escape(name)}</a></li>`);
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(words('report.answer.tab'))}</title><style>${STYLE}</style></head><body><nav aria-label="${escape(words('report.answer.phones'))}"><ul>${lines.join('')}</ul></nav><main><h1>${escape(title)}</h1>${body}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': await contentSecurityPolicy(),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...headers,
    },
  });
}

/** Attributes of a field whose text the browser shall neither keep, correct nor send to be checked. */
export const QUIET_FIELD = 'autocomplete="off" autocorrect="off" spellcheck="false" writingsuggestions="false"';

export function paragraph(text: string): string {
  return `<p>${escape(text)}</p>`;
}

/** The page after a report was kept, with its return code or, once that can no longer be shown, without. */
export function receiptPage(page: Page, code: string | undefined, isWithoutFiles = false): Promise<Response> {
  const { words } = page;
  const lost = isWithoutFiles ? paragraph(words('report.answer.filesLost')) : '';
  const shown = code === undefined ? paragraph(words('report.answer.codeGone')) : codeBlock(page, code);
  const home = `<p><a href="/${page.language}/">${escape(words('report.answer.site'))}</a></p>`;
  const body = paragraph(words('report.answer.storedText')) + lost + shown + paragraph(words('report.answer.next')) + home;
  return answer(page, code === undefined ? 410 : 200, words('report.answer.stored'), body, {
    'Clear-Site-Data': '"cache", "storage"',
  });
}

function codeBlock({ words, replyPath }: Page, code: string): string {
  return `<h2>${escape(words('report.answer.code'))}</h2><p class="code">${escape(spell(code))}</p>${paragraph(words('report.answer.codeText'))}<p><a href="${escape(replyPath)}">${escape(words('reply.title'))}</a></p>`;
}

/** What came with a form that is refused. */
export interface Refused {
  fields: Fields;
  /** Files were chosen. They do not come back: a page cannot fill in files. */
  hasFiles: boolean;
  /** The file that is the reason, counted from 1. Never its name, which is the sender's. */
  file: number | undefined;
}

/** A problem in words. What was typed comes back in a form that can be sent again, so that nothing is lost. */
export function problemPage(page: Page, slug: PageProblem, refused?: Refused): Promise<Response> {
  const { words, formPath } = page;
  const which = refused?.file === undefined ? '' : `<p><b>${escape(words('report.answer.file'))} ${refused.file}</b></p>`;
  const back = `<p><a href="${escape(formPath)}">${escape(words('report.answer.back'))}</a></p>`;
  // A browser keeps what it posted for as long as the page of the answer is open.
  const again = isRetryable(slug) ? paragraph(words('report.answer.reload')) : '';
  const kept = refused ? keptForm(page, refused) : again;
  return answer(page, statusOf(slug), words(`report.problem.${slug}`), which + kept + back, retryHeaders(slug));
}

export type PageProblem = Exclude<ProblemSlug, 'not-found' | 'method' | 'id-reused' | 'bad-envelope' | 'pow-required'>;

function keptForm({ words, language }: Page, { fields, hasFiles }: Refused): string {
  const areas = FIELDS.filter((name) => name !== 'about' && (name === 'what' || fields[name] !== '')).map((name) => {
    const label = escape(words(`report.field.${name}`));
    const rows = name === 'what' ? 10 : 3;
    // A line feed after the tag is dropped by the browser, and one that was typed is kept.
    return `<label for="${name}">${label}</label><textarea id="${name}" name="${name}" rows="${rows}" ${QUIET_FIELD}>\n${escape(fields[name])}</textarea>`;
  });
  const kept = [
    ...(fields.about === '' ? [] : [['about', fields.about]]),
    ...(fields.danger ? [['danger', 'on']] : []),
    ['lang', language],
  ];
  const hidden = kept.map(([name = '', value = '']) => `<input type="hidden" name="${name}" value="${escape(value)}">`);
  const files = hasFiles
    ? `<label for="files">${escape(words('report.answer.filesAgain'))}</label><input id="files" type="file" name="files" multiple accept="${ACCEPTED}">`
    : '';
  return `<p>${escape(words('report.answer.kept'))}</p><form method="post" enctype="multipart/form-data" action="/api/report?l=${language}" autocomplete="off">${areas.join('')}${hidden.join('')}${files}<button>${escape(words('report.answer.again'))}</button></form>`;
}
