import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseYaml } from '../../../src/records/parse-yaml.ts';
import { describeProblem } from '../../../src/records/problem.ts';
import { splitFrontMatter } from '../../../src/records/read-files.ts';

const schema = z.strictObject({ title: z.string().min(3), tags: z.array(z.enum(['a', 'b'])) });
const messages = (text: string, firstLine = 1) => parseYaml('content/x.yml', text, schema, firstLine).problems.map(describeProblem);

describe('parseYaml', () => {
  test('returns the value and the line of each part', () => {
    const parsed = parseYaml('content/x.yml', 'title: abc\ntags:\n  - a\n  - b\n', schema);
    expect(parsed.value).toEqual({ title: 'abc', tags: ['a', 'b'] });
    expect(parsed.lineOf(['tags', 1])).toBe(4);
  });

  test('reports every fault at its line and column, counted from the file', () => {
    expect(messages('title: ab\ntags:\n  - c\n', 2)).toEqual([
      expect.stringMatching(/^content\/x\.yml:2:8: title: .*→ write more/),
      expect.stringMatching(/^content\/x\.yml:4:5: tags\.0: is not one of: a, b → choose one of them/),
    ]);
  });

  test('names a field that is missing or unknown', () => {
    expect(messages('title: abc\n')[0]).toMatch(/tags: is missing/);
    expect(messages('title: abc\ntags: []\ntag: a\n')[0]).toMatch(/^content\/x\.yml:3:\d+: tag: there is no field "tag"/);
  });

  test('names the place of broken YAML', () => {
    expect(messages('title: "abc\n')[0]).toMatch(/^content\/x\.yml:\d+:\d+: is not valid YAML/);
  });
});

describe('splitFrontMatter', () => {
  test('parts fields and text and knows the line of the text', () => {
    expect(splitFrontMatter('---\na: 1\n---\nTeksts\n')).toEqual({ data: 'a: 1', body: 'Teksts\n', bodyLine: 4 });
  });

  test('finds none where the fence is missing', () => {
    expect(splitFrontMatter('a: 1\n')).toBeUndefined();
  });
});
