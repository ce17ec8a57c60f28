import { readHelpInLanguages } from '../../src/queries/help-in-languages.ts';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/built-site/dist.ts';
import { attribute, elementsIn, isOneOf, textOf } from '../support/built-site/html.ts';
import { everyPage, framedPages, noFaults, type Page, plantedPage, select, smallPages } from '../support/built-site/pages.ts';
import { origin, siteRecord, world } from '../support/built-site/records.ts';

/** A mirror says so, says who runs it and who runs the original, and leads there. The original says nothing of the kind. */
function faults(page: Page, isMirror: boolean): string[] {
  const { official, operator } = siteRecord();
  const { locale } = page;
  const [footer] = select(page, isOneOf('footer'));
  const text = footer ? textOf(footer) : '';
  const words = [world().ui[locale]['mirror.title'] ?? 'mirror.title', official.body[locale], operator.name[locale]];
  const isLinked = footer !== undefined && elementsIn(footer).some((one) => attribute(one, 'href') === official.href);
  if (!isMirror) return text.includes(words[0] ?? '') ? ['calls itself a mirror'] : [];
  return [
    ...words.filter((word) => !text.includes(word)).map((word) => `the footer does not say "${word}"`),
    ...(isLinked ? [] : [`the footer does not lead to ${official.href}`]),
  ];
}

/** The same on the small help pages, in the words of content/data/help-in-languages.yml. */
function smallPageFaults(page: Page, isMirror: boolean): string[] {
  const words = readHelpInLanguages(ROOT).value?.languages.find(({ id }) => id === page.language)?.texts.mirror ?? 'texts.mirror';
  const says = select(page, isOneOf('footer')).some((footer) => textOf(footer).includes(words));
  return says === isMirror ? [] : [isMirror ? `the footer does not say "${words}"` : 'calls itself a mirror'];
}

/** Canonical addresses, feeds and previews of a mirror would otherwise name pages that the original does not have. */
function addressFaults(own: string, official: string, isMirror: boolean): string[] {
  return isMirror && new URL(official).origin === own ? [`the mirror calls ${own} its own address, which is the original’s`] : [];
}

describe('the rule', () => {
  const { official, operator } = siteRecord();
  const notice = `<footer><p>${world().ui.lv['mirror.title']} ${official.body.lv} ${operator.name.lv} <a href="${official.href}">A</a></p></footer>`;

  test('passes a whole notice', () => expect(faults(plantedPage(notice), true)).toEqual([]));
  test('finds a planted lack of it', () => expect(faults(plantedPage('<footer></footer>'), true)).toHaveLength(4));
  test('finds a planted link elsewhere', () =>
    expect(faults(plantedPage(notice.replace(official.href, 'https://example.org/')), true)).toHaveLength(1));
  test('finds a planted small page without the notice', () => {
    expect(smallPageFaults(plantedPage('<html lang="uk"><body><footer></footer></body></html>'), true)).toHaveLength(1);
  });
  test('finds a planted mirror at the address of the original', () => {
    expect(addressFaults('https://a.lv', 'https://a.lv/', true)).toHaveLength(1);
    expect(addressFaults('https://b.lv', 'https://a.lv/', true)).toEqual([]);
  });
  test('finds a planted notice on the original', () => expect(faults(plantedPage(notice), false)).toHaveLength(1));
});

everyPage('says in its footer whether it is a mirror', (page) => faults(page, siteRecord().isMirror), framedPages);
everyPage(
  'says in its footer, in its own language, whether it is a mirror',
  (page) => smallPageFaults(page, siteRecord().isMirror),
  smallPages,
);
test('a mirror stands at another address than the original', () => {
  const { official, isMirror } = siteRecord();
  noFaults(addressFaults(origin(), official.href, isMirror));
});
