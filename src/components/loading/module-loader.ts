/**
 * A function that loads a module once, and again where it could not be loaded. A link that preloads a module carries the integrity that
 * `import()` cannot, and the policy asks for.
 */
export function moduleLoader<Module>(src = '', integrity = ''): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  return () => {
    if (!loading) {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'modulepreload', href: src, integrity, crossOrigin: 'anonymous' });
      document.head.append(link);
      loading = import(/* @vite-ignore */ src) as Promise<Module>;
      loading.catch(() => (loading = undefined));
    }
    return loading;
  };
}
