import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { helpLanguages, helpListPath, helpPagePath, localesFor } from '../../src/queries/help-in-languages.ts';
import type { HelpLanguage } from '../../src/schemas/help-in-languages.ts';
import { policy } from '../support/built-site/dist.ts';
import { attribute, closest, type Element, isOneOf, textOf } from '../support/built-site/html.ts';
import { bodyText, canonicalOf, meta, type Page, pageAt, plantedPage, select, titleOf } from '../support/built-site/pages.ts';
import { origin, siteRecord, world } from '../support/built-site/records.ts';
import { cspHash } from '../../src/hosting/inline-code.ts';

/** A page opens on the weakest connection: all of it, style included, in a few packets. */
const MOST_BYTES = 8_192;

interface HelpPage {
  language: HelpLanguage;
  page: Page;
}

function builtPage(language: HelpLanguage): HelpPage {
  const page = pageAt(helpPagePath(language));
  if (!page) throw new Error(`nothing stands at ${helpPagePath(language)}`);
  return { language, page };
}

const pages = helpLanguages().map(builtPage);

function weightFaults({ page }: HelpPage): string[] {
  const bytes = Buffer.from(page.html);
  const { length } = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const linked = select(
    page,
    (one) => one.tagName === 'img' || attribute(one, 'rel') === 'stylesheet' || attribute(one, 'rel') === 'preload',
  );
  return [...(length <= MOST_BYTES ? [] : [`${length} bytes`]), ...linked.map(({ tagName }) => `fetches a <${tagName}>`)];
}

function languageFaults({ language, page }: HelpPage): string[] {
  const [html] = select(page, isOneOf('html'));
  const said = [html && attribute(html, 'lang'), html && attribute(html, 'dir')];
  const meant = [language.id, language.direction];
  return said.join() === meant.join() ? [] : [`is marked ${said.join()}, not ${meant.join()}`];
}

/** Latvian and English runs on the page are marked as such. */
function runFaults({ language, page }: HelpPage): string[] {
  const runs = select(page, isOneOf('blockquote'));
  const languages = runs.map((run) => attribute(run, 'lang'));
  const wanted = language.id === 'lv' ? [] : ['lv', 'en'];
  return languages.join() === wanted.join() ? [] : [`first words in ${languages.join() || 'no language'}`];
}

function isCall(element: Element): boolean {
  return (attribute(element, 'href') ?? '').startsWith('tel:');
}

function callFaults({ page }: HelpPage): string[] {
  const calls = select(page, isCall).map((call) => attribute(call, 'href'));
  const { helpStrip } = world().navigation?.value ?? {};
  const needed = [helpStrip?.emergency, helpStrip?.helpline, 'lv-116123', 'lv-mfa-24h'].map((id) => {
    const [phone] = world().contacts.find(({ value }) => value.id === id)?.value.phones ?? [];
    return `tel:${phone?.e164 ?? phone?.shortCode}`;
  });
  const missing = needed.filter((href) => !calls.includes(href)).map((href) => `does not dial ${href}`);
  return calls[0] === needed[0] && calls[1] === needed[1] ? missing : [...missing, `dials ${calls.slice(0, 2).join(', ')} first`];
}

function exitFaults({ language, page }: HelpPage): string[] {
  const stops = select(page, (one) => one.tagName === 'a' && attribute(one, 'href') !== undefined);
  const place = stops.findIndex((stop) => attribute(stop, 'data-exit') !== undefined);
  const exit = stops[place];
  if (!exit) return ['has no way out'];
  const relations = (attribute(exit, 'rel') ?? '').split(' ');
  return [
    ...(place <= 1 ? [] : [`the way out is stop ${place + 1} of the Tab key`]),
    ...(attribute(exit, 'href') === language.exitHref ? [] : [`leaves to ${attribute(exit, 'href')}`]),
    ...['noreferrer', 'nofollow'].filter((name) => !relations.includes(name)).map((name) => `rel lacks ${name}`),
    ...(select(page, (one) => attribute(one, 'data-exit-words') !== undefined).length === 1
      ? []
      : ['has no words for the script that leaves']),
  ];
}

function honestyFaults({ language: { reviewed, texts }, page }: HelpPage): string[] {
  const text = bodyText(page);
  const saysSo = text.includes(texts.notReviewed);
  return [
    ...(saysSo === !reviewed ? [] : [reviewed ? 'says that nobody checked it' : 'does not say that nobody checked it']),
    ...(text.includes(texts.mirror) === siteRecord().isMirror ? [] : ['does not say truly whether it is a mirror']),
    ...(text.includes(texts.exitNote) ? [] : ['does not say what leaving leaves behind']),
  ];
}

/** Tab, history and previews name the language and nothing else. */
function neutralFaults({ language: { texts, ownName }, page }: HelpPage): string[] {
  const neutral = `${texts.title} · ${ownName}`;
  const said = [titleOf(page), meta(page, 'og:title'), meta(page, 'og:description')];
  return said.filter((words) => words !== neutral).map((words) => `says "${words}"`);
}

