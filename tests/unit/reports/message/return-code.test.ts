import { Decrypter, Encrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { mailboxOf, makeReturnCode, readReturnCode, spell } from '../../../../src/reports/message/return-code.ts';
import { random } from '../../../support/reports/world.ts';

const codes = Array.from({ length: 300 }, () => makeReturnCode(random(16)));

describe('a return code', () => {
  test('has twenty digits and is read back from how it is spelled', () => {
    for (const code of codes) {
      expect(code).toMatch(/^\d{20}$/);
      expect(spell(code)).toMatch(/^(?:\d{4}\u00a0){4}\d{4}$/);
      expect(readReturnCode(spell(code))).toBe(code);
    }
  });

  test('does not pass with one wrong digit', () => {
    for (const code of codes) {
      for (let at = 0; at < 20; at++) {
        for (const digit of '0123456789') {
          if (digit !== code[at]) expect(readReturnCode(code.slice(0, at) + digit + code.slice(at + 1))).toBeUndefined();
        }
      }
    }
  });

  test('does not pass with two neighbours swapped', () => {
    for (const code of codes) {
      for (let at = 0; at < 19; at++) {
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        if (swapped !== code) expect(readReturnCode(swapped)).toBeUndefined();
      }
    }
  });

  test('is read in any script and with any spaces and dashes', () => {
    const [code = ''] = codes;
    const inScript = (zero: number) => [...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
    for (const zero of [0x0660, 0x06f0, 0x0966, 0xff10, 0x1d7ce, 0x1d7ec]) expect(readReturnCode(inScript(zero))).toBe(code);
    expect(readReturnCode(` ${code.slice(0, 7)}–${code.slice(7, 11)}-\u2009${code.slice(11)}\n`)).toBe(code);
  });

  test.each(['', '1', '1'.repeat(19), '1'.repeat(21), 'a'.repeat(20), '+'.repeat(20)])('is not read from "%s"', (typed) => {
    expect(readReturnCode(typed)).toBeUndefined();
  });
});

describe('the mailbox of a code', () => {
  test('is the same for ever', async () => {
    expect(await mailboxOf('00000000000000000000')).toEqual({
      box: expect.stringMatching(/^[\w-]{22}$/),
      key: expect.stringMatching(/^age1/),
      identity: expect.stringMatching(/^AGE-SECRET-KEY-1/),
    });
    const { box, key } = await mailboxOf('48213377190255640931');
    expect([box, key]).toMatchInlineSnapshot(`
      [
        "Rj9ErVt9EBifTamXoLJ4uw",
        "age1mn3pdzu2hjwx5tqfg47vkvnsgz4cwkc3f4g7mtk046d2ryv4purqm8mukg",
      ]
    `);
  });

  test('opens what was sealed for it', async () => {
    const { key, identity } = await mailboxOf(codes[0] ?? '');
    const encrypter = new Encrypter();
    encrypter.addRecipient(key);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(await encrypter.encrypt('atbilde'), 'text')).toBe('atbilde');
  });
});
