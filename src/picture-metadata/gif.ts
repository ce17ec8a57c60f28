import { ascii, nameAt, Pieces, Reader } from './bytes.ts';
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

/** Passes blocks of data up to the empty one that ends them; gives back the places of the first two. */
function passBlocks(reader: Reader): { at: number; length: number }[] {
  const first: { at: number; length: number }[] = [];
  for (;;) {
    const length = reader.byte();
    if (length === 0) return first;
    if (first.length < 2) first.push({ at: reader.at, length });
    reader.skip(length);
  }
}

/** GIF89a: pictures, their timing and the number of rounds stay; comments, texts and applications go, also what follows the end. */
export function stripGif(bytes: Uint8Array): Cut {
  const reader = new Reader(bytes);
  if (!/^GIF8[79]a$/.test(nameAt(reader.take(6), 0, 6))) throw new PictureProblem('broken');
  const screen = reader.take(7);
  const pieces = new Pieces(bytes);
  const start = reader.at - 7;
  reader.skip(tableLength(screen[4] ?? 0));
  pieces.add(ascii('GIF89a'));
  pieces.keep(start, reader.at);
  const removed = new Set<string>();
  let control: { from: number; to: number } | undefined;
  let hasImage = false;
  for (let kind = reader.byte(); kind !== TRAILER; kind = reader.byte()) {
    const from = reader.at - 1;
    if (kind === IMAGE) {
      const place = reader.take(9);
      reader.skip(tableLength(place[8] ?? 0) + 1);
      passBlocks(reader);
      if (control) pieces.keep(control.from, control.to);
      pieces.keep(from, reader.at);
      control = undefined;
      hasImage = true;
    } else if (kind === EXTENSION) {
      const label = reader.byte();
      const [head, rounds] = passBlocks(reader);
      const isWhole = (length: number) => reader.at === from + length;
      if (label === CONTROL && head?.length === 4 && isWhole(8)) control = { from, to: reader.at };
      else if (label === APPLICATION && isLoop(bytes, head, rounds) && isWhole(19)) pieces.keep(from, reader.at);
      else if (label === PLAIN_TEXT) {
        control = undefined;
        removed.add('text');
      } else removed.add(label === COMMENT ? 'comment' : 'application');
    } else throw new PictureProblem('broken');
  }
  if (!hasImage) throw new PictureProblem('broken');
  if (!reader.isAtEnd) removed.add('after the end');
  pieces.add(Uint8Array.of(TRAILER));
  return { bytes: pieces.joined(), removed };
}

type Block = { at: number; length: number } | undefined;

function isLoop(bytes: Uint8Array, head: Block, rounds: Block): boolean {
  return head?.length === 11 && LOOPS.includes(nameAt(bytes, head.at, 11)) && rounds?.length === 3 && bytes[rounds.at] === 1;
}
