import { describe, expect, test } from 'vitest';
import { addressWords, easyAddress, pathIn } from '../../src/i18n/paths.ts';
import { attribute, closest, type Element, elementsIn, hasClass, textOf } from '../support/built-site/html.ts';
import { easyPages, everyPage, type Page, pageAt, plantedPage } from '../support/built-site/pages.ts';
import { world } from '../support/built-site/records.ts';

const MOST_LINKS = 7;
/** 20 px where the reader has not changed the size of letters. */
const LEAST_REM = 1.25;

/** The text as its editor wrote it. */
function textBlock(page: Page): Element | undefined {
  return page.elements.find((one) => hasClass(one, 'prose') && closest(one, (above) => hasClass(above, 'easy-read')) !== undefined);
}

function isLink({ tagName }: Element): boolean {
  return tagName === 'a';
}

function calls(element: Element): boolean {
  return (attribute(element, 'href') ?? '').startsWith('tel:');
}

/** Paragraphs and items of lists, without those of contact cards. */
function blocksOf(page: Page): Element[] {
  const text = textBlock(page);
  const isOwn = (element: Element) => closest(element, ({ tagName }) => tagName === 'section') === undefined;
  return text ? elementsIn(text).filter((one) => (one.tagName === 'p' || one.tagName === 'li') && isOwn(one)) : [];
}

function lineFaults(page: Page): string[] {
  if (!textBlock(page)) return ['has no text in easy language'];
  return blocksOf(page).flatMap((block) =>
    block.childNodes.flatMap((child) => {
      if (child.nodeName === '#text')
        return 'value' in child && child.value.trim() !== '' ? [`"${child.value}" is on no line of its own`] : [];
      if (!('tagName' in child) || child.tagName !== 'span') return [];
      const line = textOf(child);
      if (elementsIn(child).some(({ tagName }) => tagName === 'br')) return [`a forced break in "${line}"`];
      return /[.!?…]["”»]?\s+["„«]?\p{Lu}/u.test(line) ? [`two sentences on one line: "${line}"`] : [];
    }),
  );
}

function linkFaults(page: Page): string[] {
  const text = textBlock(page);
  const links = text ? elementsIn(text).filter((one) => isLink(one) && !calls(one)) : [];
  return links.length <= MOST_LINKS ? [] : [`${links.length} links in the text: ${links.map((link) => textOf(link)).join(', ')}`];
}

/** The emergency number stands in the first block of the text, and once more after the text. */
function helpFaults(page: Page): string[] {
  const text = textBlock(page);
  const [first] = text ? elementsIn(text) : [];
  const isEmergency = (one: Element) => attribute(one, 'href') === 'tel:112';
  const article = page.elements.find((one) => hasClass(one, 'easy-read'));
  const after = article
    ? elementsIn(article).filter((one) => isEmergency(one) && closest(one, (above) => above === text) === undefined)
    : [];
  return [
    ...(first && elementsIn(first).some(isEmergency) ? [] : ['the first block does not name 112']),
    ...(after.length === 1 ? [] : [`112 stands ${after.length} times after the text`]),
  ];
}

function sizeFaults(page: Page): string[] {
  const css = page
    .named('style')
    .flatMap(({ childNodes }) => childNodes.flatMap((node) => ('value' in node ? [node.value] : [])))
    .join('');
  const [, rule = ''] = /\.easy-read\s*\{([^}]*)\}/.exec(css) ?? [];
  return ['font-size', '--text-small', '--text-h4'].flatMap((property) => {
    const size = new RegExp(`(?:^|[;\\s])${property}:\\s*([\\d.]+)rem`).exec(rule)?.[1];
    return size !== undefined && Number(size) >= LEAST_REM ? [] : [`${property} is ${size ?? 'no length in'} rem`];
  });
}

/** Addresses that a page links to, without its header and footer. */
function targets(page: Page): string[] {
  return page.elements
    .filter((one) => isLink(one) && closest(one, ({ tagName }) => tagName === 'main') !== undefined)
    .map((link) => attribute(link, 'href') ?? '');
}

function addressOf({ locale, name, data }: ReturnType<typeof world>['easyRead'][number]): string {
  return easyAddress(locale, name, data);
}

