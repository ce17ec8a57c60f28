import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { expectFree, listeningFault, readPort } from '../../../src/setup/listening.ts';
import { listen } from '../../support/raw-http.ts';

describe('the port', () => {
  test.each([
    [undefined, 4321],
    ['', 4321],
    ['0', 0],
    ['8080', 8080],
    ['65535', 65_535],
  ])('%s is %i', (value, expected) => {
    expect(readPort(value)).toBe(expected);
  });

  test.each(['65536', '-1', '80.5', 'abc', '1e3', '0x10', ' 80', '123456'])('"%s" is refused with an example', (value) => {
    expect(() => readPort(value)).toThrow(`PORT is "${value}", which is not a port. Give a number from 0 to 65535`);
  });

  test('that is taken is refused with another one', async () => {
    const other = createServer();
    const port = await listen(other);
    await expect(expectFree('127.0.0.1', port)).rejects.toThrow(`Port ${port} is taken by another program. Stop it, or choose another`);
    other.close();
  });

  test('that is free is left free', async () => {
    await expectFree('127.0.0.1', 0);
  });

  test('on a host that is not this machine is refused with one that is', () => {
    const error = Object.assign(new Error('x'), { code: 'EADDRNOTAVAIL' });
    expect(listeningFault(error, '203.0.113.9', 4321)).toContain('HOST is "203.0.113.9", which is no address of this machine');
  });
});
