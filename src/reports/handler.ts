import * as z from 'zod/mini';
import { type PageProblem, problemPage, receiptPage } from './answer-pages.ts';
import { cleanFiles } from './attached.ts';
import type { BodyStart } from './body.ts';
import { type Language, LANGUAGES, type ReportContext } from './context.ts';
import { type BodyType, isChanceBoundary, MAX_FORM, readBodyType, readForm } from './form.ts';
import { fingerprint } from './keys/fingerprint.ts';
import { type Attachment, attachedInParts, listFiles, MOST_BESIDE_TEXT, type PartMessage } from './message/attachments.ts';
import { type Bytes, concat, fromBase64, fromBase64Letters, hex, sameBytes, utf8 } from './message/bytes.ts';
import { isEnvelope, largestEnvelope } from './message/envelope.ts';
import { dayAfter, epochOn } from './message/epochs.ts';
import { packMessage } from './message/format.ts';
import {
  asAddition,
  dayOf,
  type Fields,
  isShortEnough,
  makeReport,
  readFields,
  type Report,
  type ReturnAddress,
} from './message/report.ts';
import { makeReturnCode } from './message/return-code.ts';
import { seal } from './message/seal.ts';
import { JSON_HEADERS, problem, type ProblemSlug } from './problems.ts';
import { ADDED, addressOfAddition, askForReplies, showReplies } from './replies/desk.ts';
import { addedPage, additionPage } from './replies/pages.ts';
import { cookieOf, isPlain, isSameSite, languageOf, pageIn, parseJson } from './requests.ts';
import { RECEIPT_SECONDS } from './secrets.ts';
import { reportKey, StoreFault } from './stores/store.ts';

/** How long after its epoch a tab that stayed open may still send, in days. */
const LATE_DAYS = 60;
/** JSON around the base64 of an envelope. */
const JSON_MARGIN = 1_024;
const COOKIE = '__Host-r';
/** The box that keeps the place in pictures. */
const KEEP_PLACE = 'place';
/** Said by the address of the receipt: the report is kept, and not all of its files. */
const FILES_LOST = 'files=lost';
/** The field that people do not see. */
const TRAP = 'site';

const submission = z.strictObject({
  v: z.literal(1),
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  age: z.string(),
  pow: z.strictObject({ d: z.string().check(z.regex(/^\d{8}$/)), n: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }),
});

type Route = (request: Request, context: ReportContext) => Promise<Response> | Response;

/** By path and method; maps, because a method may be called as something that every object has. */
const ROUTES = new Map<string, ReadonlyMap<string, Route>>([
  ['/api/status', new Map([['GET', status]])],
  ['/api/report', new Map([['POST', receive]])],
  ['/api/receipt', new Map([['GET', receipt]])],
  ['/api/mailbox', new Map([['POST', askForReplies]])],
]);

/** The one door in. Answers every request; rejects never. */
export async function handle(request: Request, context: ReportContext): Promise<Response> {
  try {
    const methods = ROUTES.get(new URL(request.url).pathname);
    if (!methods) return problem('not-found');
    const route = methods.get(request.method === 'HEAD' ? 'GET' : request.method);
    if (!route) return problem('method', { Allow: [...methods.keys()].join(', ').replace('GET', 'GET, HEAD') });
    return await route(request, context);
  } catch {
    return problem('internal');
  }
}

async function status(_: Request, { clock, isOpen, isDevelopment, epochs, lane }: ReportContext): Promise<Response> {
  const now = clock();
  const epoch = epochOn(dayOf(now), epochs);
  const keys = await Promise.all(epoch.recipients.map(fingerprint));
  const pow = { bits: lane.bits() };
  const facts = { v: 1, open: isOpen(), time: now.toISOString(), pow, max_body: largestJson(epochs), epoch: epoch.name, keys };
  return new Response(JSON.stringify(isDevelopment ? { ...facts, development: true } : facts), { headers: JSON_HEADERS });
}

function largestJson(epochs: ReportContext['epochs']): number {
  return Math.ceil(largestEnvelope(Math.max(...epochs.map(({ recipients }) => recipients.length))) / 3) * 4 + JSON_MARGIN;
}

async function receipt(request: Request, context: ReportContext): Promise<Response> {
  if (new URL(request.url).searchParams.has('m')) return showReplies(request, context);
  const sealed = cookieOf(request, COOKIE);
  const code = sealed && (await context.secrets.openReceipt(sealed, context.clock()));
  const page = pageIn(languageOf(request), context);
  const isWithoutFiles = new URL(request.url).search.includes(FILES_LOST);
  return code === ADDED ? addedPage(page) : receiptPage(page, code || undefined, isWithoutFiles);
}

