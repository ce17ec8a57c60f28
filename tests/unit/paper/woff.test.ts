import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { unpackWoff } from '../../../src/paper/woff.ts';

const packed = readFileSync(
  new URL('../../../node_modules/@fontsource/noto-sans-georgian/files/noto-sans-georgian-georgian-400-normal.woff', import.meta.url),
);

describe('a WOFF file', () => {
  test('unpacks to a font that draws the same letters', () => {
    const [before, after] = [packed, unpackWoff(packed)].map((data) => {
      const font = create(data);
      if (!('layout' in font)) throw new Error('a collection');
      const { glyphs, advanceWidth } = font.layout('თქვენ მარტო არ ხართ');
      return [advanceWidth, ...glyphs.map(({ path }) => path.toSVG())];
    });
    expect(after).toEqual(before);
  });

  test('that is none is refused', () => expect(() => unpackWoff(unpackWoff(packed))).toThrow('is no WOFF 1.0 file'));
});
