/** A JPEG of so many bytes: sound in its parts, noise in its picture. The same each time. */
export function photo(length: number): Buffer {
  const head = Buffer.from('ffd8ffc0000b080001000101011100ffda0008010100003f00', 'hex');
  const end = Buffer.from('ffd9', 'hex');
  const scan = Buffer.alloc(length - head.length - end.length);
  let state = 1;
  for (let at = 0; at < scan.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    // A zero behind each ff, as in every JPEG.
    scan[at] = scan[at - 1] === 0xff ? 0 : state >>> 24;
  }
  scan[scan.length - 1] = 0;
  return Buffer.concat([head, scan, end]);
}
