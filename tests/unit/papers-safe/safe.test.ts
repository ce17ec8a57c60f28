import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { Encrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { type Document, openSafe, SafeProblem, sealDocuments } from '../../../src/papers-safe/safe.ts';
import { findAge } from '../../../src/setup/age.mjs';
import { chance } from '../../support/chance.ts';

const run = promisify(execFile);
const passphrase = 'izdomata parole tikai parbaudei';
const random = chance(9);
const noise = (length: number) => Uint8Array.from({ length }, () => random(256));
const documents: Document[] = [
  { name: 'pase.jpg', bytes: noise(200_000) },
  { name: 'līgums ā/č.pdf', bytes: noise(70_000) },
  { name: 'pase.jpg', bytes: noise(10) },
  { name: 'tukšs.txt', bytes: new Uint8Array() },
];
const sealed = await sealDocuments(documents, passphrase);

async function problemOf(bytes: Uint8Array, typed = passphrase): Promise<string> {
  return openSafe(bytes, typed).then(
    () => 'none',
    (error: unknown) => (error instanceof SafeProblem ? error.code : String(error)),
  );
}

describe('a safe', () => {
  test('gives back every document byte for byte, and no name that is a path or stands twice', async () => {
    const opened = await openSafe(sealed, passphrase);
    expect(opened.map(({ name }) => name)).toEqual(['pase.jpg', 'līgums ā_č.pdf', '3-pase.jpg', 'tukšs.txt']);
    expect(opened.every(({ bytes }, index) => Buffer.from(bytes).equals(documents[index]?.bytes ?? Buffer.of(1)))).toBe(true);
  });
  test('tells nothing of names and contents', () => {
    for (const word of ['pase', 'jpg', 'PK']) expect(Buffer.from(sealed.subarray(150)).includes(`${word}.`)).toBe(false);
  });
  test('is never the same twice', async () => {
    expect(Buffer.from(await sealDocuments(documents, passphrase)).equals(sealed)).toBe(false);
  });
  test('tells its progress from nothing to all', async () => {
    const shares: number[] = [];
    await sealDocuments(documents, passphrase, (share) => shares.push(share));
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.at(-1)).toBeGreaterThan(0.95);
  });
});

describe('what is wrong is said', () => {
  test('of another passphrase', async () => {
    expect(await problemOf(sealed, `${passphrase}s`)).toBe('passphrase');
  });
  test.each([25, 100, 170, 1_000, 66_000, sealed.length - 1])('of a file that was cut after %i bytes', async (length) => {
    expect(await problemOf(sealed.subarray(0, length))).toBe('damaged');
  });
  test('of a file that lost its last whole piece', async () => {
    const header = Buffer.from(sealed).indexOf('\n', Buffer.from(sealed).indexOf('---')) + 1 + 16;
    expect(await problemOf(sealed.subarray(0, header + 2 * (65_536 + 16)))).toBe('damaged');
  });
  test('of one flipped byte anywhere behind the key', async () => {
    const behindKey = Buffer.from(sealed).indexOf('---');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: behindKey, max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = new Uint8Array(sealed);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(await problemOf(bytes)).toBe('damaged');
      }),
      { numRuns: 6 },
    );
  }, 60_000);
  test('of one flipped byte in the key', async () => {
    const bytes = new Uint8Array(sealed);
    bytes[80] = (bytes[80] ?? 0) ^ 1;
    expect(['passphrase', 'damaged']).toContain(await problemOf(bytes));
  });
  test.each(['', 'a', 'PK\x03\x04', '%PDF-1.7'])('of a file that is no safe: %j', async (text) => {
    expect(await problemOf(Buffer.from(text))).toBe(text === 'a' ? 'damaged' : 'not-a-safe');
  });
  test('of a safe that another kind of key opens', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient('age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm');
    expect(await problemOf(await encrypter.encrypt('a'))).toBe('damaged');
  });
});

test('what age alone locked, without a zip, comes back as one document', async () => {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(12);
  const [document] = await openSafe(await encrypter.encrypt('teksts'), passphrase);
  expect([document?.name, Buffer.from(document?.bytes ?? []).toString()]).toEqual(['saturs', 'teksts']);
});

const age = findAge();
/** age asks for a passphrase on a terminal only; `script` is one. */
const opening = `import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], [sys.argv[1], '-d', '-o', sys.argv[3], sys.argv[2]])
seen = b''
while b'passphrase' not in seen:
    seen += os.read(terminal, 1024)
os.write(terminal, sys.argv[4].encode() + b'\\n')
try:
    while os.read(terminal, 1024):
        pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`;
const python = await run('python3', ['-c', 'import pty, zipfile']).then(
  () => true,
  () => false,
);

describe.runIf(age && python)('stock age', () => {
  test('opens a safe, and unzip finds every document in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'safe-'));
    const [file, out] = [join(folder, 'a.age'), join(folder, 'a.zip')];
    await writeFile(file, sealed);
    await run('python3', ['-c', opening, age ?? '', file, out, passphrase]);
    const unzip = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
    await run('python3', ['-c', unzip, out, folder]);
    expect((await readFile(join(folder, 'pase.jpg'))).equals(documents[0]?.bytes ?? Buffer.of())).toBe(true);
    expect((await readFile(join(folder, 'līgums ā_č.pdf'))).equals(documents[1]?.bytes ?? Buffer.of())).toBe(true);
    await rm(folder, { recursive: true });
  }, 30_000);
});
test.skipIf(age && python)('stock age was not asked: age or python3 is not installed', () => undefined);
