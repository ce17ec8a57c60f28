import type { Bytes } from '../message/bytes.ts';
import { sealReply, type Signer } from '../replies/reply.ts';
import type { OpenedReport } from './opening.ts';
import { replyAddressOf } from './threads.ts';

/** A sealed reply, under the name `push` knows it by. */
export interface ReplyFile {
  name: string;
  bytes: Bytes;
}

const NAME = /^([A-Za-z0-9_-]{22})\.(\d{4})\.age$/;

/** `<mailbox>.<number>.age` */
function replyFileName(box: string, seq: number): string {
  return `${box}.${String(seq).padStart(4, '0')}.age`;
}

/** The mailbox and number in a file's name; undefined for other files. */
export function readReplyFileName(name: string): { box: string; seq: number } | undefined {
  const [, box, seq] = NAME.exec(name) ?? [];
  return box === undefined ? undefined : { box, seq: Number(seq) };
}

/** The highest number each mailbox has, as `pull` and earlier replies tell it. */
export type Numbers = Map<string, number>;

export function noteNumber(numbers: Numbers, box: string, seq: number): void {
  numbers.set(box, Math.max(numbers.get(box) ?? 0, seq));
}

/** Numbers as `pull` writes them into mailboxes.json; anything else in it is passed over. */
export function noteNumbers(numbers: Numbers, json: string): void {
  const entries = Object.entries((JSON.parse(json) ?? {}) as Record<string, unknown>);
  for (const [box, seq] of entries) if (Number.isSafeInteger(seq)) noteNumber(numbers, box, Number(seq));
}

export interface ReplyText {
  text: string;
  /** It goes on in the next reply. */
  more: boolean;
  /** UTC */
  day: string;
}

/**
 * Signs and seals a reply for every report of a group: people who sent the same text are different people as far as anybody knows. Reports that name no
 * mailbox get none. Throws RangeError when the text is too long. Needs no network.
 */
export async function replyTo(reports: readonly OpenedReport[], reply: ReplyText, sign: Signer, numbers: Numbers): Promise<ReplyFile[]> {
  const files: ReplyFile[] = [];
  for (const report of reports) {
    const address = await replyAddressOf(report);
    if (!address) continue;
    const { box, key } = address;
    const seq = (numbers.get(box) ?? 0) + 1;
    files.push({ name: replyFileName(box, seq), bytes: await sealReply({ v: 1, box, seq, ...reply }, key, sign) });
    noteNumber(numbers, box, seq);
  }
  return files;
}
