import { answer, escape, type Page, type PageProblem, paragraph, QUIET_FIELD } from '../answer-pages.ts';
import type { AnswerKey } from '../context.ts';
import type { BodyFault } from '../body.ts';
import { FIELDS, type Fields } from '../message/report.ts';
import { retryHeaders, statusOf } from '../problems.ts';
import type { Shown } from './conversation.ts';

/** What may be wrong with a question for replies; `code`: the number typed is none of ours. */
export type ReplyProblem = 'code' | 'cross-site' | 'unsupported-type' | 'malformed' | 'rate-limited' | BodyFault;

/** A page that shows replies is a multiple of so many bytes: its length tells nobody how many there are. */
const PAGE_BYTES = 65_536;

/** The replies to a report, or that there are none, and room for an addition. */
export async function mailboxPage(page: Page, shown: readonly Shown[], isDevelopment: boolean): Promise<Response> {
  const { words, language } = page;
  const hasReply = shown.some(({ kind }) => kind === 'reply');
  const list = shown.map((one) => describe(page, one, isDevelopment)).join('');
  const none = hasReply ? '' : `<h2>${escape(words('reply.none'))}</h2>${paragraph(words('reply.noneText'))}`;
  const end = `<p><a href="/api/receipt?m=end&amp;l=${language}">${escape(words('reply.end'))}</a></p>`;
  const body = paragraph(words('reply.server')) + end + none + list + additionForm(page, undefined, '', true);
  return padded(
    await answer(page, 200, words(hasReply ? 'reply.found' : 'reply.title'), body, { 'Clear-Site-Data': '"cache", "storage"' }),
  );
}

function describe({ words, language }: Page, shown: Shown, isDevelopment: boolean): string {
  switch (shown.kind) {
    case 'reply': {
      const { seq, day, text, more } = shown.reply;
      const paragraphs = text.split('\n').map((line) => `<p>${escape(line)}</p>`);
      const head = `<h2>${escape(words('reply.item', { seq, day: longDay(day, language) }))}</h2>`;
      return (
        head +
        paragraphs.join('') +
        (more ? paragraph(words('reply.more')) : '') +
        paragraph(words(isDevelopment ? 'reply.trial' : 'reply.signed'))
      );
    }
    case 'repeated':
      return paragraph(words('reply.fault.repeated', { seq: shown.seq }));
    case 'missing':
      return paragraph(words('reply.fault.missing', { numbers: rangeOf(shown) }));
    default:
      return paragraph(words(`reply.fault.${shown.kind}`));
  }
}

/** 3, or 3–5. */
export function rangeOf({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** A day as people of a language write it. */
export function longDay(day: string, language: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) ? day : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}

async function padded(response: Response): Promise<Response> {
  const html = await response.text();
  const { length } = new TextEncoder().encode(html);
  const filler = Math.ceil((length + 7) / PAGE_BYTES) * PAGE_BYTES - length - 7;
  return new Response(`${html}<!--${' '.repeat(filler)}-->`, { status: response.status, headers: response.headers });
}

/** The mailbox that was opened is no longer known here: the number must be typed again. */
export function goneMailboxPage(page: Page): Promise<Response> {
  return answer(page, 410, page.words('reply.gone'), codeForm(page, ''), {});
}

/** A question that cannot be answered, with the number as it was typed. */
export function mailboxProblemPage(page: Page, slug: ReplyProblem, typed: string): Promise<Response> {
  const known = slug === 'code' || slug === 'rate-limited' || slug === 'closed' ? slug : 'unreadable';
  const status = slug === 'code' ? 422 : statusOf(slug);
  return answer(page, status, page.words(`reply.problem.${known}`), codeForm(page, typed), slug === 'code' ? {} : retryHeaders(slug));
}

function codeForm(page: Page, typed: string): string {
  const { words, language } = page;
  return `<form method="post" action="/api/mailbox?l=${language}" autocomplete="off">${codeField(page, typed)}<button>${escape(words('reply.read'))}</button></form>`;
}

function codeField({ words }: Page, typed: string): string {
  return `<label for="code">${escape(words('reply.code.label'))}</label><p id="code-hint">${escape(words('reply.code.hint'))}</p><textarea id="code" name="code" rows="2" inputmode="numeric" ${QUIET_FIELD} aria-describedby="code-hint">\n${escape(typed)}</textarea>`;
}

/** An addition that was refused: all that was typed comes back; the number is asked for where it is not known. */
export function additionPage(page: Page, slug: PageProblem, fields: Fields, typed: string, isKnown: boolean): Promise<Response> {
  const { words } = page;
  const titles: Partial<Record<PageProblem, AnswerKey>> = { missing: 'reply.add.missing', malformed: 'reply.problem.code' };
  const form = additionForm(page, fields, typed, isKnown);
  return answer(
    page,
    slug === 'malformed' ? 422 : statusOf(slug),
    words(titles[slug] ?? `report.problem.${slug}`),
    form,
    retryHeaders(slug),
  );
}

function additionForm(page: Page, fields: Fields | undefined, typed: string, isKnown: boolean): string {
  const { words, language } = page;
  const kept = FIELDS.filter((name) => name !== 'what' && fields && fields[name] !== '').map((name) => [name, fields?.[name] ?? '']);
  const hidden = [['kind', 'followup'], ['lang', language], ...kept, ...(fields?.danger ? [['danger', 'on']] : [])];
  const inputs = hidden.map(([name = '', value = '']) => `<input type="hidden" name="${name}" value="${escape(value)}">`);
  const intro = fields ? paragraph(words('report.answer.kept')) : `<h2>${escape(words('reply.add.title'))}</h2>`;
  const hint = `<p id="what-hint">${escape(words('reply.add.hint'))}</p>`;
  const area = `<label for="what">${escape(words('reply.add.label'))}</label>${hint}<textarea id="what" name="what" rows="8" ${QUIET_FIELD} aria-describedby="what-hint">\n${escape(fields?.what ?? '')}</textarea>`;
  const code = isKnown && typed === '' ? '' : codeField(page, typed);
  return `${intro}<form method="post" enctype="multipart/form-data" action="/api/report?l=${language}" autocomplete="off">${area}${code}${inputs.join('')}<button>${escape(words('reply.add.send'))}</button></form>`;
}

/** The page after an addition was kept. */
export function addedPage(page: Page): Promise<Response> {
  const { words, language, replyPath } = page;
  const links = [
    [`/${language}/`, words('report.answer.site')],
    [replyPath, words('reply.title')],
  ].map(([href = '', label = '']) => `<p><a href="${escape(href)}">${escape(label)}</a></p>`);
  return answer(page, 200, words('reply.add.done'), paragraph(words('reply.add.doneText')) + links.join(''), {
    'Clear-Site-Data': '"cache", "storage"',
  });
}
