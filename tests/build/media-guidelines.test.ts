import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../src/i18n/locales.ts';
import { pathIn } from '../../src/i18n/paths.ts';
import { paperSizes } from '../../src/queries/paper-sizes.ts';
import { bytesOf, hasFile, textFile } from '../support/built-site/dist.ts';
import { attribute, closest, type Element, elementsIn, hasClass, isOneOf, textOf } from '../support/built-site/html.ts';
import { type Page, pageAt, plantedPage, select } from '../support/built-site/pages.ts';
import { readPaper, withoutSpaces } from '../support/built-site/paper.ts';
import { world } from '../support/built-site/records.ts';

const FRONT = 'medijiem';
const rules = world().mediaRules.map(({ value }) => value);
const pictures = world().mediaPictures.map(({ value }) => value);

function word(name: string, locale: Locale): string {
  const page = world().pages.find((one) => one.locale === locale && one.name === name);
  return page?.data.urlSlug ?? name;
}

function chapter(name: string, locale: Locale, ...below: string[]): Page | undefined {
  return pageAt(pathIn(locale, ...[FRONT, name, ...below].map((one) => word(one, locale))));
}

/** The part of a page that a rule's anchor names. */
function partOf(page: Page, id: string): Element | undefined {
  return select(page, isOneOf('section')).find((one) => elementsIn(one).some((inner) => attribute(inner, 'id') === id));
}

/** An item of a list to tick. */
function isItem(element: Element): boolean {
  return element.tagName === 'li' && closest(element, (above) => hasClass(above, 'checklist')) !== undefined;
}

function faults(page: Page | undefined, id: string, texts: readonly string[]): string[] {
  const part = page && partOf(page, id);
  if (!part) return [`no page has the rule "${id}"`];
  const heading = elementsIn(part).find((one) => attribute(one, 'id') === id);
  const words = textOf(part);
  return [
    ...(heading?.tagName === 'h2' ? [] : [`"${id}" is not the id of a heading`]),
    ...texts.filter((text) => !words.includes(text)).map((text) => `"${id}" lacks "${text}"`),
  ];
}

describe('the check', () => {
  const whole = '<section><h2 id="a">Title</h2><p>What</p></section>';
  test('passes a whole rule', () => expect(faults(plantedPage(whole), 'a', ['Title', 'What'])).toEqual([]));
  test('finds a planted rule without its reason', () => expect(faults(plantedPage(whole), 'a', ['Why'])).toEqual(['"a" lacks "Why"']));
  test('finds a planted rule without an anchor', () => {
    expect(faults(plantedPage('<section><h2>Title</h2></section>'), 'a', [])).toEqual(['no page has the rule "a"']);
  });
  test('finds a planted anchor that is no heading', () => {
    expect(faults(plantedPage('<section><p id="a">Title</p></section>'), 'a', [])).toEqual(['"a" is not the id of a heading']);
  });
  test('finds a planted page without the rule', () => expect(faults(plantedPage('<p></p>'), 'a', [])).toHaveLength(1));
});

describe.each(locales)('in %s', (locale) => {
  test('every rule stands whole on its page: what, why, a bad and a better example', () => {
    const found = rules.flatMap(({ id, page, title, what, why, avoid, better }) =>
      faults(
        chapter(page, locale),
        id,
        [title, what, why, avoid, better].map((text) => text[locale]),
      ),
    );
    expect(found).toEqual([]);
  });

  test('every example is said to be invented', () => {
    const note = world().ui[locale]['mediaRule.invented'] ?? '';
    const silent = rules.filter(({ id, page }) => {
      const on = chapter(page, locale);
      const part = on && partOf(on, id);
      return !part || !textOf(part).includes(note);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('every free picture is shown with its text alternative and can be downloaded in both formats', () => {
    const page = chapter('atteli', locale, 'brivi-zimejumi');
    const shown = page ? select(page, isOneOf('img')).map((one) => attribute(one, 'alt')) : [];
    const linked = page ? select(page, isOneOf('a')).map((one) => attribute(one, 'href')) : [];
    expect(shown).toEqual(expect.arrayContaining(pictures.map(({ alt }) => alt[locale])));
    expect(linked).toEqual(expect.arrayContaining(pictures.flatMap(({ id }) => [`/medijiem/${id}.svg`, `/medijiem/${id}.png`])));
  });
});

test.each(locales)('the checklist in %s is one sheet of A4 with every item of its page', async (locale) => {
  const { pages, size, text, isTagged, language } = await readPaper(`medijiem/kontrollapa-${locale}.pdf`);
  const page = chapter('kontrollapa', locale);
  const items = page ? select(page, isOneOf('main')).flatMap((main) => elementsIn(main).filter(isItem)) : [];
  expect([pages, ...size, isTagged, language]).toEqual([1, ...paperSizes.a4, true, locale]);
  expect(items.length).toBeGreaterThanOrEqual(18);
  expect(items.map((one) => textOf(one)).filter((item) => !text.includes(withoutSpaces(item)))).toEqual([]);
});

test('there are at least twelve free pictures', () => expect(pictures.length).toBeGreaterThanOrEqual(12));

test.each(pictures.map(({ id }) => id))(
  'the picture %s carries its licence, and no letters that a machine without the font would change',
  (id) => {
    const svg = textFile(`medijiem/${id}.svg`);
    expect(svg).toContain('CC0 1.0');
    expect(svg).not.toContain('<text');
  },
);

test.each(pictures.map(({ id }) => id))('the picture %s is 1800 × 1200 as PNG, with its licence inside', async (id) => {
  expect(hasFile(`medijiem/${id}.png`)).toBe(true);
  const bytes = bytesOf(`medijiem/${id}.png`);
  const { width, height } = await sharp(bytes).metadata();
  expect([width, height]).toEqual([1800, 1200]);
  expect(bytes.includes('CC0 1.0')).toBe(true);
});
