import { PictureProblem } from '../../picture-metadata/problem.ts';
import { stripPicture, typeOf } from '../../picture-metadata/strip.ts';
import { type Attachment, MOST_FILE } from './attachments.ts';
import { type Bytes, hex } from './bytes.ts';

/** Why a file is not taken. `unknown`: not a picture or PDF of ours. `broken`: it ends too early or contradicts itself. */
export type FileFault = 'empty' | 'unknown' | 'broken' | 'too-large';

/** The only error of `cleanFile`. */
export class FileProblem extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(`the file cannot be attached: ${fault}`);
    this.fault = fault;
  }
}

/** What a file becomes, and what it becomes when its owner wants the place to stay; absent where it tells no place. */
export interface Cleaned {
  file: Attachment;
  withPlace?: Attachment;
}

/** Cuts out what a picture tells beside its pixels. A PDF is passed as it is. Name and declared type are not asked. Throws FileProblem. */
export async function cleanFile(bytes: Bytes): Promise<Cleaned> {
  if (bytes.length === 0) throw new FileProblem('empty');
  if (bytes.length > MOST_FILE) throw new FileProblem('too-large');
  const originalSha256 = await sumOf(bytes);
  if (startsAsPdf(bytes)) {
    return { file: { kind: 'pdf', bytes, sha256: originalSha256, originalSha256, removed: [], hasPlace: false } };
  }
  if (typeOf(bytes) === 'pdf') throw new FileProblem('unknown');
  const cut = async (keepPlace: boolean): Promise<Attachment> => {
    const { type, bytes: stripped, removed } = await stripPicture(bytes, { keepPlace });
    return { kind: type, bytes: stripped, sha256: await sumOf(stripped), originalSha256, removed, hasPlace: keepPlace };
  };
  try {
    const file = await cut(false);
    if (!file.removed.includes('exif')) return { file };
    const withPlace = await cut(true);
    return withPlace.sha256 === file.sha256 ? { file } : { file, withPlace };
  } catch (error) {
    if (error instanceof PictureProblem) throw new FileProblem(error.code === 'unknown' ? 'unknown' : 'broken');
    throw error;
  }
}

/** Stricter than readers of PDF, who also look further on: what begins as something else may be opened as that. */
function startsAsPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
}

async function sumOf(bytes: Bytes): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
