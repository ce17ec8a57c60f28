import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TextEntry, World } from '../records/world.ts';
import type { EasyReadFrontMatter } from '../schemas/easy-read.ts';
import { computedFile, type Cues, reading, textHash } from './recordings.ts';
import { spokenText } from './spoken-text.ts';

/** Samples a second of espeak-ng’s WAVE output: one channel of 16 bits. */
const rate = 22_050;
const bytesPerSample = 2;

/** Whether espeak-ng and opusenc (Debian: espeak-ng, opus-tools) are installed. */
export function canSpeak(): boolean {
  return [
    ['espeak-ng', '--version'],
    ['opusenc', '--version'],
  ].every(([program = '', ...args]) => spawnSync(program, args).status === 0);
}

function run(program: string, args: readonly string[], input: Buffer): Buffer {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, maxBuffer: 256 * 1024 * 1024 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} failed: ${stderr.toString()}`);
  return stdout;
}

/** The samples of a WAVE file without its head. */
function samplesOf(wave: Buffer): Buffer {
  const at = wave.indexOf('data');
  if (at < 0) throw new Error('espeak-ng gave no WAVE data');
  const samples = wave.subarray(at + 8);
  return samples.subarray(0, samples.length - (samples.length % bytesPerSample));
}

function silence(seconds: number): Buffer {
  return Buffer.alloc(Math.round(seconds * rate) * bytesPerSample);
}

/** Reads a page aloud into content/audio: one Opus file, and the times at which its sentences begin. */
export function speak(page: TextEntry<EasyReadFrontMatter>, world: World): { bytes: number; seconds: number } {
  const { voices, wordsPerMinute, rests, bitsPerSecond } = reading;
  const parts: Buffer[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const { kind, text } of spokenText(page, world)) {
    starts.push(Math.round((1000 * length) / rate / bytesPerSample));
    const args = ['-v', voices[page.locale], '-s', String(wordsPerMinute), '--stdin', '--stdout'];
    for (const part of [samplesOf(run('espeak-ng', args, Buffer.from(text))), silence(rests[kind])]) {
      parts.push(part);
      length += part.length;
    }
  }
  const raw = ['--raw', '--raw-rate', String(rate), '--raw-chan', '1', '--raw-bits', '16', '--raw-endianness', '0'];
  // A fixed serial number: the same text gives the same bytes.
  const quality = ['--bitrate', String(bitsPerSecond / 1000), '--speech', '--framesize', '60', '--padding', '0', '--serial', '1'];
  const opus = run('opusenc', ['--quiet', ...raw, ...quality, '-', '-'], Buffer.concat(parts));
  const cues: Cues = { text: textHash(page, world), starts };
  for (const [ending, content] of [
    ['opus', opus],
    ['json', `${JSON.stringify(cues)}\n`],
  ] as const) {
    const file = join(world.root, computedFile(page, ending));
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    writeFileSync(file, content);
  }
  return { bytes: opus.length, seconds: length / rate / bytesPerSample };
}
