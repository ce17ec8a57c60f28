import { describe, expect, test } from 'vitest';
import { chooseEncoding } from '../../../src/server/encoding.ts';

describe('the encoding of an answer', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['BR', 'br'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', 'identity'],
    ['identity, br;q=0.5', 'identity'],
    ['identity;q=0', 'identity'],
    ['br;q=nonsense, gzip', 'gzip'],
  ] as const)('for "%s" is %s', (header, expected) => {
    expect(chooseEncoding(header, ['identity', 'br', 'gzip'])).toBe(expected);
  });

  test('is plain when the file has no compressed twin', () => {
    expect(chooseEncoding('br, gzip', ['identity'])).toBe('identity');
  });
});
