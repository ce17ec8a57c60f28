import { describe, expect, test } from 'vitest';
import { bodyReader } from '../../../src/reports/body.ts';
import { post } from '../../support/reports/world.ts';

/** A body that gives `size` bytes every `pause` milliseconds, `count` times, and then ends, or never does. */
function slowBody(size: number, pause: number, count: number, isEnding = true): ReadableStream<Uint8Array> {
  let given = 0;
  return new ReadableStream({
    async pull(controller) {
      if (given++ < count) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        return controller.enqueue(new Uint8Array(size));
      }
      if (isEnding) controller.close();
      else await new Promise(() => undefined);
    },
  });
}

const quick = { stretch: 60, bytesAStretch: 20, whole: 400 };

describe('a body', () => {
  test('is read whole up to the limit, and not a byte further', async () => {
    const reader = bodyReader();
    expect((await reader.read(post(new Uint8Array(1_000)), 1_000)).length).toBe(1_000);
    expect(await reader.read(post(new Uint8Array(1_001)), 1_000)).toBe('too-large');
    expect(await reader.read(post(slowBody(500, 0, 10, false)), 1_000)).toBe('too-large');
  });

  test('that is too large gives its beginning to whom that is enough', async () => {
    const reader = bodyReader();
    const declared = post(slowBody(500, 0, 10, false), { 'Content-Length': '10000000000' });
    expect(await reader.readStart(declared, 1_200)).toEqual({ bytes: new Uint8Array(1_200), isWhole: false });
    expect(await reader.readStart(post(new Uint8Array(1_200)), 1_200)).toEqual({ bytes: new Uint8Array(1_200), isWhole: true });
  });

  test('is refused by its declared length before a byte is read', async () => {
    const request = post(slowBody(1, 0, 1, false), { 'Content-Length': '10000000000' });
    expect(await bodyReader().read(request, 1_000)).toBe('too-large');
  });

  test('that stops coming is given up', async () => {
    expect(await bodyReader(quick).read(post(slowBody(10, 1, 1, false)), 1_000)).toBe('timeout');
  });

  test('that drips is given up, and one that is slow but steady is not', async () => {
    expect(await bodyReader(quick).read(post(slowBody(1, 20, 100)), 1_000)).toBe('timeout');
    expect((await bodyReader(quick).read(post(slowBody(20, 20, 10)), 1_000)).length).toBe(200);
  });

  test('that breaks off is given up', async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('reset')) });
    expect(await bodyReader().read(post(broken), 1_000)).toBe('timeout');
  });

  test('that is given up or too large is not read any further', async () => {
    let cancelled = 0;
    const endless = (size: number) =>
      post(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(size)), cancel: () => void cancelled++ }));
    const stuck = () => post(new ReadableStream({ cancel: () => void cancelled++ }));
    expect(await bodyReader().read(endless(500), 1_000)).toBe('too-large');
    expect(cancelled).toBe(1);
    expect(await bodyReader(quick).read(stuck(), 1_000)).toBe('timeout');
    expect(cancelled).toBe(2);
  });

  test('gives way when all places are taken and it is slower than any honest phone', async () => {
    const reader = bodyReader({ places: 1 });
    const slow = reader.read(post(slowBody(1, 0, 1, false)), 1_000);
    expect(await reader.read(post(new Uint8Array(10)), 1_000)).toBe('closed');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await reader.read(post(new Uint8Array(10)), 1_000)).length).toBe(10);
    expect(await slow).toBe('timeout');
  });

  test('waits for no memory when others hold all there is', async () => {
    const reader = bodyReader({ bytesAtOnce: 100 });
    const held = reader.read(post(slowBody(100, 0, 1, false)), 1_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await reader.read(post(new Uint8Array(10)), 1_000)).toBe('closed');
    void held;
  });
});
