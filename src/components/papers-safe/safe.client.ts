/** Starts the safe; its ciphers are fetched when they are needed first. */
import type * as Core from './core.client.ts';
import { startSafe } from './start-safe.ts';

const root = document.querySelector<HTMLElement>('[data-safe="root"]');
const { coreSrc = '', coreIntegrity = '' } = root?.dataset ?? {};
let loading: Promise<typeof Core> | undefined;

/** A link that preloads a module carries the integrity that `import()` cannot, and the policy asks for. */
function load(): Promise<typeof Core> {
  if (!loading) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: coreSrc, integrity: coreIntegrity, crossOrigin: 'anonymous' });
    document.head.append(link);
    loading = import(/* @vite-ignore */ coreSrc) as Promise<typeof Core>;
    loading.catch(() => (loading = undefined));
  }
  return loading;
}

if (root) startSafe(root, load);

export {};
