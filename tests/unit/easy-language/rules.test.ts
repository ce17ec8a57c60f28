import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint, rules, sources, type Language } from '../../../src/easy-language/index.ts';
import { checkedRules } from '../../../src/easy-language/lint.ts';
import { projectRoot } from '../../support/planted.ts';

/** The examples of `text-length` are short; no other rule asks for the length. */
const length = { least: 7, most: 30 };

async function breaks(rule: string, text: string, language: Language): Promise<boolean> {
  const { findings } = await lint(text, { format: 'markdown', language, length });
  return findings.some((finding) => finding.rule === rule);
}

describe('the rules as data', () => {
  test('are exactly the rules that have a check', () => expect(rules.map(({ id }) => id).sort()).toEqual([...checkedRules].sort()));
  test('rest on named sources', () => {
    const named = rules.flatMap((rule) => rule.sources);
    expect(named.filter((id) => !sources[id])).toEqual([]);
    expect(Object.keys(sources).filter((id) => !named.includes(id))).toEqual([]);
  });
  test('stand in the list of the 51 rules at the numbers they check, and nowhere else', () => {
    const readme = readFileSync(join(projectRoot, 'src/easy-language/README.md'), 'utf8');
    const listed = [...readme.matchAll(/^\| (\d+) \| [^|]* \| ([^|]*) \|$/gm)].flatMap(([, number, checks = '']) =>
      [...checks.matchAll(/`([a-z-]+)`/g)].map(([, id]) => `${id} ${number}`),
    );
    expect(listed.sort()).toEqual(rules.flatMap(({ id, checklist }) => checklist.map((number) => `${id} ${number}`)).sort());
  });
});

describe.each(rules)('$id', (rule) => {
  test('has two wrong and two right examples at least', () => {
    expect(rule.wrong.length).toBeGreaterThanOrEqual(2);
    expect(rule.right.length).toBeGreaterThanOrEqual(2);
  });
  test.each(rule.wrong)('finds %j', async (text) => expect(await breaks(rule.id, text, 'lv')).toBe(true));
  test.each(rule.right)('lets pass %j', async (text) => expect(await breaks(rule.id, text, 'lv')).toBe(false));
  const others = (['en', 'ru'] as const).flatMap((language) => {
    const { wrong = [], right = [] } = rule[language] ?? {};
    return [...wrong.map((text) => ({ language, text, isWrong: true })), ...right.map((text) => ({ language, text, isWrong: false }))];
  });
  if (others.length > 0)
    test.each(others)('says of $language $text: breaks the rule $isWrong', async ({ language, text, isWrong }) =>
      expect(await breaks(rule.id, text, language)).toBe(isWrong),
    );
});
