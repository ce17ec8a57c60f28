import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { unzipped, zipOf } from '../../../src/papers-safe/zip.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const bytesOf = (words: string) => new Uint8Array(Buffer.from(words));
const pass = bytesOf('pase '.repeat(100));

describe('a zip', () => {
  test('that only stores gives its documents without copying them', async () => {
    const zip = new Uint8Array(Buffer.concat([...zipOf([{ name: 'ā.txt', bytes: pass }])]));
    const [document] = await unzipped(zip);
    expect([document?.name, text(document?.bytes ?? pass.subarray(0, 0))]).toEqual(['ā.txt', text(pass)]);
    expect(document?.bytes.buffer).toBe(zip.buffer);
  });
  test('that another program compressed gives them too, those that are stored beside the others', async () => {
    const zip = zipSync({ 'b.txt': [pass, { level: 9 }], 'a.txt': [bytesOf('līgums'), { level: 0 }] });
    const found = await unzipped(zip);
    expect(found.map(({ name, bytes }) => [name, text(bytes)])).toEqual([
      ['b.txt', text(pass)],
      ['a.txt', 'līgums'],
    ]);
  });
  test('inside a document of a zip is not taken for the zip', async () => {
    const inner = zipSync({ 'c.txt': [pass, { level: 0 }] });
    const zip = new Uint8Array(Buffer.concat([...zipOf([{ name: 'mape.zip', bytes: inner }])]));
    expect((await unzipped(zip)).map(({ name, bytes }) => [name, bytes.length])).toEqual([['mape.zip', inner.length]]);
  });
  test.each([0, 10, 21])('that is none is refused: %i bytes', async (length) => {
    await expect(unzipped(pass.subarray(0, length))).rejects.toThrow();
  });
  test('whose directory points outside of it is refused', async () => {
    const zip = zipSync({ 'a.txt': [pass, { level: 0 }] });
    new DataView(zip.buffer, zip.byteOffset).setUint32(zip.length - 6, zip.length + 100, true);
    await expect(unzipped(zip)).rejects.toThrow();
  });
});
