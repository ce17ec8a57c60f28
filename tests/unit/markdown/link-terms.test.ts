import { describe, expect, test } from 'vitest';
import { termFinder } from '../../../src/glossary/find-terms.ts';
import { latvianForms } from '../../../src/glossary/latvian-forms.ts';
import { linkTerms } from '../../../src/markdown/link-terms.ts';

const names = [
  'vervēšana*',
  'verdzība*',
  'kalpība*',
  'viltība*',
  'ubagošana*',
  'kontrabanda*',
  'prostitūcija*',
  'kompensācija*',
  'patversme*',
];
const find = termFinder(names.map((name) => ({ id: name.slice(0, -1), forms: latvianForms(name) })));
const linked = (html: string) => linkTerms(html, find, (id) => `/lv/g/${id}/`);
const a = (id: string, text: string) => `<a class="term" href="/lv/g/${id}/">${text}</a>`;

describe('the linking of terms', () => {
  test('links the first place only', () => {
    expect(linked('<p>Par vervēšanu.</p><p>Vēl par vervēšanu.</p>')).toBe(
      `<p>Par ${a('vervēšana', 'vervēšanu')}.</p><p>Vēl par vervēšanu.</p>`,
    );
  });
  test('links in lists, tables and inside emphasis', () => {
    expect(linked('<ul><li>ir <strong>verdzība</strong></li></ul>')).toContain(a('verdzība', 'verdzība'));
    expect(linked('<table><tr><td data-label="x">verdzību</td></tr></table>')).toContain(a('verdzība', 'verdzību'));
  });
  test.each([
    ['a link', '<p><a href="/x/">par verdzību</a></p>'],
    ['a heading', '<h2>Par verdzību</h2>'],
    ['a cited name', '<p>Filma „<cite>par verdzību</cite>” ir.</p>'],
    ['a typed quotation', '<p>Filma „par <em>verdzību</em> un” ir.</p>'],
    ['text in another language', '<p><span lang="en">par verdzību</span></p>'],
    ['a contact card', '<section><p>par verdzību</p></section>'],
    ['a summary', '<details><summary>par verdzību</summary></details>'],
    ['a heading cell', '<table><tr><th>par verdzību</th></tr></table>'],
    ['an attribute', '<p title="par verdzību">x</p>'],
  ])('leaves %s alone', (_, html) => expect(linked(html)).toBe(html));
  test('goes on after what it leaves alone', () => {
    expect(linked('<p><a href="/x/">verdzība</a> un verdzība<br>x</p>')).toContain(`un ${a('verdzība', 'verdzība')}`);
  });
  test('stops at eight links', () => {
    const html = `<p>${names.map((name) => `par ${name.slice(0, -1)}`).join(', ')}</p>`;
    expect(linked(html).match(/class="term"/g)).toHaveLength(8);
  });
});
