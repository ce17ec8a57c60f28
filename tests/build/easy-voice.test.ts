import { describe, expect, test } from 'vitest';
import { easyAddress } from '../../src/i18n/paths.ts';
import { recordingOf } from '../../src/voice/recordings.ts';
import { spokenText } from '../../src/voice/spoken-text.ts';
import { bytesOf, fileAt } from '../support/built-site/dist.ts';
import { attribute, closest, type Element, hasClass, textOf } from '../support/built-site/html.ts';
import { type Page, pageAt, plantedPage } from '../support/built-site/pages.ts';
import { world } from '../support/built-site/records.ts';

const MOST_BYTES = 400 * 1024;
/** Less is no sentence. */
const LEAST_BYTES_A_SENTENCE = 500;

const parentIs = (element: Element, ...names: string[]) =>
  element.parentNode !== null && 'tagName' in element.parentNode && names.includes(element.parentNode.tagName);

/** The elements that the page’s script marks one after another; the selector of reader.client.ts. */
function stretches(page: Page): Element[] {
  const within = (element: Element, name: string) => closest(element, (one) => one !== element && hasClass(one, name)) !== undefined;
  return page.elements.filter((one) => {
    if (!within(one, 'easy-read') || within(one, 'reader')) return false;
    if (closest(one, (above) => above !== one && above.tagName === 'section') !== undefined) return false;
    const isChildOfProse = one.parentNode !== null && 'tagName' in one.parentNode && hasClass(one.parentNode, 'prose');
    switch (one.tagName) {
      case 'h1':
        return true;
      case 'h2':
      case 'h3':
      case 'section':
        return isChildOfProse || (one.tagName === 'h2' && within(one, 'answers'));
      case 'span':
        return (
          (parentIs(one, 'p', 'li') && within(one, 'idea')) || (parentIs(one, 'li') && within(one, 'checklist')) || parentIs(one, 'legend')
        );
      default:
        return false;
    }
  });
}

/** Without digits, which are said one by one, and without signs. */
const letters = (text: string) => text.replaceAll(/[^\p{L}]/gu, '');

function audioOf(page: Page | undefined): Element | undefined {
  return page?.named('audio')[0];
}

describe('the rule', () => {
  test('finds planted headings, sentences and cards, and nothing of the reader', () => {
    const page = plantedPage(
      '<article class="easy-read"><h1>A</h1><section class="reader"><p><span>x</span></p></section><div class="prose"><h2>B</h2>' +
        '<div class="idea"><p><span>C <span>c</span></span></p></div><section><h3>D</h3></section></div></article>',
    );
    expect(stretches(page).map((one) => textOf(one))).toEqual(['A', 'B', 'C c', 'D']);
  });
});

describe.each(world().easyRead)('$file', (entry) => {
  const { locale, name, data } = entry;
  const page = pageAt(easyAddress(locale, name, data));
  const recording = recordingOf(entry, world());

  test('has a voice for its present text; else run npm run voice', () => {
    expect(recording).toBeDefined();
    expect(audioOf(page)).toBeDefined();
  });
  test('is heard sentence by sentence as it is printed', () => {
    const printed = page ? stretches(page) : [];
    const spoken = spokenText(entry, world());
    const isCard = (element: Element) => element.tagName === 'section';
    expect(spoken.map(({ kind, text }) => (kind === 'contact' ? '' : letters(text)))).toEqual(
      printed.map((one) => (isCard(one) ? '' : letters(textOf(one)))),
    );
    if (recording && !recording.isPerson) expect(recording.starts).toHaveLength(printed.length);
  });
  test(`has a sound of at most ${MOST_BYTES} bytes that is fetched only to be heard`, () => {
    const audio = audioOf(page);
    const file = fileAt((audio && attribute(audio, 'src')) ?? '');
    const { length } = file === undefined ? Buffer.alloc(0) : bytesOf(file);
    expect(length).toBeLessThanOrEqual(MOST_BYTES);
    expect(length).toBeGreaterThan(LEAST_BYTES_A_SENTENCE * (recording?.starts.length ?? 0));
    expect(audio && [attribute(audio, 'preload'), attribute(audio, 'autoplay')]).toEqual(['none', undefined]);
  });
  test('says who reads it', () => {
    const [section] = page?.elements.filter((one) => hasClass(one, 'reader')) ?? [];
    const words = world().ui[locale][recording?.isPerson ? 'easyRead.reader.person' : 'easyRead.reader.computer'] ?? '';
    expect(section && textOf(section)).toContain(words);
  });
});
