import { type Bytes, concat, toBase64, utf8 } from '../message/bytes.ts';
import type { Queue } from '../queue.ts';
import { MAILBOXES, type Store } from '../stores/store.ts';
import { MAILBOX_BYTES, SLOTS } from './conversation.ts';
import { SEALED_REPLY } from './reply.ts';

/** How a mailbox is called: 16 bytes in base64url. */
export const BOX = /^[A-Za-z0-9_-]{22}$/;
/** Milliseconds between the moments at which answers are given. */
const STEP = 200;
/** No reply has such a number; asked for where there is none, so that every answer asks for six. */
const UNUSED = 9_000;

/** Where reply number `seq` of a mailbox is kept. */
export function replyKey(box: string, seq: number): string {
  return `${mailboxPrefix(box)}${String(seq).padStart(4, '0')}`;
}

function mailboxPrefix(box: string): string {
  return `${MAILBOXES}${box}/`;
}

/**
 * The newest six replies of a mailbox and zeros, 64 KiB. Where there are fewer, or no such mailbox, things made by chance that only the
 * return code can tell from replies. The same calls to the store and the same work whatever is there. Rejects with StoreFault.
 */
export async function readMailbox(box: string, store: Store, random: (length: number) => Bytes): Promise<Bytes> {
  const decoys = Array.from({ length: SLOTS }, () => makeDecoy(random));
  const { objects } = await store.list(mailboxPrefix(box));
  const keys = objects.map(({ key }) => key).sort();
  const newest = Array.from({ length: SLOTS }, (_, index) => keys.at(-1 - index) ?? replyKey(box, UNUSED + index));
  const found = await Promise.all(newest.map((key) => store.get(key)));
  const slots = found.map((bytes, index) => (bytes?.length === SEALED_REPLY ? bytes : (decoys[index] as Bytes)));
  const answer = new Uint8Array(MAILBOX_BYTES);
  answer.set(concat(...slots));
  return answer;
}

/**
 * Gives the result of work so many milliseconds after it began, or at a later step when it took longer: how long it took does not show. Few work at once
 * and the rest wait before their time begins, so that a busy machine changes nothing. Undefined when too many wait already.
 */
export async function inSteps<Result>(queue: Queue, work: () => Promise<Result>): Promise<Result | undefined> {
  let since = performance.now();
  const result = await queue(() => {
    since = performance.now();
    return work();
  });
  const spent = performance.now() - since;
  await new Promise((resolve) => setTimeout(resolve, Math.ceil((spent + 1) / STEP) * STEP - spent));
  return result;
}

/**
 * An age file for nobody, all of chance. Whoever knows the name of a mailbox but not its code could find that some shares are no points of the curve: that
 * is only who holds the store or the report, and both know more than that.
 */
function makeDecoy(random: (length: number) => Bytes): Bytes {
  const share = random(32);
  share[31] = (share[31] ?? 0) & 0x7f;
  const line = (bytes: Uint8Array) => toBase64(bytes).replace(/=+$/, '');
  const header = utf8(`age-encryption.org/v1\n-> X25519 ${line(share)}\n${line(random(32))}\n--- ${line(random(32))}\n`);
  return concat(header, random(SEALED_REPLY - header.length));
}
