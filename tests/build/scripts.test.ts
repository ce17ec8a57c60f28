import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { bytesOf, fileAt } from '../support/built-site/dist.ts';
import { attribute, type Element } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage, select, textPages } from '../support/built-site/pages.ts';

function faultOf(script: Element): string | undefined {
  if (attribute(script, 'type') === 'application/ld+json') return undefined;
  const src = attribute(script, 'src');
  if (src === undefined) return 'an inline script';
  const file = src.startsWith('/') ? fileAt(src) : undefined;
  if (!file) return `${src} is not a file of this site`;
  if (script.childNodes.length > 0) return `${src} has text besides`;
  const right = `sha384-${createHash('sha384').update(bytesOf(file)).digest('base64')}`;
  const said = attribute(script, 'integrity');
  return said === right ? undefined : `${src} has the integrity ${said}, its file ${right}`;
}

function faults(page: Page): string[] {
  return select(page, ({ tagName }) => tagName === 'script').flatMap((script) => faultOf(script) ?? []);
}

describe('the rule', () => {
  const real = textPages.flatMap((page) => select(page, (one) => attribute(one, 'integrity') !== undefined)).at(0);
  const src = real && attribute(real, 'src');

  test('finds a planted inline script', () => expect(faults(plantedPage('<script>a()</script>'))).toEqual(['an inline script']));
  test('finds a planted script of another host', () =>
    expect(faults(plantedPage('<script src="https://example.org/a.js"></script>'))).toHaveLength(1));
  test('finds a planted script that is not there', () =>
    expect(faults(plantedPage('<script src="/assets/nav.js"></script>'))).toHaveLength(1));
  test('finds a planted wrong hash', () =>
    expect(faults(plantedPage(`<script src="${src}" integrity="sha384-AAAA"></script>`))).toHaveLength(1));
  test('finds a planted lack of the hash', () => expect(faults(plantedPage(`<script src="${src}"></script>`))).toHaveLength(1));
  test('leaves data alone', () => expect(faults(plantedPage('<script type="application/ld+json">{}</script>'))).toEqual([]));
});

everyPage('has only scripts of its own, as files, with the right hash', faults, allPages);
