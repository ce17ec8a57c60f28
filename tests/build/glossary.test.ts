import { describe, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { addressWords, pathIn } from '../../src/i18n/paths.ts';
import { paperSizes } from '../../src/queries/paper-sizes.ts';
import { glossaryParts } from '../../src/schemas/glossary.ts';
import { textFile } from '../support/built-site/dist.ts';
import { attribute, closest, hasClass, isOneOf } from '../support/built-site/html.ts';
import {
  bodyText,
  easyPages,
  everyPage,
  noFaults,
  type Page,
  pageAt,
  plantedPage,
  select,
  textPages,
  titleOf,
} from '../support/built-site/pages.ts';
import { readPaper, withoutSpaces } from '../support/built-site/paper.ts';
import { siteRecord, world } from '../support/built-site/records.ts';
import { tbxFaults } from '../support/built-site/tbx.ts';
import { parseXml, type XmlElement } from '../support/built-site/xml.ts';

const mostLinks = 8;
const terms = world().glossary.map(({ value }) => value);
const addresses = new Map(
  terms.flatMap((term) =>
    locales.map((locale) => [
      pathIn(locale, addressWords.glossary[locale], locale === 'lv' ? term.id : term.urlSlug[locale]),
      { term, locale },
    ]),
  ),
);
const notInside = isOneOf('h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'cite', 'button', 'summary', 'nav', 'header', 'footer');

function termLinks(page: Page) {
  return select(page, (element) => element.tagName === 'a' && hasClass(element, 'term'));
}

function linkFaults(page: Page): string[] {
  const links = termLinks(page);
  const hrefs = links.map((link) => attribute(link, 'href') ?? '');
  return [
    ...links
      .filter((link) => closest(link, (above) => above !== link && (above.tagName === 'a' || notInside(above))))
      .map((link) => `a term is linked inside a heading, link or name: ${attribute(link, 'href')}`),
    ...hrefs.filter((href) => addresses.get(href)?.locale !== page.locale).map((href) => `${href} is no term of this language`),
    ...(hrefs.length > mostLinks ? [`${hrefs.length} links to terms`] : []),
    ...(new Set(hrefs).size < hrefs.length ? ['a term is linked twice'] : []),
    ...(hrefs.includes(page.address) ? ['links to itself'] : []),
  ];
}

describe('the rule', () => {
  const [address = ''] = addresses.keys();
  const link = `<a class="term" href="${address}">x</a>`;
  test('passes a link in a sentence', () => expect(linkFaults(plantedPage(`<p>${link}</p>`))).toEqual([]));
  test.each([
    ['in a heading', `<h2>${link}</h2>`],
    ['in a name', `<p><cite>${link}</cite></p>`],
    ['twice', `<p>${link} ${link}</p>`],
    ['to another language', `<p>${link.replace('/lv/', '/en/')}</p>`],
    ['to itself', `<p>${link}</p>`, address],
  ])('finds a planted link %s', (_, html, at = '/lv/lapa/') => expect(linkFaults(plantedPage(html, at))).toHaveLength(1));
});

everyPage('links terms once, at most eight, and only in running text of its language', linkFaults);

test('terms are linked on many pages of each language', () => {
  const withLinks = Map.groupBy(
    textPages.filter((page) => termLinks(page).length > 0),
    ({ locale }) => locale,
  );
  for (const [locale, least] of [
    ['lv', 150],
    ['en', 8],
    ['ru', 8],
  ] as const)
    expect(withLinks.get(locale)?.length, locale).toBeGreaterThanOrEqual(least);
});

test('no page in easy language or with a neutral tab links a term', () => {
  const neutral = textPages.filter((page) => titleOf(page).endsWith(siteRecord().neutralName[page.locale]));
  noFaults([...easyPages, ...neutral].filter((page) => termLinks(page).length > 0).map(({ address }) => address));
});

describe('the glossary', () => {
  test('has at least 70 terms in six parts', () => {
    expect(terms.length).toBeGreaterThanOrEqual(70);
    expect(new Set(world().glossary.map(({ part }) => part)).size).toBe(glossaryParts.length);
  });

  test('shows all levels and names of each term on its page', () => {
    const missing = [...addresses].flatMap(([address, { term, locale }]) => {
      const page = pageAt(address);
      if (!page) return [`${address} is not built`];
      const shown = bodyText(page).replaceAll('\u00a0', ' ');
      const wanted = [term.plain[locale], term.law?.[locale], ...locales.map((other) => term.term[other])].filter(
        (text) => text !== undefined,
      );
      return wanted.filter((text) => !shown.toLowerCase().includes(text.toLowerCase())).map((text) => `${address} lacks "${text}"`);
    });
    noFaults(missing);
  });

  test('describes each term to machines', () => {
    const bare = [...addresses.keys()].filter((address) => {
      const scripts = select(pageAt(address) ?? plantedPage(''), (one) => attribute(one, 'type') === 'application/ld+json');
      return !scripts.some(({ childNodes: [node] }) => node && 'value' in node && node.value.includes('"DefinedTerm"'));
    });
    noFaults(bare);
  });
});

describe('the files', () => {
  const csv = textFile('glosarijs.csv');
  const json = JSON.parse(textFile('glosarijs.json')) as { terms: { id: string }[] };
  const tbx = parseXml(textFile('glosarijs.tbx'));

  test('hold the same terms', () => {
    const ids = terms.map(({ id }) => id).sort();
    const rows = csv
      .replace(/^\ufeff/, '')
      .split('\r\n')
      .slice(1, -1);
    expect(rows.map((row) => row.split(',')[0]).sort()).toEqual(ids);
    expect(json.terms.map(({ id }) => id).sort()).toEqual(ids);
    expect(
      below(tbx, 'conceptEntry')
        .map(({ attributes }) => attributes.get('id'))
        .sort(),
    ).toEqual(ids);
  });

  test('hold valid TBX-Basic', () => noFaults(tbxFaults(tbx)));
  test('hold what one looks up in a term as references', () => {
    const references = below(tbx, 'conceptEntry').flatMap(({ attributes, children }) =>
      children.filter(({ name }) => name === 'ref').map((ref) => `${attributes.get('id')} → ${ref.attributes.get('target')}`),
    );
    expect(references.sort()).toEqual(terms.flatMap(({ id, seeAlso }) => seeAlso.map((other) => `${id} → ${other}`)).sort());
  });
});

test.each(locales)('the printed glossary in %s holds every term, its names and its plain explanation', async (locale) => {
  const { text, size, language, isTagged } = await readPaper(`glosarijs/glosarijs-${locale}.pdf`);
  expect([...size, language, isTagged]).toEqual([...paperSizes.a4, locale, true]);
  const printed = text.toLowerCase();
  const wanted = terms.flatMap(({ term, plain }) => [...locales.map((other) => term[other]), plain[locale]]);
  noFaults(wanted.filter((words) => !printed.includes(withoutSpaces(words).toLowerCase())));
});

describe('the check of TBX', () => {
  const whole = (entry: string) =>
    parseXml(
      `<tbx style="dca" type="TBX-Basic" xml:lang="lv" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><titleStmt><title>a</title></titleStmt><sourceDesc><p>b</p></sourceDesc></fileDesc></tbxHeader><text><body>${entry}</body></text></tbx>`,
    );
  const field = '<descrip type="subjectField">c</descrip>';
  const term = '<termSec><term>d</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>';
  const section = `<langSec xml:lang="lv"><descripGrp><descrip type="definition">e</descrip></descripGrp>${term}</langSec>`;
  const entry = `<conceptEntry id="f">${field}${section}</conceptEntry>`;

  test('passes a whole file', () => expect(tbxFaults(whole(entry))).toEqual([]));
  test.each([
    ['an entry without an id', entry.replace(' id="f"', '')],
    ['an id twice', entry + entry],
    ['an id that begins with a digit', entry.replace('"f"', '"1f"')],
    ['an entry without a language', entry.replace(section, '')],
    ['a language without a term', entry.replace(term, '')],
    ['an empty term', entry.replace('<term>d</term>', '<term></term>')],
    ['a status that does not exist', entry.replace('preferredTerm', 'bestTerm')],
    ['a kind that does not exist', entry.replace('"subjectField"', '"subject"')],
    ['a definition in a wrong place', entry.replace(field, '<descrip type="definition">c</descrip>')],
    ['an element that does not exist', entry.replace('<term>d</term>', '<term>d</term><word>x</word>')],
    ['a reference that leads nowhere', entry.replace(field, `${field}<ref type="crossReference" target="g">g</ref>`)],
  ])('finds planted: %s', (_, planted) => expect(tbxFaults(whole(planted))).not.toEqual([]));
});

function below(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)]);
}
