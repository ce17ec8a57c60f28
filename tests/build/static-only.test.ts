import { describe, expect, test } from 'vitest';
import { attribute } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage } from '../support/built-site/pages.ts';

/** What the header policy would block, or what runs, frames or stores something without a file of ours. */
const BARRED = ['applet', 'base', 'embed', 'frame', 'iframe', 'object', 'portal'];

function faults(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const { tagName, attrs } = element;
    return [
      ...(BARRED.includes(tagName) ? [`<${tagName}>`] : []),
      ...attrs.filter(({ name }) => name === 'style').map(({ value }) => `style="${value}" on <${tagName}>`),
      ...attrs.filter(({ name }) => /^on[a-z]/.test(name)).map(({ name }) => `${name} on <${tagName}>`),
      ...attrs
        .filter(({ value }) => /^\s*(?:javascript|data|vbscript):/i.test(value))
        .map(({ value }) => `${value.slice(0, 30)} on <${tagName}>`),
      ...(tagName === 'link' && attribute(element, 'rel') === 'manifest' ? ['an app manifest'] : []),
    ];
  });
}

describe('the rule', () => {
  test.each([
    '<p style="color:red">A</p>',
    '<p onclick="a()">A</p>',
    '<a href="javascript:a()">A</a>',
    '<iframe src="/a"></iframe>',
    '<img src="data:image/png;base64,AA" alt="">',
    '<svg onload="a()"></svg>',
  ])('finds planted %s', (html) => expect(faults(plantedPage(html))).toHaveLength(1));
});

everyPage('has no style or event attribute, no frame and no code in an address', faults, allPages);
