import { describe, expect, test } from 'vitest';
import { isLocale } from '../../src/i18n/locales.ts';
import { attribute, type Element } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, pageAt, plantedPage } from '../support/built-site/pages.ts';
import { ownAddress } from '../support/built-site/records.ts';

function faultOf(link: Element, page: Page): string | undefined {
  const address = ownAddress(attribute(link, 'href') ?? '', page.address)?.split('#')[0];
  const first = address?.split('/')[1];
  const language = pageAt(address ?? '')?.language ?? first;
  if (!isLocale(first)) return undefined;
  const said = attribute(link, 'hreflang');
  if (said !== undefined && said !== language) return `${address} is in ${language}, hreflang says ${said}`;
  return language === page.language || said ? undefined : `${address} is in ${language}, and the link does not say so`;
}

function faults(page: Page): string[] {
  return page.elements.flatMap((element) => (element.tagName === 'a' ? (faultOf(element, page) ?? []) : []));
}

describe('the rule', () => {
  test('finds a planted link that leaves the language', () => expect(faults(plantedPage('<a href="/en/">Help</a>'))).toHaveLength(1));
  test('finds a planted wrong hreflang', () => expect(faults(plantedPage('<a href="/en/" hreflang="ru">Help</a>'))).toHaveLength(1));
  test('passes a link that says where it leads', () => expect(faults(plantedPage('<a href="/en/" hreflang="en">Help</a>'))).toEqual([]));
});

everyPage('leads its reader to other languages only where the link says so', faults, allPages);
