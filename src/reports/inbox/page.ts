import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { locales } from '../../i18n/locales.ts';
import lv from '../../../content/data/ui/lv.json' with { type: 'json' };
import en from '../../../content/data/ui/en.json' with { type: 'json' };
import ru from '../../../content/data/ui/ru.json' with { type: 'json' };

const STYLE = `:root{color-scheme:light dark}body{font:1.125rem/1.6 Arial,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1.25rem}
textarea{box-sizing:border-box;display:block;width:100%;font:inherit}summary{min-height:2.75rem;font-weight:700}label{display:block;font-weight:700;margin-top:1rem}input,select,button{font:inherit;min-height:2.75rem}article{border-top:4px solid;margin-top:2rem}
dt{font-weight:700;margin-top:1rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.danger{font-weight:700}canvas{display:block;max-width:100%;height:auto}:focus-visible{outline:3px solid;outline-offset:3px}`;

const WORDS = /^(?:inbox\.|report\.(?:field|about)\.|language\.name$)/;

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Bundles the reader into one HTML file that holds its own policy: no network, no script but its own. The same sources give the same bytes. */
export async function writeInboxPage(root: string, file: string): Promise<void> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src/reports/inbox/page.client.ts'), output: { format: 'iife' } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((output) => ('output' in output ? output.output : []));
  const chunk = outputs.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('The reader could not be bundled.');
  const all: Record<string, Record<string, string>> = { lv, en, ru };
  const words = locales.map((locale) => [locale, Object.entries(all[locale] ?? {}).filter(([key]) => WORDS.test(key))] as const);
  const data = JSON.stringify(Object.fromEntries(words.map(([locale, entries]) => [locale, Object.fromEntries(entries)])));
  const script = `globalThis.inboxWords=${data};${chunk.code}`.replaceAll('</', '<\\/');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(STYLE)}; base-uri 'none'; form-action 'none'`;
  const html = `<!doctype html><html lang="lv"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${lv['inbox.title']}</title><style>${STYLE}</style></head><body><script>${script}</script></body></html>\n`;
  await writeFile(file, html);
}
