import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { kill, startEndpoint } from './endpoint.ts';
import { isAcknowledged, makeSending, trySending } from './sendings.ts';

const POSTS = 50;
const ROUNDS = 20;

/** Fifty equal posts at once, with script and without, again and again: one object each time, and every post is acknowledged. */
export async function keepsOneOfEquals(folder: string): Promise<string> {
  const endpoint = await startEndpoint(folder);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const sending = await makeSending(round);
      const statuses = await Promise.all(Array.from({ length: POSTS }, () => trySending(endpoint.port, sending)));
      if (!statuses.every(isAcknowledged)) throw new Error(`answers ${[...new Set(statuses)].join(', ')}`);
      const files = (await readdir(join(folder, 'store/r'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      if (files.length !== round + 1) throw new Error(`${files.length} objects after ${round + 1} reports`);
    }
  } finally {
    await kill(endpoint);
  }
  return `${ROUNDS} times ${POSTS} equal posts at once: one object each time, all acknowledged`;
}
