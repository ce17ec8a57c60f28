/**
 * Cuts Atkinson Hyperlegible Next down to the letters this site prints and writes the results to src/assets/fonts.
 * Run it by `npm run fonts` after changing the letters or the font's version; the results are committed.
 * Web: two variable woff2 files (weights 400–760). Share pictures: one bold TrueType file each, because satori reads no woff2.
 * Print: every letter the font has, regular and bold, because cards are printed in many languages. Of the many thousand Chinese signs those
 * that content/data/help-in-languages.yml writes: their font weighs 70 MB, so it is fetched from the registry here and not installed.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import subsetFont from 'subset-font';

const CHINESE = '@fontsource/noto-sans-sc@5.3.0';

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
const ranges = JSON.parse(await readFile(new URL('unicode.json', from), 'utf8')) as Record<string, string>;

/** All letters of ranges such as U+0-FF,U+131. */
function lettersIn(text: string): string {
  const codes = text.split(',').flatMap((range) => {
    const [first = 0, last = first] = range
      .replace('U+', '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return String.fromCodePoint(...codes);
}

for (const part of ['latin', 'latin-ext']) {
  const font = await readFile(new URL(`files/atkinson-hyperlegible-next-${part}-wght-normal.woff2`, from));
  for (const [weight, wght] of [
    ['regular', 400],
    ['bold', 700],
  ] as const) {
    const print = await subsetFont(font, lettersIn(ranges[part] ?? ''), { targetFormat: 'sfnt', variationAxes: { wght } });
    await writeFile(new URL(`print-${part}-${weight}.ttf`, to), print);
    console.log(`${part}, ${weight}: ${print.length} bytes for print`);
  }
}
await writeFile(new URL('OFL.txt', to), await readFile(new URL('LICENSE', from)));

const run = promisify(execFile);
const scratch = await mkdtemp(join(tmpdir(), 'fonts-'));
try {
  const { stdout } = await run('npm', ['pack', CHINESE, '--silent', '--pack-destination', scratch]);
  await run('tar', ['-xzf', join(scratch, stdout.trim()), '-C', scratch]);
  const texts = await readFile(new URL('../../content/data/help-in-languages.yml', import.meta.url), 'utf8');
  const signs = [...new Set(texts.match(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/gu))].sort().join('');
  for (const [weight, number] of [
    ['regular', 400],
    ['bold', 700],
  ] as const) {
    const font = await readFile(join(scratch, `package/files/noto-sans-sc-chinese-simplified-${number}-normal.woff2`));
    const print = await subsetFont(font, signs, { targetFormat: 'sfnt' });
    await writeFile(new URL(`print-han-${weight}.ttf`, to), print);
    console.log(`Chinese, ${weight}: ${signs.length} signs, ${print.length} bytes for print`);
  }
  await writeFile(new URL('OFL-noto-sans-sc.txt', to), await readFile(join(scratch, 'package/LICENSE')));
} finally {
  await rm(scratch, { recursive: true });
}
