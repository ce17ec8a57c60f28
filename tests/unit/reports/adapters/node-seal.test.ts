import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { sealNatively } from '../../../../src/reports/adapters/node-seal.ts';
import { isEnvelope } from '../../../../src/reports/message/envelope.ts';
import { BUCKETS } from '../../../../src/reports/message/padding.ts';
import { findAge } from '../../../../src/setup/age.mjs';
import { ageReaders } from '../../../support/reports/age-readers.ts';

const age = findAge();
const { identities, recipients } = await ageReaders();

describe('what the server seals', () => {
  test('is an envelope like one of the browser, in every size', async () => {
    for (const bucket of BUCKETS) expect(isEnvelope(await sealNatively(new Uint8Array(bucket), recipients), [3])).toBe(true);
  });

  test.each([0, 1, 65_535, 65_536, 65_537])('of %i bytes is opened by every reader alone', async (length) => {
    const message = randomBytes(length);
    const file = await sealNatively(message, recipients);
    for (const identity of identities) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      expect(Buffer.compare(await decrypter.decrypt(file), message)).toBe(0);
    }
  });

  test('is never the same twice', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => sealNatively(new Uint8Array(100), recipients)));
    expect(Buffer.compare(one as Uint8Array, other as Uint8Array)).not.toBe(0);
  });

  test('is sealed for X25519 keys only, because other readers could not open the rest', async () => {
    const other = await identityToRecipient(await generateHybridIdentity());
    await expect(sealNatively(new Uint8Array(1), [other])).rejects.toThrow();
    await expect(sealNatively(new Uint8Array(1), [`${recipients[0]}x`])).rejects.toThrow();
  });

  test.skipIf(age === undefined)('is opened by stock age', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'report-seal-'));
    await writeFile(join(folder, 'key'), identities[1] ?? '', { mode: 0o600 });
    await writeFile(join(folder, 'file'), await sealNatively(new TextEncoder().encode('saturs'), recipients));
    expect(execFileSync(age ?? '', ['-d', '-i', join(folder, 'key'), join(folder, 'file')], { encoding: 'utf8' })).toBe('saturs');
    await rm(folder, { recursive: true });
  });
});
