import { describe, expect, test } from 'vitest';
import { easyAddress, pathIn } from '../../src/i18n/paths.ts';
import { locales } from '../../src/i18n/locales.ts';
import { contactPages, countryPages } from '../support/built-site/help.ts';
import { alternatesOf, everyPage, meta, type Page, pageAt, plantedPage, textPages, titleOf } from '../support/built-site/pages.ts';
import { ownAddress, siteRecord, world } from '../support/built-site/records.ts';

/**
 * Latvian file names of content/pages whose readers may be watched: safe use, where to find help, reporting. What tab, history
 * and a shared address say of them must not give the reader away.
 */
const DELICATE = /^(?:drosa-|kur-meklet|palidz|zino(?:t|jum|sana)|anonim|ja-esi|izklust|bistam)/;

/** Words that tell what the page is about, in the three languages. */
const TELLING =
  /palīdz|glāb|droš|briesm|ziņot|ziņojum|upur|cietuš|tirdzniec|vardarb|policij|help|rescue|safe|danger|report|victim|traffick|violence|police|escape|помощ|спас|безопасн|опасн|сообщ|жертв|пострада|торговл|насили|полици/i;

/** What messengers show beside a shared address. The address itself cannot be neutral: readers must be able to tell pages apart. */
const SHARED = ['og:title', 'og:description', 'og:site_name', 'og:image:alt'];

function faults(page: Page): string[] {
  const said = { title: titleOf(page), ...Object.fromEntries(SHARED.map((name) => [name, meta(page, name) ?? ''])) };
  const telling = Object.entries(said).flatMap(([where, words]) => (TELLING.test(words) ? [`${where} tells: "${words}"`] : []));
  const neutral = ` · ${siteRecord().neutralName[page.locale]}`;
  const image = ownAddress(meta(page, 'og:image') ?? '/nav');
  return [
    ...telling,
    ...(said.title.endsWith(neutral) ? [] : [`the title does not end in "${neutral}"`]),
    ...(image === `/og/neutral-${page.locale}.png` ? [] : [`the preview shows ${image}`]),
  ];
}

/** The address of a Latvian standing page: the file names of the pages above it, then its own. */
function addressOf(name: string): string {
  const words: string[] = [];
  for (let at: string | undefined = name; at !== undefined;) {
    const word: string = at;
    words.unshift(word);
    at = world().pages.find((entry) => entry.locale === 'lv' && entry.name === word)?.data.parent;
  }
  return pathIn('lv', ...words);
}

/** Delicate pages in every language: those known by their Latvian name, all that editors gave a neutral tab title, easy ones among them, contacts and countries. */
function delicatePages(): Page[] {
  const files = world().pages.filter(({ locale, name, data }) => locale === 'lv' && (DELICATE.test(name) || data.tabTitle !== undefined));
  const standing = files.flatMap(({ name }) => {
    const page = pageAt(addressOf(name));
    if (!page) throw new Error(`content/pages/lv/${name}.mdx has no page in the built site`);
    return locales.flatMap((locale) => pageAt(ownAddress(alternatesOf(page).get(locale) ?? '/nav') ?? '') ?? []);
  });
  const easy = world().easyRead.flatMap(({ locale, name, data }) =>
    data.tabTitle === undefined ? [] : (pageAt(easyAddress(locale, name, data)) ?? []),
  );
  return [...standing, ...easy, ...[...contactPages(), ...countryPages()].map(({ page }) => page)];
}

describe('the rule', () => {
  const page = (title: string, og: string, image: string) =>
    plantedPage(
      `<html lang="lv"><head><title>${title} · ${siteRecord().neutralName.lv}</title><meta property="og:title" content="${og}"><meta property="og:image" content="${image}"></head></html>`,
    );

  test('passes neutral words', () => expect(faults(page('Informācija', 'Informācija', '/og/neutral-lv.png'))).toEqual([]));
  test('finds a planted title that tells', () =>
    expect(faults(page('Kā droši lietot', 'Informācija', '/og/neutral-lv.png'))).toHaveLength(1));
  test('finds a planted preview that tells', () =>
    expect(faults(page('Informācija', 'Where to find help', '/og/neutral-lv.png'))).toHaveLength(1));
  test('finds a planted title with the name of the site', () => {
    const { name, neutralName } = siteRecord();
    const { html } = page('Informācija', 'Informācija', '/og/neutral-lv.png');
    expect(faults(plantedPage(html.replace(`· ${neutralName.lv}`, `· ${name.lv}`)))).toHaveLength(2);
  });
  test('finds a planted picture of its own', () => expect(faults(page('Informācija', 'Informācija', '/og/home-lv.png'))).toHaveLength(1));
  test('knows a page about safe use by its name', () =>
    expect(['drosa-lietosana', 'kur-meklet-palidzibu', 'zinot', 'par-vietni'].map((name) => DELICATE.test(name))).toEqual([
      true,
      true,
      true,
      false,
    ]));
});

everyPage('gives nothing away in tab, history and previews', faults, delicatePages());
test('every page shares the picture of its own language', () => {
  expect(
    textPages.filter((page) => !new RegExp(`-${page.locale}(?:-|\\.png)`).test(meta(page, 'og:image') ?? '')).map(({ address }) => address),
  ).toEqual([]);
});
