import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../records/problem.ts';
import type { TextEntry } from '../../records/world.ts';
import type { Rule } from '../rule.ts';
import { archiveTexts, glossaryTexts, wordsOnly } from '../texts.ts';

const shingleLength = 12;

export const notCopied: Rule = {
  promise: 'No twelve words in a row are a sentence of a source document (checked where the documents stand beside the project).',
  check(world) {
    const folder = join(world.root, '../shared/seeds');
    if (!existsSync(folder)) return [];
    const copied = new Set(
      readdirSync(folder)
        .filter((name) => /^\d{3}_.*\.txt$/.test(name))
        .flatMap((name) => shingles(words(readFileSync(join(folder, name), 'utf8'))).map(({ text }) => text)),
    );
    const terms = glossaryTexts(world).map(({ file, text }) => ({ file, body: text }));
    return [...world.news, ...world.pages, ...world.easyRead, ...archiveTexts(world), ...terms].flatMap((entry) =>
      hits(entry, copied).slice(0, 1),
    );
  },
};

function hits({ file, body }: Pick<TextEntry<unknown>, 'file' | 'body'>, copied: Set<string>): Problem[] {
  // A pointer breaks a sentence into runs, so that quoted titles do not count.
  return wordsOnly(body.replaceAll(/:(?:fact|name)\[[^\]]*\]|<(?:Fact|Name)[^>]*>/g, ' § '))
    .split('§')
    .flatMap((run) => shingles(words(run)))
    .filter(({ text }) => copied.has(text))
    .map(({ text }) => ({ file, message: `copies a source document: "${text}"`, remedy: 'say it in your own words' }));
}

function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function shingles(of: string[]): { text: string }[] {
  return of.slice(shingleLength - 1).map((_, index) => ({ text: of.slice(index, index + shingleLength).join(' ') }));
}