/** The address of the long page that an easy page names. */
function longAddress({ locale, data }: ReturnType<typeof world>['easyRead'][number]): string {
  const words: string[] = [];
  for (let name: string | undefined = data.longPage.slice('pages/'.length); name !== undefined;) {
    const current: string = name;
    const entry = world().pages.find((one) => one.locale === locale && one.name === current);
    words.unshift(locale === 'lv' ? current : (entry?.data.urlSlug ?? current));
    name = entry?.data.parent;
  }
  return pathIn(locale, ...words);
}

describe('the rule', () => {
  const easy = (text: string, after = '') =>
    plantedPage(`<main><article class="easy-read"><div class="prose">${text}</div>${after}</article></main>`);

  test('finds planted two sentences on one line', () => expect(lineFaults(easy('<p><span>Zvaniet. Gaidiet.</span></p>'))).toHaveLength(1));
  test('finds planted words on no line', () => expect(lineFaults(easy('<ul><li>Zvaniet.</li></ul>'))).toHaveLength(1));
  test('finds a planted forced break', () => expect(lineFaults(easy('<p><span>Zvaniet<br>mums.</span></p>'))).toHaveLength(1));
  test('finds a planted page without text', () => expect(lineFaults(plantedPage('<p>Zvaniet.</p>'))).toHaveLength(1));
  test('passes a sentence with a question in quotation marks', () =>
    expect(lineFaults(easy('<p><span>Jautājiet: „Kā Jūs to saprotat?”</span></p>'))).toEqual([]));
  test('finds a planted eighth link', () => expect(linkFaults(easy('<a href="/lv/">A</a>'.repeat(8)))).toHaveLength(1));
  test('counts no calls as links', () => expect(linkFaults(easy('<a href="tel:112">112</a>'.repeat(8)))).toEqual([]));
  test('finds a planted page without numbers', () => expect(helpFaults(easy('<div><p>Zvaniet.</p></div>'))).toHaveLength(2));
  test('finds planted small letters', () =>
    expect(sizeFaults(plantedPage('<style>.easy-read{--text-small:1rem;--text-h4:1.5rem;font-size:1.3rem}</style>'))).toHaveLength(1));
});

test('every page of content/easy-read is built, and no other', () => {
  expect(easyPages.map(({ address }) => address).sort()).toEqual(world().easyRead.map(addressOf).sort());
});

everyPage('has one sentence on each line', lineFaults, easyPages);
everyPage(`has at most ${MOST_LINKS} links in its text`, linkFaults, easyPages);
everyPage('names the emergency number at its beginning and its end', helpFaults, easyPages);
everyPage(`has letters of at least ${LEAST_REM * 16} px`, sizeFaults, easyPages);
everyPage(
  'is left to the section’s own index by the search',
  (page) => (page.elements.some((one) => attribute(one, 'data-pagefind-body') !== undefined) ? ['is searched'] : []),
  easyPages,
);

describe.each(world().easyRead)('$file', (entry) => {
  const address = addressOf(entry);
  const page = pageAt(address);
  const long = longAddress(entry);

  test('leads to its long page, and the long page back', () => {
    expect(page && targets(page)).toContain(long);
    expect(targets(pageAt(long) ?? plantedPage(''))).toContain(address);
  });
  test('says what readers have found of it', () => {
    const [article] = page?.elements.filter((one) => hasClass(one, 'easy-read')) ?? [];
    const untested = world().ui[entry.locale]['easyRead.untested'] ?? '';
    expect(article && textOf(article).includes(untested)).toBe(entry.data.testers.length === 0);
  });
  test('is on the front of the section', () => {
    const front = pageAt(pathIn(entry.locale, addressWords.easyRead[entry.locale]));
    expect(entry.name === 'index' || (front && targets(front).includes(address))).toBe(true);
  });
});

test('the home page leads to the section in the languages that have it', () => {
  const locales = new Set(world().easyRead.map(({ locale }) => locale));
  for (const locale of locales)
    expect(targets(pageAt(pathIn(locale)) ?? plantedPage(''))).toContain(pathIn(locale, addressWords.easyRead[locale]));
});
