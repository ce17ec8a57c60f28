/** Starts the safe; its ciphers are fetched when they are needed first. */
import { moduleLoader } from '../loading/module-loader.ts';
import type * as Core from './core.client.ts';
import { startSafe } from './start-safe.ts';

const root = document.querySelector<HTMLElement>('[data-safe="root"]');
if (root) startSafe(root, moduleLoader<typeof Core>(root.dataset['coreSrc'], root.dataset['coreIntegrity']));
