/** The safe with everything it needs, for the file that works without a network. */
import * as core from './core.client.ts';
import { startSafe } from './start-safe.ts';

const root = document.querySelector<HTMLElement>('[data-safe="root"]');
if (root) startSafe(root, () => Promise.resolve(core));
