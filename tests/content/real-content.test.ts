import { describe, expect, test } from 'vitest';
import { rules } from '../../src/gate/rules.ts';
import { describeProblem } from '../../src/records/problem.ts';
import { readWorld } from '../../src/records/world.ts';
import { projectRoot } from '../support/planted.ts';

const world = readWorld(projectRoot);
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());

describe('the content of this site', () => {
  test('Every file and record has the form its schema asks for.', () => {
    expect(world.problems.map(describeProblem)).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.promise, rule] as const))('%s', async (_promise, { check }) => {
    expect((await check(world, { today })).map(describeProblem)).toEqual([]);
  });
});
