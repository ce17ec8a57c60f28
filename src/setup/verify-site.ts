// npm run verify-site -- https://address: whether the address serves what this clone built, byte for byte, where it matters to people who
// report: the form, every script, and the headers that keep other code out. `--all` compares every file. Build first, with the day and
// origin of the published site: BUILD_DAY=2026-11-21 SITE_ORIGIN=https://address npm run build
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { servedFaults } from '../hosting/served.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean', default: false } } });
const [address = ''] = positionals;

try {
  if (!URL.canParse(address)) throw new Error('Say what to compare: npm run verify-site -- https://address');
  const { compared, faults } = await servedFaults(root, join(root, 'dist'), address, values.all);
  for (const fault of faults) console.log(fault);
  console.log(faults.length === 0 ? `${compared} files are the same.` : `${faults.length} of ${compared} differ.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
