import { identityToRecipient } from 'age-encryption';
import * as z from 'zod/mini';
import type { ReportContext } from '../context.ts';
import { MAX_FORM, readBodyType, readForm } from '../form.ts';
import { type Limiter, sketchLimiter } from '../limiter.ts';
import type { ReturnAddress } from '../message/report.ts';
import { mailboxOf, type Mailbox, readReturnCode } from '../message/return-code.ts';
import { JSON_HEADERS, problem } from '../problems.ts';
import { type Queue, workQueue } from '../queue.ts';
import { cookieOf, isPlain, isSameSite, languageOf, pageIn, parseJson } from '../requests.ts';
import { RECEIPT_SECONDS } from '../secrets.ts';
import { openMailbox } from './conversation.ts';
import { BOX, inSteps, readMailbox } from './mailbox.ts';
import type { ReplyKey } from './reply.ts';
import { goneMailboxPage, mailboxPage, mailboxProblemPage, type ReplyProblem } from './pages.ts';

/** What a receipt seals after an addition: there is no new number to show. */
export const ADDED = 'added';
/** Holds the sealed mailbox of a reader without script. */
const COOKIE = '__Host-m';
const MAX_JSON = 256;

/** Questions a network may ask in ten minutes. */
const QUESTIONS = 60;
const WINDOW = 600_000;
const READING = 8;
const WAITING = 2_000;

/** What answering needs beside the store. */
export interface Replies {
  /** What replies may be signed with. */
  keys: readonly ReplyKey[];
  /** How often a network may ask. */
  limiter: Limiter;
  reading: Queue;
}

export function openReplies(keys: readonly ReplyKey[], { clock, random }: Pick<ReportContext, 'clock' | 'random'>): Replies {
  return { keys, limiter: sketchLimiter({ limit: QUESTIONS, window: WINDOW, clock, random }), reading: workQueue(READING, WAITING) };
}

const question = z.strictObject({ v: z.literal(1), box: z.string().check(z.regex(BOX)) });
const sealedMailbox = z.strictObject({ box: z.string(), identity: z.string() });

/** `POST /api/mailbox`: from a script the name of a mailbox, from a form the return code itself. */
export async function askForReplies(request: Request, context: ReportContext): Promise<Response> {
  const type = readBodyType(request.headers.get('content-type'));
  const isPage = type !== undefined && type.kind !== 'json';
  const page = pageIn(languageOf(request), context);
  const refuse = (slug: Exclude<ReplyProblem, 'code'>, typed = '') => (isPage ? mailboxProblemPage(page, slug, typed) : problem(slug));
  if (!isSameSite(request, context)) return refuse('cross-site');
  if (!type || !isPlain(request)) return refuse('unsupported-type');
  const body = await context.bodies.read(request, isPage ? MAX_FORM : MAX_JSON);
  if (typeof body === 'string') return refuse(body);
  if (type.kind === 'json') {
    const asked = question.safeParse(parseJson(body));
    if (!asked.success) return refuse('malformed');
    return (await context.replies.limiter(context.address)) ? answerScript(asked.data.box, context) : refuse('rate-limited');
  }
  const form = readForm(type, body);
  if (!form) return refuse('malformed');
  const typed = form.values.get('code') ?? '';
  const code = readReturnCode(typed);
  if (code === undefined) return mailboxProblemPage(page, 'code', typed);
  if (!(await context.replies.limiter(context.address))) return refuse('rate-limited', typed);
  const mailbox = await context.sealing(() => mailboxOf(code));
  if (!mailbox) return refuse('closed', typed);
  const { box, identity } = mailbox;
  const sealed = await context.secrets.sealReceipt(JSON.stringify({ box, identity }), context.clock());
  return redirect(`/api/receipt?m&l=${page.language}`, `${sealed}; Max-Age=${RECEIPT_SECONDS}`);
}

function redirect(address: string, cookie: string): Response {
  const headers = { ...JSON_HEADERS, Location: address, 'Set-Cookie': `${COOKIE}=${cookie}; Path=/; HttpOnly; Secure; SameSite=Strict` };
  return new Response(null, { status: 303, headers });
}

async function answerScript(box: string, { store, random, replies }: ReportContext): Promise<Response> {
  const answer = await inSteps(replies.reading, () => readMailbox(box, store, random).catch(() => undefined));
  return answer ? new Response(answer, { headers: { ...JSON_HEADERS, 'Content-Type': 'application/octet-stream' } }) : problem('closed');
}

/** `GET /api/receipt?m`: the replies, opened here for a reader without script; `?m=end` forgets the mailbox. */
export async function showReplies(request: Request, context: ReportContext): Promise<Response> {
  const page = pageIn(languageOf(request), context);
  if (new URL(request.url).searchParams.get('m') === 'end') return redirect(`/${page.language}/`, '; Max-Age=0');
  const mailbox = await mailboxIn(request, context);
  if (!mailbox) return goneMailboxPage(page);
  const { replies, store, random, isDevelopment } = context;
  const shown = await inSteps(replies.reading, async () => {
    const answer = await readMailbox(mailbox.box, store, random).catch(() => undefined);
    return answer && mailboxPage(page, await openMailbox(answer, mailbox, replies.keys), isDevelopment);
  });
  return shown ?? mailboxProblemPage(page, 'closed', '');
}

async function mailboxIn(request: Request, { secrets, clock }: ReportContext): Promise<Mailbox | undefined> {
  const sealed = cookieOf(request, COOKIE);
  const opened = sealed && (await secrets.openReceipt(sealed, clock()));
  const found = sealedMailbox.safeParse(opened?.startsWith('{') ? JSON.parse(opened) : undefined);
  return found.success ? { ...found.data, key: await identityToRecipient(found.data.identity) } : undefined;
}

/** Whose report an addition without script belongs to: by the number that was typed, else by the mailbox that was just read. */
export async function addressOfAddition(request: Request, typed: string, context: ReportContext): Promise<ReturnAddress | undefined> {
  const code = readReturnCode(typed);
  if (code !== undefined) return { code };
  const mailbox = typed === '' ? await mailboxIn(request, context) : undefined;
  return mailbox && { box: mailbox.box, key: mailbox.key };
}
