import { describe, expect, test } from 'vitest';
import { attribute } from '../support/built-site/html.ts';
import { fileAt, textFile } from '../support/built-site/dist.ts';
import { allPages, everyPage, type Page, pageAt, plantedPage } from '../support/built-site/pages.ts';
import { ownAddress, siteRecord } from '../support/built-site/records.ts';

const ADDRESSES = ['action', 'href', 'poster', 'src'];

/** The original, wherever it stands; mirror-notice.test.ts asks that it is not here. */
const official = siteRecord().official.href;

/** Every address inside this site that a page names, resolved against its own. Addresses in metadata count too. */
function namedAddresses(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const plain = ADDRESSES.flatMap((name) => attribute(element, name) ?? []);
    const sized = (attribute(element, 'srcset') ?? '').split(',').flatMap((one) => one.trim().split(/\s+/)[0] || []);
    return [...plain, ...sized].filter((href) => href !== official).flatMap((href) => ownAddress(href, page.address) ?? []);
  });
}

function faultOf(address: string, page: Page): string | undefined {
  const [path = '', fragment] = address.split('#');
  // The report endpoint's, which no file answers; tests/unit/reports asks it.
  if (path.startsWith('/api/')) return undefined;
  const target = path === page.address ? page : pageAt(path);
  if (!target && fileAt(path) === undefined) return `nothing stands at ${path}`;
  if (target?.isForwarding && !page.isForwarding) return `${path} only sends the reader on; link to where it leads`;
  if (!fragment) return undefined;
  if (path.endsWith('.svg'))
    return textFile(fileAt(path) ?? '').includes(`<view id="${fragment}"`) ? undefined : `${path} has no view ${fragment}`;
  const hasId = target?.elements.some((element) => attribute(element, 'id') === decodeURIComponent(fragment));
  return hasId ? undefined : `${path} has nothing with the id ${fragment}`;
}

function faults(page: Page): string[] {
  return [...new Set(namedAddresses(page))].flatMap((address) => faultOf(address, page) ?? []);
}

describe('the rule', () => {
  test.each([
    ['a link to nowhere', '<a href="/lv/nekur/">A</a>', 'nothing stands at /lv/nekur/'],
    ['a link without the slash at its end', '<a href="/lv">A</a>', 'nothing stands at /lv'],
    ['a picture that is not there', '<img src="/nav.png" alt="">', 'nothing stands at /nav.png'],
    ['a fragment of another page', '<a href="/lv/#nav-te">A</a>', '/lv/ has nothing with the id nav-te'],
    ['a fragment of its own', '<a href="#nav-te">A</a>', '/lv/lapa/ has nothing with the id nav-te'],
    ['a detour', '<a href="/">A</a>', '/ only sends the reader on; link to where it leads'],
  ])('finds planted: %s', (_, html, fault) => expect(faults(plantedPage(html))).toEqual([fault]));

  test('leaves other sites and phones alone', () =>
    expect(faults(plantedPage('<a href="https://example.org/x">A</a><a href="tel:112">B</a>'))).toEqual([]));
});

everyPage('has no broken link or fragment inside the site', faults, allPages);
