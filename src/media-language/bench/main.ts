/**
 * `npm run bench:media`: false findings on the source documents (judged by hand) and on our own texts, size of the browser's module, time for
 * 200 KB in Chromium slowed down six times. Ends with 1 if the module or the time is over its bar, or a finding has not been judged.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from 'playwright';
import { build } from 'vite';
import { parse } from 'yaml';
import { z } from 'zod';
import { median, table } from '../../bench/table.ts';
import { mediaRules } from '../../integrations/media-rules.ts';
import { checkedRules, formatOf, languages, lists, makeChecker, readersText, rules, type Language } from '../index.ts';

const root = join(import.meta.dirname, '../../..');
/** Where the official documents stand, or `npm run bench:media -- FOLDER`. */
const documents = process.argv[2] ?? join(root, '../shared/seeds');
const MOST_BYTES = 30 * 1024;
const MOST_MILLISECONDS = 200;
const SLOWDOWN = 6;
const TEXT_BYTES = 200 * 1024;
const RUNS = 5;

const judgedSchema = z.array(
  z.strictObject({
    document: z.string(),
    rule: z.string(),
    excerpt: z.string(),
    is: z.enum(['right', 'wrong']),
    because: z.string().optional(),
  }),
);
const judged = judgedSchema.parse(parse(readFileSync(join(import.meta.dirname, 'judged.yml'), 'utf8')));
const { check } = makeChecker(checkedRules(), lists);

/** The official documents, where they stand beside the project. */
function officialTexts(): { document: string; text: string }[] {
  if (!existsSync(documents)) return [];
  return readdirSync(documents)
    .filter((name) => /^\d{3}_.*\.txt$/.test(name))
    .sort()
    .map((name) => ({ document: name.slice(0, 3), text: readFileSync(join(documents, name), 'utf8').normalize('NFC') }));
}

function wordsIn(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

function perTenThousand(count: number, words: number): string {
  return words === 0 ? '–' : ((count / words) * 10_000).toFixed(1);
}

/** A row of the table for the documents, and the findings that nobody has judged. */
function onDocuments(): { rows: string[][]; unjudged: string[] } {
  const unjudged: string[] = [];
  const rows = officialTexts().map(({ document, text }) => {
    const words = wordsIn(text);
    const findings = check(text, 'lv').findings.map(({ rule, start, end }) => ({
      rule,
      excerpt: text.slice(start, end).replaceAll(/\s+/g, ' '),
    }));
    const verdicts = findings.map(({ rule, excerpt }) => {
      const verdict = judged.find((one) => one.document === document && one.rule === rule && one.excerpt === excerpt)?.is;
      if (!verdict) unjudged.push(`${document} ${rule}: „${excerpt}”`);
      return verdict;
    });
    const wrong = verdicts.filter((verdict) => verdict === 'wrong').length;
    return [`document ${document} (lv)`, String(words), String(findings.length), String(wrong), perTenThousand(wrong, words)];
  });
  return { rows, unjudged };
}

/** Our own texts were written by the guidelines: whatever is found in them (but the missing helpline, which the frame of the page has) counts as wrong. */
function onOwnTexts(language: Language): string[] {
  const kinds = ['news', 'pages', 'easy-read', 'campaigns', 'projects', 'publications'].map((kind) =>
    join(root, 'content', kind, language),
  );
  const texts = kinds
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .map((file) => readersText(readFileSync(file, 'utf8').normalize('NFC'), formatOf(file)));
  const words = texts.reduce((sum, text) => sum + wordsIn(text), 0);
  const found = texts.flatMap((text) => check(text, language).findings.filter(({ category }) => category !== 'help')).length;
  return [`our own texts (${language})`, String(words), String(found), String(found), perTenThousand(found, words)];
}

/** The module that the Latvian page fetches. */
async function browserModule(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [mediaRules()],
    build: {
      write: false,
      modulePreload: false,
      target: 'es2020',
      rolldownOptions: {
        input: 'src/components/headline/checker-lv.client.ts',
        preserveEntrySignatures: 'exports-only',
        output: { format: 'es' },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs.flatMap((output) => ('output' in output ? output.output : [])).find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('nothing was built from checker-lv.client.ts');
  return chunk.code;
}

/** 200 KB of the official documents; where they are absent, of the rules' examples over and over. */
function longText(): string {
  const texts = officialTexts().map(({ text }) => text);
  const source = texts.length > 0 ? texts.join('\n') : rules.flatMap(({ lv }) => [...(lv?.hits ?? []), ...(lv?.passes ?? [])]).join('\n');
  const bytes = Buffer.from(source.repeat(Math.ceil(TEXT_BYTES / Buffer.byteLength(source))));
  return bytes.subarray(0, TEXT_BYTES).toString('utf8');
}

interface Times {
  first: number;
  median: number;
}

/** Milliseconds of a check in Chromium slowed down: the first, and the median of all. */
async function timed(code: string, text: string): Promise<Times> {
  const executablePath = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const times = await page.evaluate(
      async ([source, words, runs]) => {
        const module = (await import(source)) as { checker: { check: (text: string, language: string) => unknown } };
        // As the page does while the text is being written.
        module.checker.check('', 'lv');
        return Array.from({ length: runs }, () => {
          const start = performance.now();
          module.checker.check(words, 'lv');
          return performance.now() - start;
        });
      },
      [`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`, text, RUNS] as const,
    );
    return { first: times[0] ?? NaN, median: median(times) };
  } finally {
    await browser.close();
  }
}

const { rows, unjudged } = onDocuments();
console.log(table(['text', 'words', 'found', 'wrong', 'wrong a 10,000 words'], [...rows, ...languages.map(onOwnTexts)]));
for (const one of unjudged) console.log(`not judged: ${one}. Write the verdict into src/media-language/bench/judged.yml.`);
const code = await browserModule();
const bytes = brotliCompressSync(Buffer.from(code), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const { first, median: usual } = await timed(code, longText());
console.log(`\nmodule: ${bytes} bytes brotli of ${MOST_BYTES}`);
console.log(
  `200 KB at ${SLOWDOWN} × CPU: ${first.toFixed(0)} ms the first time, ${usual.toFixed(0)} ms median of ${RUNS}, of ${MOST_MILLISECONDS}`,
);
process.exitCode = bytes <= MOST_BYTES && usual <= MOST_MILLISECONDS && unjudged.length === 0 ? 0 : 1;
