import { Decrypter, Encrypter, generateX25519Identity } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { concat, utf8 } from '../../../../src/reports/message/bytes.ts';
import { isEnvelope, sealedSize } from '../../../../src/reports/message/envelope.ts';
import { BUCKETS } from '../../../../src/reports/message/padding.ts';
import { seal } from '../../../../src/reports/message/seal.ts';
import { ageReaders } from '../../../support/reports/age-readers.ts';

const { identities, recipients } = await ageReaders();

describe('a sealed message', () => {
  test('has the computed size for every bucket and number of recipients', async () => {
    for (const bucket of BUCKETS) {
      for (const count of [2, 3]) {
        expect((await seal(new Uint8Array(bucket), recipients.slice(0, count))).length).toBe(sealedSize(bucket, count));
      }
    }
    expect(sealedSize(32 * 1024, 3)).toBe(33_164);
  });

  test('is opened by every recipient alone and by nobody else', async () => {
    const file = await seal(utf8('saturs'), recipients);
    for (const identity of identities) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      expect(await decrypter.decrypt(file, 'text')).toBe('saturs');
    }
    const stranger = new Decrypter();
    stranger.addIdentity(await generateX25519Identity());
    await expect(stranger.decrypt(file)).rejects.toThrow();
  });

  test('is refused by its readers when any byte was changed', async () => {
    const file = await seal(new Uint8Array(100), recipients);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identities[0] ?? '');
    for (let at = 0; at < file.length; at += 7) {
      const changed = new Uint8Array(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      // A stanza for somebody else may change unnoticed until the header's MAC is checked.
      await expect(decrypter.decrypt(changed)).rejects.toThrow();
    }
  });
});

describe('the look at an envelope without a key', () => {
  const small = () => new Uint8Array(32 * 1024);

  test('passes what a build with that many recipients made', async () => {
    expect(isEnvelope(await seal(small(), recipients), [2, 3])).toBe(true);
  });

  test('refuses another number of recipients', async () => {
    expect(isEnvelope(await seal(small(), recipients), [2])).toBe(false);
  });

  test('refuses a size that is not padded', async () => {
    expect(isEnvelope(await seal(new Uint8Array(32 * 1024 + 1), recipients), [3])).toBe(false);
    const good = await seal(small(), recipients);
    expect(isEnvelope(good.subarray(0, -1), [3])).toBe(false);
    expect(isEnvelope(concat(good, new Uint8Array(1)), [3])).toBe(false);
  });

  test('refuses a passphrase, another version, and bytes that are no age file', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase('x');
    encrypter.setScryptWorkFactor(1);
    const good = await seal(small(), recipients);
    const version = concat(utf8('age-encryption.org/v2\n'), good.subarray(22));
    for (const bytes of [await encrypter.encrypt(small()), version, new Uint8Array(good.length), new Uint8Array()]) {
      expect(isEnvelope(bytes, [1, 2, 3])).toBe(false);
    }
  });
});
