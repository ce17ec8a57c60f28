import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isSlim } from './style-sheets.ts';

/** Files that are worth a compressed twin: texts over 512 bytes. */
export const TEXT =
  /\.(?:html|css|m?js|svg|xml|rss|json|jsonld|webmanifest|txt|ics|vcf|csv|tbx|pagefind|pf_meta|pf_index|pf_fragment|pf_filter)$/;
export const WORTHWHILE_BYTES = 512;

/** Large files of data: the last per cent would cost most of the time. Pages get it: every reader waits for them. */
const LARGE_BYTES = 80 * 1024;

/**
 * Below, a page leaves in one go with the first answer (14,600 bytes with its headers) however it is compressed, and quality 8 takes a
 * tenth of the time. From here on the last per cents may decide whether it does; quality 11 takes three times as long as 10.
 */
const CLOSE_BYTES = 13_000;

/** What quality 10 takes off the result of quality 8, at most: larger files go to quality 11 at once. */
const SAVED_BY_10 = 1.08;

/** A first search fetches a dozen of these at once, so that every hundred bytes count; they are few or small. */
const PROGRAM = /\.(?:js|pagefind)$/;
const INDEX = /\.pf_\w+$/;

/** Qualities of compression. */
export interface Effort {
  brotli: number;
  gzip: number;
}

export const USUAL: Effort = { brotli: 10, gzip: 9 };
/** For a site so large that the usual effort would take longer than the rest of its build. */
export const QUICK: Effort = { brotli: 6, gzip: 6 };

export interface Twins {
  br: Buffer;
  gz: Buffer;
}

/** The Brotli and gzip twins of a file; keeps the thread busy. */
export function twinsOf(file: string, body: Buffer, effort: Effort): Twins {
  return { br: packedFor(file, body, effort), gz: gzipSync(body, { level: effort.gzip }) };
}

function packedFor(file: string, body: Buffer, effort: Effort): Buffer {
  if (PROGRAM.test(file)) return packed(body, 11);
  if (INDEX.test(file)) return packed(body, effort.brotli);
  const isLarge = body.length > LARGE_BYTES && !file.endsWith('.html');
  const quality = isLarge ? Math.min(effort.brotli, 9) : effort.brotli;
  return file.endsWith('.html') && isSlim(body) ? packedBest(body, quality) : packedWell(body, quality);
}

function packedWell(body: Buffer, quality: number): Buffer {
  const quick = packed(body, Math.min(quality, 8));
  if (quality <= 8 || quick.length < CLOSE_BYTES) return quick;
  return quality === 10 && quick.length > CLOSE_BYTES * SAVED_BY_10 ? packed(body, 11) : packedBest(body, quality);
}

function packedBest(body: Buffer, quality: number): Buffer {
  const first = packed(body, quality);
  return quality === 10 && first.length > CLOSE_BYTES ? packed(body, 11) : first;
}

function packed(body: Buffer, quality: number): Buffer {
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
}
