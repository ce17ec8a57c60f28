import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { legacyUrlFactSchema } from '../../src/schemas/facts/legacy-urls.ts';
import { policy, ROOT } from '../support/built-site/dist.ts';
import { attribute, isOneOf } from '../support/built-site/html.ts';
import {
  canonicalOf,
  everyPage,
  forwardingPages,
  isIndexed,
  meta,
  type Page,
  pageAt,
  plantedPage,
  select,
} from '../support/built-site/pages.ts';
import { newsAddress, ownAddress, world } from '../support/built-site/records.ts';

const FILE = 'seeds/facts/legacy-urls.yml';
const records = z.array(legacyUrlFactSchema).parse(parse(readFileSync(join(ROOT, FILE), 'utf8')));
const rules = policy();

function pathOf(href: string): string {
  return decodeURI(new URL(href).pathname);
}

/** The page a server with the policy answers with: the target of a redirect, else the page itself, its slash added. */
function answerOf(path: string, redirects = rules.redirects): string | undefined {
  const bare = path.length > 1 ? path.replace(/\/$/, '') : path;
  const to = redirects.find(({ from }) => from === bare)?.to;
  const target = to?.split('#')[0] ?? path;
  const page = pageAt(target) ?? pageAt(`${target}/`);
  return page?.isForwarding ? undefined : page?.address;
}

/** Where a host that knows no redirects sends the address: the page that stands there itself. */
function fallbackOf(path: string): string | undefined {
  const page = pageAt(path.endsWith('/') ? path : `${path}/`);
  return page && (page.isForwarding ? refreshOf(page)?.split('#')[0] : page.address);
}

function refreshOf(page: Page): string | undefined {
  const [element] = select(page, (one) => one.tagName === 'meta' && attribute(one, 'http-equiv') === 'refresh');
  return /^0; ?url=(.+)$/.exec((element && attribute(element, 'content')) ?? '')?.[1];
}

/** A forwarding page works by itself, by its link where a browser does not refresh, and hides from search engines. */
function forwardingFaults(page: Page): string[] {
  const to = refreshOf(page) ?? '';
  const target = pageAt(to.split('#')[0] ?? '');
  const links = select(page, isOneOf('a')).map((link) => attribute(link, 'href'));
  const canonical = ownAddress(canonicalOf(page) ?? '/nav');
  return [
    ...(target && !target.isForwarding ? [] : [`leads to "${to}", where no page stands`]),
    ...(links.includes(to) ? [] : ['has no link to where it leads']),
    ...((meta(page, 'robots') ?? '').includes('noindex') ? [] : ['may be indexed']),
    ...(canonical === target?.address ? [] : [`names ${canonical} as the canonical address`]),
  ];
}

describe('the rule', () => {
  const forwarding = (to: string, rest: string) =>
    plantedPage(`<html lang="lv"><head><meta http-equiv="refresh" content="0; url=${to}">${rest}</head></html>`);

  test('finds a planted address that nothing answers', () =>
    expect([answerOf('/lv/nekad-nebija/1'), fallbackOf('/lv/nekad-nebija/1')]).toEqual([undefined, undefined]));
  test('finds a planted redirect to nowhere', () =>
    expect(answerOf('/lv/a/1', [{ from: '/lv/a/1', to: '/lv/nav/', status: 301 }])).toBeUndefined());
  test('finds a planted forwarding page to nowhere', () =>
    expect(forwardingFaults(forwarding('/lv/nav/', ''))).toContain('leads to "/lv/nav/", where no page stands'));
  test('finds a planted forwarding page that may be indexed', () =>
    expect(forwardingFaults(forwarding('/lv/', ''))).toContain('may be indexed'));
});

describe.each(records)('$href', ({ href, newsFact }) => {
  const path = pathOf(href);
  const items =
    newsFact === undefined
      ? []
      : world()
          .news.filter(({ locale, data }) => locale === 'lv' && data.records.includes(newsFact))
          .map(newsAddress);

  test('stands on a host that is served', () => expect(rules.hosts.all).toContain(new URL(href).host));
  test('is answered by a page or a redirect of the server', () => expect(answerOf(path)).toBeDefined());
  test('is answered by a file where a host knows no redirects', () => expect(fallbackOf(path)).toBe(answerOf(path)));
  test.skipIf(newsFact === undefined)('leads to the item that tells of it', () => expect(items).toContain(answerOf(path)));
});

test('there are old addresses to answer', () => expect(records.length).toBeGreaterThanOrEqual(22));
test.each(rules.redirects)('$from leads to a page that may be read', ({ from }) => expect(answerOf(from)).toBeDefined());
test('an address of the old forms that nobody listed leads to a page that helps', () => {
  const page = pageAt(rules.oldAddresses.page ?? '/nav');
  expect(page && isIndexed(page)).toBe(false);
});
everyPage('sends its reader on to a page', forwardingFaults, forwardingPages);
