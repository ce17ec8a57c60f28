import { toBase64 } from './bytes.ts';

/** Proof of work that nobody asked for: UTC day and number, in the width they always have. */
const NO_WORK = { d: '00000000', n: '0000000000000000' };

/** The body of `POST /api/report` from a browser with script. */
export function submissionBody(id: string, envelope: Uint8Array): string {
  return JSON.stringify({ v: 1, id, age: toBase64(envelope), pow: NO_WORK });
}
