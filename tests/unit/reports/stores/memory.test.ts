import { openMemoryStore } from '../../../../src/reports/stores/memory.ts';
import { storeContract } from './contract.ts';

storeContract('memory', () => Promise.resolve(openMemoryStore(() => new Date())));
