import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { PaperDocument } from '../../../src/paper/document.ts';
import { drawPicture } from '../../../src/paper/pictures.ts';
import { actualTexts } from '../../support/pdf-actual-text.ts';

const look = { weight: 'bold', size: 12, colour: '#1c2029' } as const;

function made(text = 'Zvaniet'): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = new PaperDocument({ title: 'Lapa', lang: 'lv', size: [210, 297], day: '2026-11-21' });
  sheet.decoration(() => drawPicture(sheet, 'fruit/bowl', [10, 10], 100));
  sheet.words('P', 'lv', () => sheet.line(text, 10, 20, look));
  sheet.figure('Bilde', [0, 0, 10, 10], () => sheet.rule([0, 0], [10, 10], { colour: '#000000', dash: [1, 1] }));
  return sheet.bytes();
}

describe('a sheet', () => {
  test('has the same bytes each time it is made', async () =>
    expect(Buffer.from(await made()).equals(Buffer.from(await made()))).toBe(true));
  test('has other bytes for other words', async () =>
    expect(Buffer.from(await made()).equals(Buffer.from(await made('Nezvaniet')))).toBe(false));

  test('says its title, its day and its words, and nothing of the program that made it', async () => {
    const pdf = await getDocumentProxy(await made());
    const info = (await pdf.getMetadata()).info as Record<string, string>;
    expect([info['Title'], info['CreationDate'], info['Language'], info['Producer'] ?? '', info['Creator'] ?? '']).toEqual([
      'Lapa',
      'D:20261121000000Z',
      'lv',
      '',
      '',
    ]);
    expect((await extractText(pdf, { mergePages: true })).text).toBe('Zvaniet');
  });

  test('says which text its signs stand for where they are no letters', async () => {
    const [plain, shaped] = await Promise.all([made(), made('ตลอดคืน (ทุกวัน)')]);
    expect([actualTexts(Buffer.from(plain)), actualTexts(Buffer.from(shaped))]).toEqual([[], ['ตลอดคืน (ทุกวัน)']]);
  });

  test('gives back where a line ends, so that the next word can stand there', () => {
    const sheet = new PaperDocument({ title: 'Lapa', lang: 'lv', size: [210, 297], day: '2026-11-21' });
    const end = sheet.line('Zvaniet', 10, 20, look);
    expect(end).toBeGreaterThan(20);
    expect(end).toBeLessThan(30);
  });
});
