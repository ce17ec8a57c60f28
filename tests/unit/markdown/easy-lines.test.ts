import { markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { easyLines } from '../../../src/markdown/easy-lines.ts';

async function render(markdown: string, file = 'content/easy-read/lv/a.mdx'): Promise<string> {
  const { html } = await markdownToHtml(markdown, { mdastPlugins: [easyLines], fileURL: new URL(`file:///site/${file}`) });
  return html.replaceAll(/(<\/?(?:div|p|ul|li|blockquote)[^>]*>|<\/h2>)\n+/g, '$1');
}

describe('easyLines', () => {
  test('makes a line of each line of the source, without forced breaks and with the words apart', async () => {
    expect(await render('Zvans **nav** dārgs.\nTas ir bez maksas.')).toBe(
      '<div class="idea"><p><span>Zvans <strong>nav</strong> dārgs.</span>\n<span>Tas ir bez maksas.</span></p></div>',
    );
  });

  test('makes lines in lists and quotations too', async () => {
    expect(await render('- Gaidiet.\n  Tas ir ilgi.\n\n> Labdien!\n> Lūdzu.')).toBe(
      '<div class="idea"><ul><li><span>Gaidiet.</span>\n<span>Tas ir ilgi.</span></li></ul></div>' +
        '<div class="idea"><blockquote><p><span>Labdien!</span>\n<span>Lūdzu.</span></p></blockquote></div>',
    );
  });

  test('leaves headings outside the ideas', async () => {
    expect(await render('## Zvans\n\nZvaniet.')).toBe('<h2>Zvans</h2><div class="idea"><p><span>Zvaniet.</span></p></div>');
  });

  test('leaves the picture of an item before its lines', async () => {
    const { code } = await mdxToJs('- <Picture id="bus" /> Pase.\n  Tā ir Jūsu.\n', {
      mdastPlugins: [easyLines],
      fileURL: new URL('file:///site/content/easy-read/lv/a.mdx'),
    });
    expect(code.replaceAll(/\s+/g, '')).toContain(
      '_components.li,{children:[_jsx(Picture,{id:"bus"}),_jsx(_components.span,{children:"Pase."}),"\\n",_jsx(_components.span,{children:"TāirJūsu."})]}',
    );
  });

  test('leaves other pages as they are', async () => {
    expect(await render('Viens.\nDivi.', 'content/pages/lv/a.mdx')).toBe('<p>Viens.\nDivi.</p>');
  });
});
