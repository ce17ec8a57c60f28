import { afterEach, describe, expect, test } from 'vitest';
import { utf8 } from '../../../../src/reports/message/bytes.ts';
import { openS3Store, type Patience } from '../../../../src/reports/stores/s3.ts';
import { probe, type Store } from '../../../../src/reports/stores/store.ts';
import { S3_KEYS, type S3Double, type S3Fault, startS3Double } from '../../../support/reports/s3-double.ts';
import { storeContract } from './contract.ts';

const IMPATIENT: Patience = { request: 300, whole: 2_000, tries: 4, pause: 1 };
const doubles: S3Double[] = [];

afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.close()));
});

async function open(...faults: (S3Fault | undefined)[]): Promise<{ store: Store; double: S3Double }> {
  const double = await startS3Double((count) => faults[count]);
  doubles.push(double);
  return { double, store: openS3Store({ bucket: double.bucket, ...S3_KEYS }, IMPATIENT) };
}

storeContract('s3', async () => (await open()).store);

describe('the store in a bucket', () => {
  test.each(['internal', 'slow-down', 'conflict', 'reset', 'stall', 'skewed'] as const)(
    'creates after an answer of "%s"',
    async (fault) => {
      const { store, double } = await open(fault, fault);
      expect(await store.create('r/ab/1', utf8('x'))).toBe('created');
      expect(double.objects.size).toBe(1);
    },
  );

  test.each(['late-reset', 'late-internal'] as const)('knows its own object after an answer of "%s"', async (fault) => {
    const { store, double } = await open(fault);
    expect(await store.create('r/ab/1', utf8('mine'))).toBe('created');
    expect(double.objects.size).toBe(1);
  });

  test('does not take another object for its own', async () => {
    const { store } = await open(undefined, 'reset');
    await store.create('r/ab/1', utf8('theirs'));
    expect(await store.create('r/ab/1', utf8('mine'))).toBe('exists');
  });

  test('says that it is unavailable when the credential has expired, without trying again', async () => {
    const { store } = await open('expired');
    await expect(store.create('r/ab/1', utf8('x'))).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('gives up in time when nothing answers', async () => {
    const { store } = await open('stall', 'stall', 'stall', 'stall');
    const start = performance.now();
    await expect(store.create('r/ab/1', utf8('x'))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('reads an object whole even when an answer broke off', async () => {
    const { store, double } = await open();
    await store.create('r/ab/1', utf8('a longer text'));
    double.faultOf = (count) => (count === 1 ? 'truncated' : undefined);
    expect(Buffer.from((await store.get('r/ab/1')) ?? []).toString()).toBe('a longer text');
  });
});

describe('the probe', () => {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

  test('passes a bucket that honours preconditions and leaves nothing in it', async () => {
    const { store, double } = await open();
    await probe(store, random);
    expect(double.objects.size).toBe(0);
  });

  test('refuses a bucket that ignores preconditions', async () => {
    const { store } = await open('overwrites', 'overwrites');
    await expect(probe(store, random)).rejects.toThrow('overwrites what is there');
  });
});
