import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { easyLines } from '../../../src/markdown/easy-lines.ts';

function render(markdown: string, file = 'content/easy-read/lv/a.mdx'): string {
  return markdownToHtml(markdown, { mdastPlugins: [easyLines], fileURL: new URL(`file:///site/${file}`) }).html.replaceAll(/>\n+/g, '>');
}

describe('easyLines', () => {
  test('makes a line of each line of the source, without forced breaks', () => {
    expect(render('Zvans **nav** dārgs.\nTas ir bez maksas.')).toBe(
      '<div class="idea"><p><span>Zvans <strong>nav</strong> dārgs.</span><span>Tas ir bez maksas.</span></p></div>',
    );
  });

  test('keeps the words of two lines apart for those who hear or copy them', () => {
    const { html } = markdownToHtml('Viens.\nDivi.', { mdastPlugins: [easyLines], fileURL: new URL('file:///content/easy-read/lv/a.mdx') });
    expect(html).toContain('</span>\n<span>');
  });

  test('makes lines in lists and quotations too', () => {
    expect(render('- Gaidiet.\n  Tas ir ilgi.\n\n> Labdien!\n> Lūdzu.')).toBe(
      '<div class="idea"><ul><li><span>Gaidiet.</span><span>Tas ir ilgi.</span></li></ul></div>' +
        '<div class="idea"><blockquote><p><span>Labdien!</span><span>Lūdzu.</span></p></blockquote></div>',
    );
  });

  test('leaves headings outside the ideas', () => {
    expect(render('## Zvans\n\nZvaniet.')).toBe('<h2>Zvans</h2><div class="idea"><p><span>Zvaniet.</span></p></div>');
  });

  test('leaves other pages as they are', () => {
    expect(render('Viens.\nDivi.', 'content/pages/lv/a.mdx')).toBe('<p>Viens.\nDivi.</p>');
  });
});
