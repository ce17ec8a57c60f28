import { toBase64 } from './bytes.ts';
import { NO_WORK } from './work.ts';

/** The body of `POST /api/report` from a browser with script. */
export function submissionBody(id: string, envelope: Uint8Array): string {
  return JSON.stringify({ v: 1, id, age: toBase64(envelope), pow: NO_WORK });
}
