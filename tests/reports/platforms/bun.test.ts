import { join } from 'node:path';
import { installEmulator } from '../../../src/deploy/emulator.ts';
import { platformContract } from '../../support/reports/platform-contract.ts';
import { openOwnServer } from './own-server.ts';

const packages = await installEmulator(process.cwd(), 'bun');

platformContract('Bun', () => openOwnServer('bun', (file) => [join(packages, '.bin/bun'), 'run', file]));
