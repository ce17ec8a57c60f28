import { describe, expect, test } from 'vitest';
import { addressesBy, everyPage, isIndexed, meta, metas, type Page, plantedPage, textPages } from '../support/built-site/pages.ts';

/** What search results show: short enough to be shown whole, long enough to say something. */
const SHORTEST = 50;
const LONGEST = 160;

function lengthFaults(page: Page): string[] {
  const [description, ...more] = metas(page, 'description');
  if (description === undefined) return ['has no description'];
  if (more.length > 0) return ['has more than one description'];
  const { length } = description.trim();
  return length < SHORTEST || length > LONGEST ? [`${length} characters: "${description}"`] : [];
}

function ownDescription(page: Page): string | undefined {
  return isIndexed(page) ? `${page.language}: ${meta(page, 'description')}` : undefined;
}

function twinFaults(page: Page, descriptions: Map<string, string[]>): string[] {
  const twins = descriptions.get(ownDescription(page) ?? '') ?? [];
  return twins.filter((address) => address !== page.address).map((address) => `${address} says the same`);
}

function described(words: string, address?: string): Page {
  return plantedPage(
    `<!DOCTYPE html><html lang="lv"><head><meta name="description" content="${words}"></head><body></body></html>`,
    address,
  );
}

describe('the rule', () => {
  test('finds a planted page without a description', () => expect(lengthFaults(plantedPage('<p></p>'))).toEqual(['has no description']));
  test('finds a planted description that says nothing', () => expect(lengthFaults(described('Jaunumi'))).toHaveLength(1));
  test('finds a planted description that is cut off', () => expect(lengthFaults(described('vārds '.repeat(30)))).toHaveLength(1));
  test('finds a planted second description', () => {
    const [one, two] = [described('Tas pats', '/lv/a/'), described('Tas pats', '/lv/b/')];
    expect(twinFaults(one, addressesBy([one, two], ownDescription))).toEqual(['/lv/b/ says the same']);
  });
});

// Chinese says in 30 signs what Latvian says in 100.
const describedPages = textPages.filter(({ language }) => !language.startsWith('zh'));
everyPage(
  `has a description of ${SHORTEST} to ${LONGEST} characters`,
  (page) => (isIndexed(page) ? lengthFaults(page) : []),
  describedPages,
);
const descriptions = addressesBy(textPages, ownDescription);
everyPage('has a description that no other page of its language has', (page) => twinFaults(page, descriptions));