function placeFaults({ language, page }: HelpPage): string[] {
  const address = origin() + helpPagePath(language);
  const links = select(page, (one) => one.tagName === 'a').map((one) => attribute(one, 'href'));
  const leadsBack = links.includes(helpListPath(localesFor(language)[0]));
  return [
    ...(canonicalOf(page) === address ? [] : [`names ${canonicalOf(page)} as its address`]),
    ...(leadsBack ? [] : ['does not lead back to the list']),
  ];
}

/** Placeholders are filled in. */
function leftoverFaults({ page }: HelpPage): string[] {
  return (bodyText(page).match(/[{}]|undefined|\[object/g) ?? []).map((left) => `"${left}" is left in the text`);
}

function styleOf(page: Page): string[] {
  return select(page, isOneOf('style')).map(({ childNodes: [node] }) => (node && 'value' in node ? node.value : ''));
}

const rules: [sentence: string, rule: (one: HelpPage) => string[]][] = [
  [`weighs at most ${MOST_BYTES} bytes with its style, and fetches nothing to be read`, weightFaults],
  ['is marked with its language and direction', languageFaults],
  ['marks the first words of a call with their languages', runFaults],
  ['dials 112 first and the helpline second, and the numbers for night and abroad', callFaults],
  ['offers the way out at the first or second stop of the Tab key', exitFaults],
  ['is honest about review, mirror and history', honestyFaults],
  ['gives nothing away in tab, history and previews', neutralFaults],
  ['has one address and leads back to the list', placeFaults],
  ['has every placeholder filled in', leftoverFaults],
];

describe.each(pages)('the page in $language.id', (one) => {
  test.each(rules)('%s', (_, rule) => expect(rule(one)).toEqual([]));
});

test('all small pages share one style sheet, which the header policy allows', () => {
  const sheets = new Set(pages.flatMap(({ page }) => styleOf(page)));
  expect(sheets.size).toBe(1);
  expect(policy().styleHashes).toContain(cspHash([...sheets][0] ?? ''));
});

describe.each(locales)('the list in %s', (locale) => {
  const list = pageAt(helpListPath(locale));
  const links = list ? select(list, (one) => one.tagName === 'a' && closest(one, isOneOf('main')) !== undefined) : [];

  test('leads to every language by its own name, marked with language and direction', () => {
    const said = links.map((link) => [
      attribute(link, 'href'),
      attribute(link, 'lang'),
      attribute(link, 'hreflang'),
      attribute(link, 'dir'),
      textOf(link),
    ]);
    expect(said).toEqual(
      helpLanguages().map((language) => [helpPagePath(language), language.id, language.id, language.direction, language.ownName]),
    );
  });
});

describe('the rule', () => {
  const [first] = pages;
  if (!first) throw new Error('there is no language in content/data/help-in-languages.yml');
  const planted = (from: string | RegExp, to: string): HelpPage => {
    const html = first.page.html.replace(from, to);
    if (html === first.page.html) throw new Error(`${String(from)} is not on ${first.page.address}`);
    return { ...first, page: plantedPage(html, first.page.address) };
  };
  const noise = Array.from({ length: 9_000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000))).join('');

  test.each<[string, (one: HelpPage) => string[], string | RegExp, string]>([
    ['a heavy page', weightFaults, '<main>', `<main>${noise}`],
    ['a picture', weightFaults, '<main>', '<main><img src="/a.png" alt="">'],
    ['another language', languageFaults, /lang="[^"]+"/, 'lang="xx"'],
    ['another direction', languageFaults, /dir="[^"]+"/, 'dir="auto"'],
    ['unmarked first words', runFaults, '<blockquote lang="lv"', '<blockquote'],
    ['a lost helpline', callFaults, /tel:\+37128612120/g, 'tel:+37100000000'],
    ['another number before 112', callFaults, '<main>', '<main><a href="tel:110">110</a>'],
    ['no way out', exitFaults, 'data-exit>', '>'],
    ['a way out behind others', exitFaults, '<header>', '<header><a href="/a/">A</a><a href="/b/">B</a>'],
    ['a way out that tells where one was', exitFaults, ' noreferrer', ''],
    ['a review that never was', honestyFaults, first.language.texts.notReviewed, ''],
    ['a tab that tells', neutralFaults, /<title>[^<]*/, '<title>Help'],
    ['another address', placeFaults, /rel="canonical" href="[^"]*/, 'rel="canonical" href="https://example.org/'],
    ['a lost list', placeFaults, /<a href="[^"]*"/, '<a href="/"'],
    ['a placeholder', leftoverFaults, '<main>', '<main>{victims}'],
  ])('finds planted %s', (_, rule, from, to) => expect(rule(planted(from, to))).not.toEqual([]));
});
