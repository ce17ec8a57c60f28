import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { colours } from '../../../src/paper/colours.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8').split(
  '@media (prefers-color-scheme: dark)',
)[0];

/** Which token each colour of the paper is; `fold` is a line that only paper has. */
const sameAs = {
  ink: 'ink',
  soft: 'ink-soft',
  cut: 'edge',
  emergency: 'danger',
  number: 'primary',
  ground: 'butter',
} as const satisfies Record<Exclude<keyof typeof colours, 'fold'>, string>;

test.each(Object.entries(sameAs))('the %s of the paper is the %s of the pages', (own, token) => {
  expect(tokens).toContain(`--color-${token}: ${colours[own as keyof typeof sameAs]};`);
});
