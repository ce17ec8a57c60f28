import { join } from 'node:path';
import { installEmulator } from '../../../src/deploy/emulator.ts';
import { platformContract } from '../../support/reports/platform-contract.ts';
import { openOwnServer } from './own-server.ts';

const packages = await installEmulator(process.cwd(), 'deno');

// With the rights of src/deploy/deno/reports.service and no others.
platformContract('Deno', () =>
  openOwnServer('deno', (file, folder) => [
    join(packages, '.bin/deno'),
    'run',
    '--no-prompt',
    '--no-config',
    '--no-npm',
    '--allow-env',
    '--allow-sys=cpus',
    '--allow-net=127.0.0.1',
    `--allow-read=${folder}`,
    `--allow-write=${join(folder, 'store')}`,
    file,
  ]),
);
