// node src/bench/build/render.ts <root> <out>: renders the pages of a project and does nothing else; Eleventy does no more.
import { join, resolve } from 'node:path';
import { renderPages } from '../../setup/site-build.ts';

const [root = '.', out = root] = process.argv.slice(2).map((path) => resolve(path));
await renderPages(root, out, join(out, 'last'), Promise.resolve());
process.exit(0);
