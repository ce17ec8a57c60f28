import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

const TEXT = /\.(?:html|css|m?js|svg|xml|rss|json|webmanifest|txt|ics|vcf|csv)$/;
const WORTHWHILE_BYTES = 512;
const AT_ONCE = 16;

/** Up to here the smallest files; above, brotli 11 alone would take longer than the rest of the build. */
const MANY_FILES = 2_000;

interface Effort {
  brotli: number;
  gzip: number;
}

async function compress(file: string, effort: Effort): Promise<void> {
  const body = await readFile(file);
  if (body.length <= WORTHWHILE_BYTES) return;
  const options = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort.brotli,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  };
  const [br, gz] = await Promise.all([brotli(body, options), deflate(body, { level: effort.gzip })]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

/** Writes a .br and a .gz beside every text file of `dist` over 512 bytes; zlib works on several cores by itself. */
export async function precompress(dist: string, files: readonly string[]): Promise<void> {
  const texts = files.filter((file) => TEXT.test(file));
  const effort = texts.length > MANY_FILES ? { brotli: 6, gzip: 6 } : { brotli: 11, gzip: 9 };
  const queue = texts.values();
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (const file of queue) await compress(join(dist, file), effort);
  });
  await Promise.all(workers);
}