async function receive(request: Request, context: ReportContext): Promise<Response> {
  const type = readBodyType(request.headers.get('content-type'));
  const isPage = type !== undefined && type.kind !== 'json';
  const refuse = (slug: PageProblem) => (isPage ? problemPage(pageIn(languageOf(request), context), slug) : problem(slug));
  if (!isSameSite(request, context)) return refuse('cross-site');
  if (!type || !isPlain(request)) return refuse('unsupported-type');
  if (type.kind === 'json') {
    const body = await context.bodies.read(request, largestJson(context.epochs));
    return typeof body === 'string' ? refuse(body) : receiveEnvelope(body, context);
  }
  const start = await context.bodies.readStart(request, MAX_FORM);
  return typeof start === 'string' ? refuse(start) : receiveForm(request, start, type, context);
}

async function receiveEnvelope(body: Bytes, context: ReportContext): Promise<Response> {
  const { rest, letters } = withoutEnvelope(body);
  const sent = submission.safeParse(parseJson(rest));
  if (!sent.success) return problem('malformed');
  const { id, age, pow: work } = sent.data;
  const envelope = letters ? age === '' && (context.decode ?? fromBase64Letters)(letters) : fromBase64(age);
  if (!envelope) return problem('malformed');
  if (!isEnvelope(envelope, recipientCounts(context))) return problem('bad-envelope');
  const isWithin = await context.limiter(context.address);
  const admitted = await context.lane.admitSealed({ id, letters: letters ?? utf8(age), work }, isWithin);
  if (typeof admitted === 'object') return problem('pow-required', {}, { pow: admitted });
  const outcome = await keep(id, envelope, context);
  if (outcome === 'created' && admitted === 'worked') context.lane.countWorked();
  if (outcome === 'created') return new Response('{"status":"stored"}', { status: 201, headers: JSON_HEADERS });
  if (outcome !== 'exists') return problem(outcome);
  const kept = await context.store.get(reportKey(id)).catch(() => undefined);
  if (kept === undefined) return problem('closed');
  const isSame = kept !== null && sameBytes(kept, envelope);
  return isSame ? new Response('{"status":"stored"}', { status: 200, headers: JSON_HEADERS }) : problem('id-reused');
}

const AGE = utf8('"age":"');
const QUOTE = '"'.charCodeAt(0);

/**
 * Cuts the letters of the envelope out of the body of a sending as our pages write it, so that megabytes become no text. A quotation mark inside
 * a JSON text is escaped, so `"age":"` is always a key; a second one is left to stand in `rest`.
 */
function withoutEnvelope(body: Bytes): { rest: Bytes; letters?: Uint8Array } {
  const key = indexOfBytes(body, AGE);
  const from = key + AGE.length;
  const to = key < 0 ? -1 : body.indexOf(QUOTE, from);
  if (to < 0) return { rest: body };
  return { rest: concat(body.subarray(0, from), body.subarray(to)), letters: body.subarray(from, to) };
}

