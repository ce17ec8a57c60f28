import { describe, expect, test } from 'vitest';
import { makeChecker } from '../../../src/media-language/check.ts';
import { languages } from '../../../src/media-language/languages.ts';
import { checkedRules, guides, lists, rules } from '../../../src/media-language/rules.ts';

const { check } = makeChecker(checkedRules(), lists);
const searches = rules.flatMap((rule) => languages.flatMap((language) => (rule[language] ? [{ rule, language, ...rule[language] }] : [])));
const found = (text: string, language: (typeof languages)[number], rule: string) =>
  check(text, language)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ start, end }) => text.slice(start, end));

test('there are at least 60 rules, each with its own name', () => {
  expect(rules.length).toBeGreaterThanOrEqual(60);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
test('every rule speaks Latvian, English and Russian', () => {
  expect(rules.filter((rule) => languages.some((language) => !rule[language])).map(({ id }) => id)).toEqual([]);
});
test('every rule points to a paragraph of the guidelines', () => {
  expect(rules.filter(({ guide }) => !guides[guide]).map(({ id, guide }) => `${id}: ${guide}`)).toEqual([]);
});
test('no paragraph is named that no rule points to', () => {
  expect(Object.keys(guides).filter((guide) => !rules.some((rule) => rule.guide === guide))).toEqual([]);
});

describe.each(searches)('$rule.id in $language', ({ rule, language, hits, passes, instead, say }) => {
  test.each(hits)('finds: %s', (text) => expect(found(text, language, rule.id)).not.toEqual([]));
  test.each(passes)('lets pass: %s', (text) => expect(found(text, language, rule.id)).toEqual([]));
  test.skipIf(rule.wholeText !== undefined)('finds its own example', () => expect(found(instead, language, rule.id)).not.toEqual([]));
  test('offers nothing to avoid', () =>
    expect(check(say, language).findings.map((finding) => `${finding.rule}: ${say.slice(finding.start, finding.end)}`)).toEqual([]));
});
