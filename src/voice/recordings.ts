import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TextEntry, World } from '../records/world.ts';
import type { EasyReadFrontMatter } from '../schemas/easy-read.ts';
import { spokenText } from './spoken-text.ts';

/** Voice, speed and rests of the computer’s reading; another value means that everything is read anew. */
export const reading = {
  voices: { lv: 'lv', en: 'en-gb', ru: 'ru' },
  wordsPerMinute: 130,
  /** Seconds of silence after a sentence and after a heading. */
  rests: { sentence: 0.5, contact: 0.8, heading: 0.8 },
  bitsPerSecond: 10_000,
} as const;

/** content/audio/<language>/<page>.json: what its .opus file says, and when. */
const cuesSchema = z.strictObject({
  /** Hash of the spoken text; undefined for a person’s recording. */
  text: z.string().optional(),
  /** Milliseconds at which each heading, sentence or contact begins. */
  starts: z.array(z.int().min(0)),
});
export type Cues = z.output<typeof cuesSchema>;

export interface Recording {
  /** Path of the .opus file below the root. */
  file: string;
  starts: number[];
  /** Spoken by a person, not by a computer. */
  isPerson: boolean;
}

type EasyText = TextEntry<EasyReadFrontMatter>;

/** Where the computer’s reading of a page is kept. */
export function computedFile({ locale, name }: Pick<EasyText, 'locale' | 'name'>, ending: 'opus' | 'json'): string {
  return `content/audio/${locale}/${name}.${ending}`;
}

/** Names what is said and how: as long as it stays the same, the kept file is right. */
export function textHash(page: EasyText, world: World): string {
  const said = [reading, spokenText(page, world).map(({ kind, text }) => [kind, text])];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

/**
 * The recording of a page: a person’s in public/audio where there is one, else the computer’s of this very text.
 * A person’s recording may have a .json of the same name with the beginnings of the sentences; without it nothing is marked.
 */
export function recordingOf(page: EasyText, world: World): Recording | undefined {
  const { root } = world;
  const person = `public/audio/${page.locale}/${page.name}`;
  if (existsSync(join(root, `${person}.opus`)))
    return { file: `${person}.opus`, starts: readCues(root, `${person}.json`)?.starts ?? [], isPerson: true };
  const cues = readCues(root, computedFile(page, 'json'));
  const file = computedFile(page, 'opus');
  if (cues?.text !== textHash(page, world) || !existsSync(join(root, file))) return undefined;
  return { file, starts: cues.starts, isPerson: false };
}

function readCues(root: string, file: string): Cues | undefined {
  const path = join(root, file);
  return existsSync(path) ? cuesSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

/** Easy pages that nobody has read aloud as they now are. */
export function silentPages(world: World): EasyText[] {
  return world.easyRead.filter((page) => recordingOf(page, world) === undefined);
}
