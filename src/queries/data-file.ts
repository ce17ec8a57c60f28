import { createHash } from 'node:crypto';

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** Where the files of the datasets stand; the same in all languages. */
const folder = '/dati/';

export interface DataFile {
  /** Below `folder`: lv/rehabilitacija.csv */
  name: string;
  mediaType: string;
  body: string | Uint8Array<ArrayBuffer>;
}

export function filePath(name: string): string {
  return folder + name;
}

export function checksum({ body }: DataFile): string {
  return createHash('sha256').update(body).digest('hex');
}
