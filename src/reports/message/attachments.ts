import type { Bytes } from './bytes.ts';
import { concat } from './bytes.ts';

const MIB = 1_024 * 1_024;
export const MOST_FILES = 6;
export const MOST_FILE = 10 * MIB;
/** Attached bytes in one part; with its JSON it fits the bucket of 2.5 MiB. */
const PART = 2.5 * MIB - 4 * 1_024;
export const MOST_PARTS = 12;
export const MOST_TOGETHER = PART * MOST_PARTS;
/** Files that fit into the largest message beside the longest text, with every letter written as an escape of six bytes. */
export const MOST_BESIDE_TEXT = 2.75 * MIB;
/** All files of a form that comes without script. */
export const MOST_WITHOUT_SCRIPT = 3.5 * MIB;

/** For the `accept` of an input: telephones then turn their own kinds into JPEG. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif,application/pdf';

export type FileKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'pdf';

/** A file as it is sent: cleaned, and with the sum of what it was, so that an original can be recognised later. */
export interface Attachment {
  kind: FileKind;
  bytes: Bytes;
  sha256: string;
  originalSha256: string;
  /** What was cut out, in the words of src/picture-metadata. */
  removed: readonly string[];
  /** The tipster wants the place to stay. */
  hasPlace: boolean;
}

/** What a report says of a file. `off` and `len` are places in all files one after the other, whether they follow in the message or in parts. */
export interface FileEntry {
  n: number;
  name: string;
  type: string;
  off: number;
  len: number;
  sha256: string;
  orig_sha256: string;
  stripped: readonly string[];
  place?: true;
}

/** The JSON of a part: a stretch of the files of the report that names the same thread. Nothing outside the ciphertext ties the two. */
export interface PartMessage {
  v: 1;
  kind: 'part';
  id: string;
  day: string;
  /** 32 hex digits of chance. */
  thread: string;
  /** Which part of how many, from 1. */
  part: [number: number, of: number];
  len: number;
}

/** The name a file travels under: that of its owner's device often holds names of people. */
export function nameOfFile(kind: FileKind, n: number): string {
  return kind === 'pdf' ? `document-${n}.pdf` : `image-${n}.${kind === 'jpeg' ? 'jpg' : kind}`;
}

export function listFiles(attachments: readonly Attachment[]): FileEntry[] {
  let off = 0;
  return attachments.map(({ kind, bytes, sha256, originalSha256, removed, hasPlace }, index) => {
    const n = index + 1;
    const type = kind === 'pdf' ? 'application/pdf' : `image/${kind}`;
    const entry = { n, name: nameOfFile(kind, n), type, off, len: bytes.length, sha256, orig_sha256: originalSha256, stripped: removed };
    off += bytes.length;
    return hasPlace ? { ...entry, place: true as const } : entry;
  });
}

/** What a report says of files that follow it, and the bytes of each part: all files one after the other, cut into as few as hold them. */
export interface InParts {
  files: FileEntry[];
  thread: string;
  parts: number;
}

/** `thread`: 32 hex digits of chance. */
export function attachedInParts(attachments: readonly Attachment[], thread: string): { attached: InParts; bytes: Bytes[] } {
  const whole = concat(...attachments.map(({ bytes }) => bytes));
  const parts = Math.ceil(whole.length / PART);
  const bytes = Array.from({ length: parts }, (_, index) => whole.subarray(index * PART, (index + 1) * PART));
  return { attached: { files: listFiles(attachments), thread, parts }, bytes };
}
