import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { attribute, closest, type Element, isOneOf, textOf } from '../support/built-site/html.ts';
import { alternatesOf, everyPage, framedPages, isIndexed, type Page, plantedPage, select } from '../support/built-site/pages.ts';
import { origin, ownAddress, world } from '../support/built-site/records.ts';

/** The links of the header to other languages. */
function switchLinks(page: Page): Element[] {
  return select(
    page,
    (one) => one.tagName === 'a' && attribute(one, 'hreflang') !== undefined && closest(one, isOneOf('header')) !== undefined,
  );
}

function faultOf(page: Page, locale: Locale): string | undefined {
  const links = switchLinks(page).filter((link) => attribute(link, 'hreflang') === locale);
  const [link] = links;
  if (!link || links.length > 1) return `${links.length} links to ${locale}`;
  const href = attribute(link, 'href') ?? '';
  const label = attribute(link, 'aria-label') ?? textOf(link);
  const saysMissing = label.includes(world().ui[locale]['language.missing'] ?? 'language.missing');
  const twin = alternatesOf(page).get(locale);
  if (!isIndexed(page)) return undefined;
  if (twin !== undefined && (ownAddress(twin) !== href || saysMissing))
    return `the ${locale} link leads to ${href}, the page is at ${twin}`;
  return twin === undefined && !saysMissing
    ? `the ${locale} link leads to ${href} and does not say that the page is missing there`
    : undefined;
}

function faults(page: Page): string[] {
  return locales.filter((locale) => locale !== page.locale).flatMap((locale) => faultOf(page, locale) ?? []);
}

describe('the rule', () => {
  const twin = `<link rel="alternate" hreflang="en" href="${origin()}/en/page/">`;
  const page = (head: string, english: string) =>
    plantedPage(
      `<html lang="lv"><head>${head}</head><body><header>${english}<a href="/ru/" hreflang="ru" aria-label="RU: ${world().ui.ru['language.missing']}">RU</a></header></body></html>`,
    );

  test('finds a planted switch that leads elsewhere', () =>
    expect(faults(page(twin, '<a href="/en/" hreflang="en">EN</a>'))).toHaveLength(1));
  test('finds a planted switch that hides the lack', () => expect(faults(page('', '<a href="/en/" hreflang="en">EN</a>'))).toHaveLength(1));
  test('finds a planted page without a switch', () => expect(faults(page('', ''))).toEqual(['0 links to en']));
  test('passes a switch to the same page', () => expect(faults(page(twin, '<a href="/en/page/" hreflang="en">EN</a>'))).toEqual([]));
});

everyPage('switches to the same page in each language, or says that there is none', faults, framedPages);
