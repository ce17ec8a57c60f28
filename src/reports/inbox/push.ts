import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sameBytes } from '../message/bytes.ts';
import { replyKey } from '../replies/mailbox.ts';
import { SEALED_REPLY } from '../replies/reply.ts';
import { everyObject, MAILBOXES, type Store } from '../stores/store.ts';
import { noteNumber, type Numbers, readReplyFileName } from './replying.ts';

export interface Pushed {
  /** Newly stored. */
  stored: number;
  /** Files that were not taken, each with the reason. */
  refused: { name: string; why: 'taken' | 'not a reply' }[];
}

/**
 * Stores the replies of a folder. Safe to interrupt and to repeat: what is there already is left. A number that somebody else has used meanwhile is
 * refused; pull, and reply again.
 */
export async function pushReplies(store: Store, folder: string): Promise<Pushed> {
  const pushed: Pushed = { stored: 0, refused: [] };
  for (const name of (await readdir(folder)).sort()) {
    const place = readReplyFileName(name);
    if (!place) continue;
    const bytes = await readFile(join(folder, name));
    if (bytes.length !== SEALED_REPLY) {
      pushed.refused.push({ name, why: 'not a reply' });
      continue;
    }
    const key = replyKey(place.box, place.seq);
    if ((await store.create(key, bytes)) === 'created') pushed.stored++;
    else if (!sameBytes((await store.get(key)) ?? new Uint8Array(), bytes)) pushed.refused.push({ name, why: 'taken' });
  }
  return pushed;
}

/** The highest number of each mailbox in the store: the device that replies has no network to ask. */
export async function numbersIn(store: Store): Promise<Numbers> {
  const numbers: Numbers = new Map();
  for await (const { key } of everyObject(store, MAILBOXES)) {
    const [, box = '', seq = ''] = key.split('/');
    noteNumber(numbers, box, Number(seq));
  }
  return numbers;
}
