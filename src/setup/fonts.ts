/**
 * Cuts Atkinson Hyperlegible Next down to the letters this site prints and writes the results to src/assets/fonts.
 * Run it by `npm run fonts` after changing the letters or the font's version; the results are committed.
 * Web: two variable woff2 files (weights 400–760). Share pictures: one bold TrueType file each, because satori reads no woff2.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const from = new URL('../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/', import.meta.url);
const to = new URL('../assets/fonts/', import.meta.url);

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const subsets = [
  { name: 'latin', letters: `${ascii}\u00a0§©«°»×ÄÅÉÖØÜßäåçèéíïñóöøüþ–—‘’‚“”„•…€`, source: 'latin' },
  { name: 'latvian', letters: 'ĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽž', source: 'latin-ext' },
];

await mkdir(to, { recursive: true });
for (const { name, letters, source } of subsets) {
  const font = await readFile(new URL(`files/atkinson-hyperlegible-next-${source}-wght-normal.woff2`, from));
  const web = await subsetFont(font, letters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 760, default: 400 } },
  });
  const bold = await subsetFont(font, letters, { targetFormat: 'sfnt', variationAxes: { wght: 700 } });
  await writeFile(new URL(`atkinson-${name}.woff2`, to), web);
  await writeFile(new URL(`atkinson-${name}-bold.ttf`, to), bold);
  console.log(`${name}: ${web.length} bytes for the web, ${bold.length} for share pictures`);
}
await writeFile(new URL('OFL.txt', to), await readFile(new URL('LICENSE', from)));