/** Where `sought` begins for the first time; -1 where nowhere. */
function indexOfBytes(bytes: Uint8Array, sought: Uint8Array): number {
  const [first = 0] = sought;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

/** How many recipients an envelope of a build that is still in use may have. */
function recipientCounts({ clock, epochs }: ReportContext): number[] {
  const oldest = dayAfter(dayOf(clock()), -LATE_DAYS);
  const used = epochs.filter(({ to }) => to >= oldest);
  return [...new Set((used.length > 0 ? used : epochs).map(({ recipients }) => recipients.length))];
}

async function keep(
  id: string,
  envelope: Uint8Array,
  { store, isOpen }: ReportContext,
): Promise<'created' | 'exists' | (ProblemSlug & PageProblem)> {
  if (!isOpen()) return 'closed';
  try {
    return await store.create(reportKey(id), envelope);
  } catch (error) {
    return error instanceof StoreFault && error.kind === 'full' ? 'storage-full' : 'closed';
  }
}

async function receiveForm(
  request: Request,
  { bytes: body, isWhole }: BodyStart,
  type: Exclude<BodyType, { kind: 'json' }>,
  context: ReportContext,
): Promise<Response> {
  const form = readForm(type, body, isWhole);
  if (!form) return problemPage(pageIn(languageOf(request), context), isWhole ? 'malformed' : 'too-large');
  const { values, files } = form;
  const named = values.get('lang');
  const language = LANGUAGES.find((one) => one === named) ?? languageOf(request);
  const fields = readFields((name) => values.get(name));
  const hasFiles = files.length > 0 || !isWhole;
  const typed = values.get('code') ?? '';
  const isAddition = values.get('kind') === 'followup';
  const returnTo = isAddition ? await addressOfAddition(request, typed, context) : undefined;
  const refuse = (slug: PageProblem, file?: number) => {
    const page = pageIn(language, context);
    if (isAddition) return additionPage(page, slug, fields, typed, returnTo !== undefined);
    return problemPage(page, slug, { fields, hasFiles, file });
  };
  if (!isWhole) return refuse(values.has('what') ? 'files-too-large' : 'too-large');
  if (fields.what === '') return refuse('missing');
  if (!isShortEnough(fields)) return refuse('too-large');
  if (isAddition && !returnTo) return refuse('malformed');
  if (!(await context.limiter(context.address))) return refuse('rate-limited');
  const busy = context.lane.refuseForm();
  if (busy) return refuse(busy);
  const nameNext = namesOf(type, body, context);
  const isTrapped = (values.get(TRAP) ?? '') !== '';
  const { id, code } = await nameNext();
  const work = async () => {
    const attachments = await cleanFiles(files, (values.get(KEEP_PLACE) ?? '') !== '');
    if (!Array.isArray(attachments)) return attachments;
    return sealAndKeep({ id, returnTo: returnTo ?? { code }, isAddition, language, fields, isTrapped, attachments, nameNext }, context);
  };
  // Even a fault of ours gives the text back.
  const outcome = await context.sealing(work).catch(() => 'internal' as const);
  if (outcome === undefined) return refuse('busy');
  if (typeof outcome === 'object') return refuse(outcome.slug, outcome.file);
  if (outcome !== 'kept' && outcome !== 'kept-without-files') return refuse(outcome);
  const sealed = await context.secrets.sealReceipt(isAddition ? ADDED : code, context.clock());
  return new Response(null, {
    status: 303,
    headers: {
      ...JSON_HEADERS,
      Location: `/api/receipt?l=${language}${outcome === 'kept' ? '' : `&${FILES_LOST}`}`,
      'Set-Cookie': `${COOKIE}=${sealed}; Max-Age=${RECEIPT_SECONDS}; Path=/; HttpOnly; Secure; SameSite=Strict`,
    },
  });
}

/**
 * Ids and return codes for the envelopes of one sending, one after the other. A reload after a lost answer sends the same bytes with the same boundary,
 * which no two people share, and must name the same report and parts.
 */
function namesOf(type: BodyType, body: Bytes, { secrets, random }: ReportContext): () => Promise<{ id: string; code: string }> {
  const isOnce = type.kind === 'multipart' && isChanceBoundary(type.boundary);
  let given = 0;
  return () => {
    if (isOnce) return secrets.nameSending(concat(utf8(type.boundary), new Uint8Array([given++]), body));
    return Promise.resolve({ id: hex(random(16)), code: makeReturnCode(random(16)) });
  };
}

interface Sending {
  id: string;
  language: Language;
  fields: Fields;
  isTrapped: boolean;
  returnTo: ReturnAddress;
  isAddition: boolean;
  attachments: readonly Attachment[];
  nameNext: () => Promise<{ id: string }>;
}

/** The report first, then its files where they do not fit beside it: a text never waits for a picture. */
async function sealAndKeep(sending: Sending, context: ReportContext) {
  const { id, returnTo, isAddition, language, fields, isTrapped, attachments, nameNext } = sending;
  const day = dayOf(context.clock());
  const { recipients } = epochOn(day, context.epochs);
  const made = makeReport({ id, day, lang: language, via: 'nojs', fields, returnTo, isTrapped });
  const report = isAddition ? asAddition(made) : made;
  const keepMessage = async (message: Report | PartMessage, beside: readonly Uint8Array[] = []) =>
    keep(message.id, await (context.seal ?? seal)(packMessage(message, beside), recipients), context);
  if (attachments.reduce((sum, { bytes }) => sum + bytes.length, 0) <= MOST_BESIDE_TEXT) {
    const files = attachments.map(({ bytes }) => bytes);
    const outcome = await keepMessage({ ...report, files: listFiles(attachments) }, files);
    return isKept(outcome) ? 'kept' : outcome;
  }
  const { attached, bytes } = attachedInParts(attachments, (await nameNext()).id);
  const outcome = await keepMessage({ ...report, ...attached });
  if (!isKept(outcome)) return outcome;
  for (const [index, part] of bytes.entries()) {
    const message = { v: 1, kind: 'part', id: (await nameNext()).id, day, thread: attached.thread, len: part.length } as const;
    if (!isKept(await keepMessage({ ...message, part: [index + 1, bytes.length] }, [part]))) return 'kept-without-files';
  }
  return 'kept';
}

function isKept(outcome: string): outcome is 'created' | 'exists' {
  return outcome === 'created' || outcome === 'exists';
}
