import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromBase64, fromBase64Url, textOf, toBase64, toBase64Url, utf8 } from '../../../../src/reports/message/bytes.ts';
import { MessageFault, packMessage, unpackMessage } from '../../../../src/reports/message/format.ts';
import { bucketFor, BUCKETS } from '../../../../src/reports/message/padding.ts';
import { cleanText, FIELDS, isShortEnough, makeReport, MAX_TEXT, readFields } from '../../../../src/reports/message/report.ts';
import { inventedReport } from '../../../support/reports/world.ts';

describe('a packed message', () => {
  test('is as long as the smallest bucket that holds it, and every short report as any other', () => {
    expect(packMessage(inventedReport('a')).length).toBe(32 * 1024);
    expect(packMessage(inventedReport('ž'.repeat(12_000))).length).toBe(32 * 1024);
    expect(packMessage(inventedReport('🙂'.repeat(20_000))).length).toBe(128 * 1024);
  });

  test('gives back its report and attachments', () => {
    const report = inventedReport('Ko jūs redzējāt?');
    const { json, rest } = unpackMessage(packMessage(report, [utf8('one'), utf8('two')]));
    expect(json).toEqual(report);
    expect(textOf(rest.subarray(0, 6))).toBe('onetwo');
  });

  test('keeps keys it does not know', () => {
    const { json } = unpackMessage(packMessage({ ...inventedReport(), later: { a: 1 } } as never));
    expect(json['later']).toEqual({ a: 1 });
  });

  test('is refused when it would be longer than the largest bucket', () => {
    expect(() => packMessage(inventedReport(), [new Uint8Array(3 * 1024 * 1024)])).toThrow(RangeError);
  });

  test.each([
    ['nothing', new Uint8Array(), 'not a report'],
    ['other bytes', utf8('PK\u0003\u0004 zip archive'), 'not a report'],
    ['a length beyond the end', concat(utf8('LTR1'), new Uint8Array([255, 255, 255, 255]), utf8('{}')), 'shorter'],
    ['JSON that breaks off', concat(utf8('LTR1'), new Uint8Array([0, 0, 0, 2]), utf8('{"')), 'cannot be read'],
    ['text that is not UTF-8', concat(utf8('LTR1'), new Uint8Array([0, 0, 0, 2, 0xff, 0xfe])), 'cannot be read'],
    ['a list', concat(utf8('LTR1'), new Uint8Array([0, 0, 0, 2]), utf8('[]')), 'not a record'],
    ['a later version', concat(utf8('LTR1'), new Uint8Array([0, 0, 0, 7]), utf8('{"v":2}')), 'newer version'],
  ])('says what is wrong with %s', (_, bytes, words) => {
    expect(() => unpackMessage(bytes)).toThrow(words);
  });

  test('is read without ever failing in another way, whatever the bytes', () => {
    const faults = (bytes: Uint8Array) => {
      try {
        unpackMessage(bytes);
      } catch (error) {
        if (!(error instanceof MessageFault)) throw error;
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), faults), { numRuns: 20_000 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => faults(concat(utf8('LTR1'), bytes))),
      { numRuns: 20_000 },
    );
  });

  test('comes back the same for any text people can write', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(fc.record(Object.fromEntries(FIELDS.map((name) => [name, text]))), (texts) => {
        const fields = readFields((name) => texts[name]);
        const report = makeReport({ ...inventedReport(), fields, returnTo: { code: '1' }, isTrapped: true });
        expect(unpackMessage(packMessage(report)).json).toEqual(report);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('padding', () => {
  test('fits every length up to the largest, and never shrinks', () => {
    let last = 0;
    for (let length = 0; length <= (BUCKETS.at(-1) ?? 0); length += 511) {
      const bucket = bucketFor(length) ?? 0;
      expect(bucket).toBeGreaterThanOrEqual(Math.max(length, last));
      last = bucket;
    }
    expect(bucketFor((BUCKETS.at(-1) ?? 0) + 1)).toBeUndefined();
  });
});

describe('the text of a field', () => {
  test('is composed, well-formed and has line feeds only', () => {
    expect(cleanText('  A\u0304da\r\nz\ra\ud800 ')).toBe('Āda\nz\na\ufffd');
  });

  test('counts by letters, not by bytes', () => {
    expect(isShortEnough(readFields((name) => (name === 'what' ? '🙂'.repeat(MAX_TEXT) : '')))).toBe(true);
    expect(isShortEnough(readFields((name) => (name === 'what' ? 'a'.repeat(MAX_TEXT) : 'b')))).toBe(false);
  });

  test('drops a subject that the form does not offer', () => {
    expect(readFields((name) => (name === 'about' ? 'constructor' : 'x')).about).toBe('');
  });
});

describe('base64', () => {
  test('comes back the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(Buffer.from(fromBase64(toBase64(bytes)) ?? [])).toEqual(Buffer.from(bytes));
        expect(Buffer.from(fromBase64Url(toBase64Url(bytes)) ?? [])).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test.each(['YQ', 'YQ=', 'Y Q==', 'YQ==\n', 'YR==', '-_-_', '====', 'A===', 'YQ=a', 'Y===', 'YWF=', 'YWFhāāāā'])(
    'has one right spelling: "%s" is refused',
    (text) => {
      expect(fromBase64(text)).toBeUndefined();
    },
  );
});
