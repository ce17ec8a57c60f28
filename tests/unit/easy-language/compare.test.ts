import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/easy-language/compare.ts';
import { projectRoot } from '../../support/planted.ts';

function textsIn(folder: string) {
  return readdirSync(folder)
    .filter((name) => /^(?!README).*\.(?:txt|md)$/.test(name))
    .map((name) => ({ file: join(folder, name), source: readFileSync(join(folder, name), 'utf8') }));
}

const samples = join(projectRoot, 'tests/fixtures/easy-language');
const seeds = join(projectRoot, '../shared/seeds');
const easy = { name: 'easy', texts: textsIn(join(samples, 'easy')) };

async function scores(official: { file: string; source: string }[]) {
  const { groups } = await compare([{ name: 'official', texts: official }, easy], { language: 'lv' });
  const [bad = [], good = []] = groups.map(({ reports }) => reports);
  return { bad, good };
}

describe('official and easy texts', () => {
  test('are far apart: the best invented official text is below a third of the worst easy one', async () => {
    const { bad, good } = await scores(textsIn(join(samples, 'official')));
    expect(Math.max(...bad.map(({ score }) => score))).toBeLessThan(Math.min(...good.map(({ score }) => score)) / 3);
    expect(Math.min(...bad.map(({ figures }) => figures.lix))).toBeGreaterThan(2 * Math.max(...good.map(({ figures }) => figures.lix)));
  });

  // The source documents may not be part of the project; they stand beside it where it is worked on.
  test.skipIf(!existsSync(seeds))(
    existsSync(seeds) ? 'are far apart in the real documents too' : `real documents: not checked, ${seeds} is not there`,
    { timeout: 60_000 },
    async () => {
      const { bad, good } = await scores(textsIn(seeds));
      expect(bad).toHaveLength(5);
      expect(Math.max(...bad.map(({ score }) => score))).toBeLessThan(20);
      expect(Math.min(...good.map(({ score }) => score))).toBeGreaterThan(90);
    },
  );

  test('stand side by side in one table', async () => {
    const { table } = await compare([easy]);
    const rows = table.split('\n');
    expect(rows[0]).toMatch(/words\/sentence .* LIX .* score/);
    expect(rows.at(-1)).toMatch(/^\| mean of 3 .*\d+ \|$/);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });
});
