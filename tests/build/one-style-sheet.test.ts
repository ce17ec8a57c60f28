import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { policy } from '../support/built-site/dist.ts';
import { everyPage, linksOf, type Page, plantedPage, select, textPages } from '../support/built-site/pages.ts';

function sheets(page: Page): string[] {
  return select(page, ({ tagName }) => tagName === 'style').map(({ childNodes: [node] }) => (node && 'value' in node ? node.value : ''));
}

function faults(page: Page, known: Map<string, string>): string[] {
  const found = sheets(page);
  const linked = linksOf(page, 'stylesheet').length;
  if (linked > 0) return [`${linked} linked style sheets cost a round trip each`];
  if (found.length !== 1) return [`${found.length} style sheets`];
  return found[0] === known.get(page.styleSheet) ? [] : ['has another style sheet than the other pages of its kind'];
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * The style sheet of each kind of page: the site's own, those of pages for people in danger, of the small help pages, of pages in easy language,
 * of sheets to print and of the offline file.
 */
const shared = new Map(textPages.toReversed().flatMap((page) => sheets(page).map((sheet) => [page.styleSheet, sheet] as const)));

describe('the rule', () => {
  const own = new Map([['', 'a{}']]);

  test('passes the shared sheet', () => expect(faults(plantedPage('<style>a{}</style>'), own)).toEqual([]));
  test('finds a planted second sheet', () => expect(faults(plantedPage('<style>a{}</style><style>b{}</style>'), own)).toHaveLength(1));
  test('finds a planted other sheet', () => expect(faults(plantedPage('<style>b{}</style>'), own)).toHaveLength(1));
  test('finds a planted linked sheet', () => {
    expect(faults(plantedPage('<link rel="stylesheet" href="/a.css"><style>a{}</style>'), own)).toHaveLength(1);
  });
  test('finds a planted page without one', () => expect(faults(plantedPage('<p></p>'), own)).toEqual(['0 style sheets']));
});

test('there are at most six style sheets', () =>
  expect([...shared.keys()].filter((name) => !['', 'easy', 'help', 'minimal', 'offline', 'paper'].includes(name))).toEqual([]));
everyPage('carries the one style sheet that all pages of its kind share', (page) => faults(page, shared));
test('the header policy allows those style sheets and no other', () => {
  expect(policy().styleHashes.toSorted()).toEqual([...shared.values()].map(hash).sort());
});
