import { describe, expect, test } from 'vitest';
import { textFile } from '../support/built-site/dist.ts';
import { isIndexed, textPages } from '../support/built-site/pages.ts';
import { origin } from '../support/built-site/records.ts';

function fields(text: string): [name: string, value: string][] {
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  return lines.filter(Boolean).map((line) => {
    const [name = '', ...value] = line.split(':');
    return [name.trim().toLowerCase(), value.join(':').trim()];
  });
}

function faults(text: string, addresses: readonly string[]): string[] {
  const read = fields(text);
  const hidden = read.filter(([name, value]) => name === 'disallow' && value !== '').map(([, value]) => value);
  const maps = read.filter(([name]) => name === 'sitemap').map(([, value]) => value);
  return [
    ...(read[0]?.[0] === 'user-agent' ? [] : ['does not begin with User-agent']),
    ...(maps.length === 1 && maps[0] === `${origin()}/sitemap.xml` ? [] : [`names the sitemap ${maps.join(', ')}`]),
    ...addresses.filter((address) => hidden.some((start) => address.startsWith(start))).map((address) => `hides ${address}`),
  ];
}

const indexed = textPages.filter(isIndexed).map(({ address }) => address);

describe('the rule', () => {
  const right = `User-agent: *\nSitemap: ${origin()}/sitemap.xml\n`;

  test('passes a plain file', () => expect(faults(right, indexed)).toEqual([]));
  test('finds a planted ban on a language', () => expect(faults(`${right}Disallow: /ru/\n`, indexed).length).toBeGreaterThan(0));
  test('finds a planted sitemap without host', () => expect(faults('User-agent: *\nSitemap: /sitemap.xml\n', indexed)).toHaveLength(1));
});

test('robots.txt names the sitemap and hides no page that may be indexed', () =>
  expect(faults(textFile('robots.txt'), indexed)).toEqual([]));
