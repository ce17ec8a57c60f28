import { describe, expect, test } from 'vitest';
import { lineOf, placeholder, readText } from '../../../src/easy-language/read-text.ts';
import { sentencesOf } from '../../../src/easy-language/sentences.ts';

function read(source: string) {
  const text = readText(source, 'markdown', 'lv');
  return { text, sentences: sentencesOf(text).map(({ text: words, block }) => [block.kind, words.replaceAll(/ +/g, ' ')]) };
}

describe('reading Markdown', () => {
  test('keeps every place where it was', () => {
    const source = '---\ntitle: Sākums\nsources:\n  - { id: x }\n---\n\n**Viens** [divi](/x/) <Phone id="a" />.\n';
    const { text } = read(source);
    expect(text.plain).toHaveLength(source.length);
    expect(text.plain.indexOf('divi')).toBe(source.indexOf('divi'));
    expect(lineOf(source, source.indexOf('divi'))).toBe(7);
  });
  test('takes title and description from the head, nothing else', () =>
    expect(read('---\ntitle: Par mums\ndescription: "Mēs palīdzam."\nsources:\n  - { id: abc }\n---\n').sentences).toEqual([
      ['heading', 'Par mums'],
      ['paragraph', 'Mēs palīdzam.'],
    ]));
  test('counts a component inside a sentence as one word and drops one that stands alone', () => {
    expect(read('Zvaniet <Phone id="lv-112" />.').sentences).toEqual([['paragraph', `Zvaniet ${placeholder} .`]]);
    expect(read('<Contact id="lv-112" />').sentences).toEqual([]);
  });
  test('counts no picture', () => {
    expect(read('- <Picture id="bus" /> Brauciet.').sentences).toEqual([['item', 'Brauciet.']]);
  });
  test('reads the title of a notice and the words of a link', () =>
    expect(
      read('<Notice title="Ja draud briesmas" kind="warning">\n\nLasiet <PageLink to="pages/x">par to</PageLink>.\n\n</Notice>').sentences,
    ).toEqual([
      ['heading', 'Ja draud briesmas'],
      ['paragraph', 'Lasiet par to .'],
    ]));
  test('knows headings, items, quotations and cells of a table', () =>
    expect(read('## Virsraksts\n\n- Pirmais.\n- Otrais.\n\n> Citāts.\n\n| a | b |\n| --- | --- |\n| c | d |').sentences).toEqual([
      ['heading', 'Virsraksts'],
      ['item', 'Pirmais.'],
      ['item', 'Otrais.'],
      ['quote', 'Citāts.'],
      ['item', 'a'],
      ['item', 'b'],
      ['item', 'c'],
      ['item', 'd'],
    ]));
  test('leaves out code, comments, imports and expressions', () =>
    expect(read("import X from 'x';\n\n```\nkods\n```\n\n{/* piezīme */}\n\nTeksts {1 + 1} paliek.").sentences).toEqual([
      ['paragraph', 'Teksts paliek.'],
    ]));
});

describe('cutting sentences', () => {
  test('ends none at the full stop of an ordinal or an abbreviation', () =>
    expect(read('Tas bija 2019. gada 3. maijā. Nāciet plkst. 9 u.c. laikā. Labi!').sentences).toHaveLength(3));
  test('ends one before a number and before a quotation', () =>
    expect(read('Tā ir. 112 atbild. „Labdien.” Jā.').sentences).toHaveLength(4));
});

describe('reading plain text', () => {
  test('joins a sentence over the empty line a PDF leaves in it', () => {
    const text = readText('Pirmā rinda beidzas bez\n\npunkta šajā vietā.\n\nOtra rindkopa.', 'text', 'lv');
    expect(sentencesOf(text)).toHaveLength(2);
  });
  test('takes a short line without a full stop for a heading', () =>
    expect(readText('Ievads\n\nŠeit ir teksts.', 'text', 'lv').blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']));
});
