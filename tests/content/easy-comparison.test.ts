import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lint } from '../../src/easy-language/index.ts';
import { readWorld } from '../../src/records/world.ts';
import { projectRoot } from '../support/planted.ts';

const seeds = join(projectRoot, '../shared/seeds');

// The source documents may not be part of the project; they stand beside it where it is worked on.
test.skipIf(!existsSync(seeds))(
  existsSync(seeds) ? 'the official documents measure as their records say' : `official documents: not measured, ${seeds} is not there`,
  { timeout: 60_000 },
  async () => {
    for (const { value } of readWorld(projectRoot).easyComparison) {
      const file = readdirSync(seeds).find((name) => name.startsWith(`${value.id}_`)) ?? '';
      const { figures, score } = await lint(readFileSync(join(seeds, file), 'utf8'), { file, language: 'lv' });
      const { words, meanSentence, longWords, lix } = figures;
      expect({ words, wordsPerSentence: meanSentence.toFixed(1), longWords: Math.round(longWords), lix: Math.round(lix), score }).toEqual({
        words: value.words,
        wordsPerSentence: value.wordsPerSentence.toFixed(1),
        longWords: value.longWords,
        lix: value.lix,
        score: value.score,
      });
    }
  },
);
