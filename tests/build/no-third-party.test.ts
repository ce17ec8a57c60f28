import { describe, expect, test } from 'vitest';
import { attribute, type Element } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage } from '../support/built-site/pages.ts';
import { ownAddress } from '../support/built-site/records.ts';

/** Elements that make a browser fetch something by itself, and the attributes that say what. A link waits for its reader. */
const FETCHING: Record<string, string[]> = {
  audio: ['src'],
  embed: ['src'],
  form: ['action'],
  frame: ['src'],
  iframe: ['src'],
  image: ['href', 'xlink:href'],
  img: ['src', 'srcset'],
  input: ['src'],
  link: ['href'],
  object: ['data'],
  script: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  use: ['href', 'xlink:href'],
  video: ['src', 'poster'],
};

function fetchedBy(element: Element): string[] {
  const plain = (FETCHING[element.tagName] ?? []).flatMap((name) =>
    (attribute(element, name) ?? '').split(/\s*,\s*/).map((one) => one.trim().split(/\s+/)[0] ?? ''),
  );
  const pings = attribute(element, 'ping')?.split(/\s+/) ?? [];
  const styled = element.tagName === 'style' ? element.childNodes.flatMap((node) => ('value' in node ? urlsInStyle(node.value) : [])) : [];
  return [...plain, ...pings, ...styled].filter(Boolean);
}

function urlsInStyle(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(([, url, imported]) => url ?? imported ?? '');
}

function faults(page: Page): string[] {
  return page.elements.flatMap((element) =>
    fetchedBy(element)
      .filter((href) => ownAddress(href, page.address) === undefined)
      .map((href) => `<${element.tagName}> fetches ${href}`),
  );
}

describe('the rule', () => {
  test.each([
    '<img src="https://example.org/a.png" alt="">',
    '<img src="/a.png" srcset="/a.png 1x, //example.org/b.png 2x" alt="">',
    '<link rel="preconnect" href="https://fonts.example.org">',
    '<script src="//example.org/a.js"></script>',
    '<style>@import "https://example.org/a.css";</style>',
    '<style>p{background:url(https://example.org/a.png)}</style>',
    '<a href="/lv/" ping="https://example.org/p">A</a>',
    '<form action="https://example.org/"></form>',
    '<svg><use href="https://example.org/a.svg#b"/></svg>',
  ])('finds planted %s', (html) => expect(faults(plantedPage(html))).toHaveLength(1));

  test('leaves links to other sites to their reader', () =>
    expect(faults(plantedPage('<a href="https://example.org/">A</a>'))).toEqual([]));
});

everyPage('fetches nothing from others', faults, allPages);
