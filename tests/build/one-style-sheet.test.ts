import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { policy } from '../support/built-site/dist.ts';
import { everyPage, linksOf, type Page, plantedPage, select, textPages } from '../support/built-site/pages.ts';

function sheets(page: Page): string[] {
  return select(page, ({ tagName }) => tagName === 'style').map(({ childNodes: [node] }) => (node && 'value' in node ? node.value : ''));
}

function faults(page: Page, shared: string): string[] {
  const found = sheets(page);
  const linked = linksOf(page, 'stylesheet').length;
  if (linked > 0) return [`${linked} linked style sheets cost a round trip each`];
  if (found.length !== 1) return [`${found.length} style sheets`];
  return found[0] === shared ? [] : ['has another style sheet than the other pages'];
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const [shared = ''] = textPages.slice(0, 1).flatMap(sheets);

describe('the rule', () => {
  test('finds a planted second sheet', () => expect(faults(plantedPage('<style>a{}</style><style>b{}</style>'), 'a{}')).toHaveLength(1));
  test('finds a planted other sheet', () => expect(faults(plantedPage('<style>b{}</style>'), 'a{}')).toHaveLength(1));
  test('finds a planted linked sheet', () =>
    expect(faults(plantedPage('<link rel="stylesheet" href="/a.css"><style>a{}</style>'), 'a{}')).toHaveLength(1));
  test('finds a planted page without one', () => expect(faults(plantedPage('<p></p>'), 'a{}')).toEqual(['0 style sheets']));
});

everyPage('carries the one style sheet that all pages share', (page) => faults(page, shared));
test('the header policy allows that style sheet and no other', () => expect(policy().styleHashes).toEqual([hash(shared)]));
