import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeNatively } from '../../../../src/reports/adapters/node-primitives.ts';
import { fromBase64Letters, toBase64, utf8 } from '../../../../src/reports/message/bytes.ts';

/** Base64 with a slip or two: white space, the other alphabet, padding, bits that say nothing, what is no letter at all. */
const slips = fc.array(fc.tuple(fc.nat(200), fc.constantFrom('', ' ', '\n', '-', '_', '=', '==', 'A', 'B', '/', '\0', 'ā', '\u{1f600}')), {
  maxLength: 2,
});

test('what Node reads is what every platform reads, and nothing else', () => {
  const spoilt = fc.tuple(fc.uint8Array({ maxLength: 150 }), slips).map(([bytes, changes]) => {
    const letters = changes.reduce((text, [at, put]) => text.slice(0, at) + put + text.slice(at + 1), toBase64(bytes));
    return utf8(letters);
  });
  fc.assert(
    fc.property(fc.oneof(spoilt, fc.uint8Array({ maxLength: 40 })), (letters) => {
      expect(decodeNatively(letters)?.join()).toBe(fromBase64Letters(letters)?.join());
    }),
    { numRuns: 20_000 },
  );
});

test('letters in the middle of a body are read, and long ones too', () => {
  for (const length of [1_000, 2_000_000]) {
    const bytes = new Uint8Array(length).map((_, at) => (at * at) % 251);
    const body = utf8(`{"age":"${toBase64(bytes)}"}`);
    expect(Buffer.compare(decodeNatively(body.subarray(8, -2)) ?? Buffer.alloc(0), bytes)).toBe(0);
  }
});
