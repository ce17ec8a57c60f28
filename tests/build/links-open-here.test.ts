import { describe, expect, test } from 'vitest';
import { attribute } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage } from '../support/built-site/pages.ts';

function faults(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const target = attribute(element, 'target') ?? attribute(element, 'formtarget');
    return target === undefined || target === '_self'
      ? []
      : [`<${element.tagName} target="${target}"> ${attribute(element, 'href') ?? ''}`];
  });
}

describe('the rule', () => {
  test('finds a planted new window', () =>
    expect(faults(plantedPage('<a href="https://example.org/" target="_blank">A</a>'))).toHaveLength(1));
  test('finds a planted base for all links', () => expect(faults(plantedPage('<base target="_blank">'))).toHaveLength(1));
});

everyPage('opens no link in a new window', faults, allPages);
