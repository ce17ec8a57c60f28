import { closeSync, openSync, readSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'lightningcss';

/** Style sheets beside the one of the site; their pages name them in `<html data-style-sheet>`. */
export const NAMED_STYLE_SHEETS = ['easy', 'help', 'minimal', 'offline', 'paper'];

/** Of these the ones of pages that open at once on the slowest connection: they carry no rule that none of their pages uses. */
const SLIM = ['easy', 'help'];
const SLIM_PAGE = new RegExp(`<html[^>]* data-style-sheet="(${SLIM.join('|')})"`);

const STYLE = /(<style[^>]*>)([\s\S]*?)(<\/style>)/;
const CLASS_ATTRIBUTE = /\sclass="([^"]*)"/g;
/** What could be the name of a class or a custom property in the text of a script. */
const WORD = /[^\s"'`<>=.,;(){}]+/g;
const CLASS_SELECTOR = /\.((?:\\.|[\w-])+)/g;
const CUSTOM_PROPERTY = /(--[\w-]+)\s*:/g;
const FONT_FACE = /@font-face\{font-family:([^;}]*)[^}]*\}/g;

/** The `<html>` of a page stands within so many bytes. */
const START_BYTES = 256;

/** True for a page whose style sheet is slim: its first paint waits for every byte. */
export function isSlim(page: Buffer): boolean {
  return SLIM_PAGE.test(page.toString('utf8', 0, START_BYTES));
}

/** Six in seven pages are none of these: their first bytes say so. */
function readStart(file: string): string {
  const start = Buffer.alloc(START_BYTES);
  const opened = openSync(file, 'r');
  const length = readSync(opened, start);
  closeSync(opened);
  return start.toString('utf8', 0, length);
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([whole, group]) => group ?? whole);
}

function withoutSymbols(css: string, unusedSymbols: string[]): string {
  return transform({ filename: 'inlined.css', code: Buffer.from(css), minify: true, unusedSymbols }).code.toString();
}

/** `css`, which is minified, without the letters that no rule names. */
function withoutUnusedLetters(css: string): string {
  const rules = css.replace(FONT_FACE, '');
  return css.replace(FONT_FACE, (face, family: string) => (rules.includes(family.replaceAll('"', '')) ? face : ''));
}

/** `css` without the rules of classes, and without the custom properties, that are not among `used`; then without letters that nothing names. */
function slimmed(css: string, used: ReadonlySet<string>): string {
  const classes = new Set(all(css, CLASS_SELECTOR).map((name) => name.replace(/\\(.)/g, '$1')));
  const rules = withoutSymbols(
    css,
    [...classes].filter((name) => !used.has(name)),
  );
  const isRead = (name: string) => rules.includes(`var(${name}`) || used.has(name);
  const unread = all(rules, CUSTOM_PROPERTY).filter((name) => !isRead(name));
  return withoutUnusedLetters(withoutSymbols(rules, unread));
}

/** The names of the classes on a page. */
function classesOf(html: string): string[] {
  return all(html, CLASS_ATTRIBUTE).flatMap((names) => names.replaceAll('&amp;', '&').replaceAll('&gt;', '>').split(/\s+/));
}

/**
 * Takes from the pages of `dist` whose style sheet is slim the rules that no page with it uses, so that each family still shares one sheet.
 * A class that a script could set stays: any word of any script counts. `files` are those of `dist`. Pages are rewritten in place.
 */
export async function slimStyleSheets(dist: string, files: readonly string[]): Promise<void> {
  const scripts = await Promise.all(files.filter((file) => file.endsWith('.js')).map((file) => readFile(join(dist, file), 'utf8')));
  const words = new Set(scripts.flatMap((script) => all(script, WORD)));
  const families = new Map<string, { file: string; html: string }[]>();
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const name = SLIM_PAGE.exec(readStart(join(dist, file)))?.[1];
    if (name === undefined) continue;
    families.set(name, [...(families.get(name) ?? []), { file, html: await readFile(join(dist, file), 'utf8') }]);
  }
  for (const pages of families.values()) {
    const used = new Set([...words, ...pages.flatMap(({ html }) => classesOf(html))]);
    const sheets = new Map<string, string>();
    const rewritten = pages.map(({ file, html }) => {
      const slim = html.replace(STYLE, (_, start: string, css: string, end: string) => {
        sheets.set(css, sheets.get(css) ?? slimmed(css, used));
        return `${start}${sheets.get(css)}${end}`;
      });
      return writeFile(join(dist, file), slim);
    });
    await Promise.all(rewritten);
  }
}
