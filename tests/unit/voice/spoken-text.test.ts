import { describe, expect, test } from 'vitest';
import { readWorld } from '../../../src/records/world.ts';
import { spokenText } from '../../../src/voice/spoken-text.ts';
import { projectRoot } from '../../support/planted.ts';

const world = readWorld(projectRoot);
const [page] = world.easyRead.filter(({ locale }) => locale === 'lv');

function said(body: string) {
  if (!page) throw new Error('content/easy-read/lv has no page');
  return spokenText({ ...page, body }, world).slice(1);
}

describe('what is read aloud', () => {
  test('begins with the title', () => {
    expect(page && spokenText({ ...page, body: '' }, world)).toEqual([{ kind: 'heading', text: page?.data.title }]);
  });
  test('is one stretch for each heading, line, item and card', () => {
    const body = '## Darbs\n\nJums **nav** jāatbild.\n\n- Pase.\n  Tā ir Jūsu.\n\n> Labdien!\n\n<Contact id="lv-112" isShort />\n';
    expect(said(body).map(({ kind }) => kind)).toEqual(['heading', 'sentence', 'sentence', 'sentence', 'sentence', 'contact']);
    expect(said(body)[1]?.text).toBe('Jums nav jāatbild.');
  });
  test('says numbers digit by digit', () => {
    expect(said('Zvaniet <Phone id="lv-112" />.')).toEqual([{ kind: 'sentence', text: 'Zvaniet 1 1 2.' }]);
  });
  test('is silent about pictures, comments and forms', () => {
    expect(
      said('<Picture id="bus" />\n\n{/* piezīme */}\n\n<PictureAnswers>\n\n- Kur?\n\n</PictureAnswers>\n\n<ReportForm />'),
    ).toHaveLength(1);
  });
  test('says an item without its picture', () => {
    expect(said('- <Picture id="bus" /> Brauciet.')).toEqual([{ kind: 'sentence', text: 'Brauciet.' }]);
  });
  test('says the words of a link, not where it leads', () => {
    expect(said('Lasiet <PageLink to="easy-read/vardi">Vārdi</PageLink>.')[0]?.text).toBe('Lasiet Vārdi.');
  });
  test('stops at a component that it cannot say', () => expect(() => said('Rīgā ir <Weather />.')).toThrow(/cannot be read aloud/));
});
