import { describe, expect, test } from 'vitest';
import { isLocale, type Locale } from '../../../src/i18n/locales.ts';
import { addressWords, pathIn } from '../../../src/i18n/paths.ts';
import { distFiles, textFile } from './dist.ts';
import { attribute, type Element, parseDocument, textOf } from './html.ts';

/** One HTML file of the built site, or a planted one. */
export interface Page {
  /** `/lv/jaunumi/`, `/404.html`. */
  address: string;
  /** The language its address stands for: the first word; Latvian where there is none. */
  locale: Locale;
  html: string;
  /** What `<html lang>` says; other than `locale` on the small help pages. */
  language: string;
  /** The name of its style sheet in `<html data-style-sheet>`; empty on pages with the site's own. */
  styleSheet: string;
  /** A page that only sends its reader on: at an old address, and at `/`. */
  isForwarding: boolean;
  /** In the order of the source. */
  elements: readonly Element[];
  /** The elements of some names, in the order of the source. */
  named: (...names: string[]) => Element[];
}

class ParsedPage implements Page {
  readonly address: string;
  readonly html: string;
  readonly language: string;
  readonly styleSheet: string;
  readonly isForwarding: boolean;
  #elements: Element[] | undefined;
  #byName: Map<string, Element[]> | undefined;

  constructor(address: string, html: string) {
    this.address = address;
    this.html = html;
    const [root = ''] = /<html\b[^>]*>/.exec(html) ?? [];
    this.language = /\slang="([^"]*)"/.exec(root)?.[1] ?? '';
    this.styleSheet = /\sdata-style-sheet="([^"]*)"/.exec(root)?.[1] ?? '';
    this.isForwarding = html.includes('http-equiv="refresh"');
  }

  get locale(): Locale {
    const first = this.address.split('/')[1];
    return isLocale(first) ? first : 'lv';
  }

  get elements(): readonly Element[] {
    return (this.#elements ??= parseDocument(this.html));
  }

  named(...names: string[]): Element[] {
    this.#byName ??= Map.groupBy(this.elements, ({ tagName }) => tagName);
    const [first = '', ...more] = names;
    if (more.length > 0) return this.elements.filter(({ tagName }) => names.includes(tagName));
    return this.#byName.get(first) ?? [];
  }
}

/** A page with a fault, made by a test to see its rule find it. Text without `<html` becomes the body of a whole page. */
export function plantedPage(html: string, address = '/lv/lapa/'): Page {
  const { locale } = new ParsedPage(address, '');
  const isWhole = /<html\b/.test(html);
  return new ParsedPage(
    address,
    isWhole ? html : `<!DOCTYPE html><html lang="${locale}"><head><title>Lapa</title></head><body>${html}</body></html>`,
  );
}

/** Every HTML file. */
export const allPages: readonly Page[] = distFiles
  .filter((file) => file.endsWith('.html'))
  .map((file) => new ParsedPage(`/${file}`.replace(/\/index\.html$/, '/'), textFile(file)));

export const forwardingPages = allPages.filter(({ isForwarding }) => isForwarding);

/** The pages people read: all but the forwarding ones. */
export const textPages = allPages.filter(({ isForwarding }) => !isForwarding);

/** Those of them with the site's frame: header, menu, footer. */
export const framedPages = textPages.filter(({ styleSheet }) => ['', 'easy', 'help', 'paper'].includes(styleSheet));

/** The pages in easy language: in the site's frame, with a style sheet more. */
export const easyPages = textPages.filter((page) => page.styleSheet === 'easy' && !isBooklet(page));

/** All easy pages of a language in one, for paper: as long as they are together. */
export function isBooklet({ address, locale }: Page): boolean {
  return address === pathIn(locale, addressWords.easyRead[locale], addressWords.easyBooklet[locale]);
}

/** The pages of sheets to print: in the site's frame, with a style sheet more. */
export const paperPages = textPages.filter(({ styleSheet }) => styleSheet === 'paper');

/** The help pages in one file to save, one in each language of the site. */
export const offlineFiles = textPages.filter(({ styleSheet }) => styleSheet === 'offline');

/** The small help pages: whole in themselves, in languages that the site does not speak (src/layouts/Minimal.astro). */
export const smallPages = textPages.filter(({ styleSheet }) => styleSheet === 'minimal');

const byAddress = new Map(allPages.map((page) => [page.address, page]));

export function pageAt(address: string): Page | undefined {
  return byAddress.get(address);
}

/** Shows every component in every state to the people who build the site; no reader is led to it. */
export const DESIGN_PAGE = '/lv/par-vietni/dizains/';

export function select(page: Page, fits: (element: Element) => boolean): Element[] {
  return page.elements.filter(fits);
}

/** The content of `<meta name>` or `<meta property>`; undefined where the page has none. */
export function meta(page: Page, name: string): string | undefined {
  const [found] = metas(page, name);
  return found;
}

/** The contents of all `<meta>` of a name. */
export function metas(page: Page, name: string): string[] {
  const found = page.named('meta').filter((one) => (attribute(one, 'name') ?? attribute(one, 'property')) === name);
  return found.map((one) => attribute(one, 'content') ?? '');
}

/** `<link>` elements of one relation. */
export function linksOf(page: Page, relation: string): Element[] {
  return page.named('link').filter((one) => (attribute(one, 'rel') ?? '').split(/\s+/).includes(relation));
}

export function canonicalOf(page: Page): string | undefined {
  const [link] = linksOf(page, 'canonical');
  return link && attribute(link, 'href');
}

/** Addresses of the page in each language by hreflang, `x-default` included. */
export function alternatesOf(page: Page): Map<string, string> {
  const links = linksOf(page, 'alternate').filter((link) => attribute(link, 'hreflang') !== undefined);
  return new Map(links.map((link) => [attribute(link, 'hreflang') ?? '', attribute(link, 'href') ?? '']));
}

export function titleOf(page: Page): string {
  const title = page.named('title').find(({ namespaceURI }) => namespaceURI.endsWith('xhtml'));
  const [text] = title?.childNodes ?? [];
  return text && 'value' in text ? text.value : '';
}

/** Whether search engines may list the page. */
export function isIndexed(page: Page): boolean {
  return !page.isForwarding && !(meta(page, 'robots') ?? '').includes('noindex');
}

/** Addresses of the pages by something that each should have for itself; pages without it are left out. */
export function addressesBy(pages: readonly Page[], key: (page: Page) => string | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const page of pages) {
    const value = key(page);
    if (value !== undefined) found.set(value, [...(found.get(value) ?? []), page.address]);
  }
  return found;
}

const texts = new WeakMap<Page, string>();

/** All text of the body, blocks on lines of their own. */
export function bodyText(page: Page): string {
  let text = texts.get(page);
  if (text === undefined) {
    const [body] = page.named('body');
    texts.set(page, (text = body ? textOf(body) : ''));
  }
  return text;
}

/** One test for each page, named after it. `rule` says in words what is wrong; nothing, when all is well. */
export function everyPage(sentence: string, rule: (page: Page) => string[], pages: readonly Page[] = textPages): void {
  test(`there are pages of which each ${sentence}`, () => expect(pages.length).toBeGreaterThan(0));
  describe.each(pages)('$address', (page) => {
    test(sentence, () => noFaults(rule(page)));
  });
}

/** Fails with what is wrong as its message, which a shortened list would hide. */
export function noFaults(found: readonly string[]): void {
  expect(found, found.join('\n')).toEqual([]);
}
