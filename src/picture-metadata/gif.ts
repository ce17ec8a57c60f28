import { ascii, concat, nameAt, Reader } from './bytes.ts';
import { PictureProblem } from './problem.ts';
import type { Cut } from './strip.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const COMMENT = 0xfe;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;
/** Applications whose block says how often an animation repeats. */
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

const hasTable = (flags: number) => (flags & 0x80) !== 0;
const tableLength = (flags: number) => (hasTable(flags) ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

/** Blocks of data up to the empty one that ends them, as they lie in the file. */
function dataBlocks(reader: Reader): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (;;) {
    const length = reader.byte();
    blocks.push(Uint8Array.of(length));
    if (length === 0) return blocks;
    blocks.push(reader.take(length));
  }
}

/** GIF89a: pictures, their timing and the number of rounds stay; comments, texts and applications go, also what follows the end. */
export function stripGif(bytes: Uint8Array): Cut {
  const reader = new Reader(bytes);
  if (!/^GIF8[79]a$/.test(nameAt(reader.take(6), 0, 6))) throw new PictureProblem('broken');
  const screen = reader.take(7);
  const parts: Uint8Array[] = [ascii('GIF89a'), screen, reader.take(tableLength(screen[4] ?? 0))];
  const removed = new Set<string>();
  let control: Uint8Array[] = [];
  let hasImage = false;
  for (let kind = reader.byte(); kind !== TRAILER; kind = reader.byte()) {
    if (kind === IMAGE) {
      const place = reader.take(9);
      const table = reader.take(tableLength(place[8] ?? 0));
      parts.push(...control, Uint8Array.of(IMAGE), place, table, reader.take(1), ...dataBlocks(reader));
      control = [];
      hasImage = true;
    } else if (kind === EXTENSION) {
      const label = reader.byte();
      const blocks = dataBlocks(reader);
      const [, head = new Uint8Array(), , rounds] = blocks;
      if (label === CONTROL && head.length === 4) control = [Uint8Array.of(EXTENSION, CONTROL, 4), head, Uint8Array.of(0)];
      else if (label === APPLICATION && LOOPS.includes(nameAt(head, 0, 11)) && rounds?.length === 3 && rounds[0] === 1)
        parts.push(Uint8Array.of(EXTENSION, APPLICATION, 11), head, Uint8Array.of(3), rounds, Uint8Array.of(0));
      else if (label === PLAIN_TEXT) {
        control = [];
        removed.add('text');
      } else removed.add(label === COMMENT ? 'comment' : 'application');
    } else throw new PictureProblem('broken');
  }
  if (!hasImage) throw new PictureProblem('broken');
  if (!reader.isAtEnd) removed.add('after the end');
  return { bytes: concat([...parts, Uint8Array.of(TRAILER)]), removed };
}
