import { describe, expect, test } from 'vitest';
import { renderNews, type Evidence } from '../../../src/markdown/render-news.ts';

const evidence: Evidence = {
  fact(id) {
    if (id !== '004-leaflets') throw new Error(`"${id}" is not in seeds/facts/figures-*.yml.`);
    return { text: '2500', value: '2500' };
  },
  name: () => ({ text: 'The Human Game', open: '„', close: '”', lang: 'en' }),
};
const render = (markdown: string) => renderNews(markdown, evidence, 'content/news/lv/a.md').trim();

describe('renderNews', () => {
  test('prints a figure so that machines can read it', () => {
    expect(render('Izdalīja :fact[004-leaflets] bukletu.')).toBe('<p>Izdalīja <data value="2500">2500</data> bukletu.</p>');
  });

  test('prints a name with quotation marks and its language', () => {
    expect(render('Spēle :name[game].')).toBe('<p>Spēle „<cite lang="en">The Human Game</cite>”.</p>');
  });

  test('leaves a time of day alone', () => {
    expect(render('Sākums 9:00.')).toBe('<p>Sākums 9:00.</p>');
  });

  test('does not make a list of a paragraph that begins with a year', () => {
    expect(render('2017. gada 29. martā notika sanāksme.')).toBe('<p>2017.\u00a0gada 29.\u00a0martā notika sanāksme.</p>');
    expect(render('16. un 30. maijā notika semināri.')).toBe('<p>16. un 30.\u00a0maijā notika semināri.</p>');
    expect(render('- 30. maijā notika **2. jūnija** seminārs.')).toMatch(
      /<li>30.\u00a0maijā notika <strong>2.\u00a0jūnija<\/strong> seminārs.<\/li>/,
    );
    expect(render('27. un 28. novembrī notika forums.')).toContain('<p>27. un');
    expect(render('- 13. jūnijā;\n- 5. septembrī.')).not.toContain('<ol');
  });

  test('keeps a real numbered list', () => {
    expect(render('1. viens\n2. divi')).toContain('<ol>');
  });

  test.each([
    ['an unknown figure', ':fact[004-leaflet]', '"004-leaflet" is not in seeds'],
    ['an unknown directive', ':video[x]', ':video[x] is unknown'],
    ['an unknown block', '::video[x]', '::video is unknown'],
    ['raw HTML', '<b>x</b>', 'raw HTML is not allowed'],
    ['a picture without alternative text', '![](a.jpg)', 'has no alternative text'],
  ])('stops at %s and names the file', (_fault, markdown, message) => {
    expect(() => render(markdown)).toThrow(message);
    expect(() => render(markdown)).toThrow('content/news/lv/a.md');
  });
});

test('each cell of a table names its column, for rows stacked on a phone', () => {
  const html = render('| Gads | Skaits |\n| --- | --- |\n| a | b |');
  expect(html).toContain('<td data-label="Gads">a</td>');
  expect(html).toContain('<td data-label="Skaits">b</td>');
});
