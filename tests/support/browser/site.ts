import { expect, test, type APIRequestContext, type Page } from 'playwright/test';

export const languages = ['lv', 'en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** An address of each language that does not exist, to see the page that says so. */
export const missing: Record<Language, string> = { lv: '/lv/tadas-lapas-nav/', en: '/en/no-such-page/', ru: '/ru/net-takoj-stranicy/' };

/**
 * Every kind of page, with an example in each language that has one. A page that is built in a new way joins this list:
 * all checks of settings, layout and keyboard run over it, and `screenshots.ts` takes its pictures.
 */
export const templates: Record<string, Partial<Record<Language, string>>> = {
  home: { lv: '/lv/', en: '/en/', ru: '/ru/' },
  'news front': { lv: '/lv/jaunumi/', en: '/en/news/', ru: '/ru/novosti/' },
  'second page of the news': { lv: '/lv/jaunumi/lapa/2/' },
  'news of a year': { lv: '/lv/jaunumi/2020/', en: '/en/news/2020/', ru: '/ru/novosti/2020/' },
  'news of a theme': { lv: '/lv/jaunumi/tema/kampanas/', en: '/en/news/theme/campaigns/', ru: '/ru/novosti/tema/kampanii/' },
  'news of a project': { lv: '/lv/jaunumi/projekts/strom/', en: '/en/news/project/strom/', ru: '/ru/novosti/proekt/cape/' },
  'news item': {
    lv: '/lv/jaunumi/2020/petijums-par-pienemsanu-darba/',
    en: '/en/news/2020/study-on-recruitment-and-labour-exploitation/',
    ru: '/ru/novosti/2020/issledovanie-priema-na-rabotu/',
  },
  'news item in one language': { lv: '/lv/jaunumi/2016/greta-ekspertu-vizite/' },
  help: { lv: '/lv/kur-meklet-palidzibu/', en: '/en/get-help/', ru: '/ru/pomosch/' },
  'help abroad': { lv: '/lv/kur-meklet-palidzibu/ja-esi-arzemes/', en: '/en/get-help/abroad/', ru: '/ru/pomosch/za-granicej/' },
  'all contacts': { lv: '/lv/kur-meklet-palidzibu/visi-kontakti/', en: '/en/get-help/all-contacts/', ru: '/ru/pomosch/vse-kontakty/' },
  contact: { lv: '/lv/kur-meklet-palidzibu/lv-drosa-maja/', en: '/en/get-help/lv-drosa-maja/', ru: '/ru/pomosch/lv-drosa-maja/' },
  country: { lv: '/lv/kur-meklet-palidzibu/arzemes/irija/', en: '/en/get-help/abroad/ireland/', ru: '/ru/pomosch/za-granicej/irlandiya/' },
  'what can be printed': { lv: '/lv/kur-meklet-palidzibu/drukai/', en: '/en/get-help/print/', ru: '/ru/pomosch/dlya-pechati/' },
  // The sheets for paper are left out: their boxes have the size of the paper, and wide letter spacing on screen cannot fit them.
  'code to embed': { lv: '/lv/kur-meklet-palidzibu/ievietosanai/', en: '/en/get-help/embed/', ru: '/ru/pomosch/dlya-vstavki/' },
  'offline copy': { lv: '/lv/kur-meklet-palidzibu/bez-interneta/', en: '/en/get-help/offline/', ru: '/ru/pomosch/bez-interneta/' },
  figures: { lv: '/lv/statistika/', en: '/en/figures/', ru: '/ru/statistika/' },
  dataset: {
    lv: '/lv/statistika/raditaji-palidziba/',
    en: '/en/figures/identified-victims/',
    ru: '/ru/statistika/dengi-na-reabilitaciyu/',
  },
  'ways to recognise': { lv: '/lv/atpazisti/', en: '/en/recognise/', ru: '/ru/raspoznat/' },
  'self-check': { lv: '/lv/atpazisti/parbaudi-sevi/', en: '/en/recognise/self-check/', ru: '/ru/raspoznat/proverte-sebya/' },
  'offer checker': {
    lv: '/lv/drosi-celot-un-stradat/parbaudi-piedavajumu/',
    en: '/en/safe-travel-and-work/check-the-offer/',
    ru: '/ru/bezopasnye-poezdki-i-rabota/proverte-predlozhenie/',
  },
  report: { lv: '/lv/zinot/', en: '/en/report/', ru: '/ru/soobshchit/' },
  reply: { lv: '/lv/atbilde/', en: '/en/reply/', ru: '/ru/otvet/' },
  rights: { lv: '/lv/tavas-tiesibas/', en: '/en/your-rights/', ru: '/ru/vashi-prava/' },
  'rights as a table': { lv: '/lv/tavas-tiesibas/tiesibu-tabula/', en: '/en/your-rights/table/', ru: '/ru/vashi-prava/tablica/' },
  'campaign front': { lv: '/lv/kampanas/' },
  'campaigns of a year': { lv: '/lv/kampanas/2020/' },
  'campaigns by audience': { lv: '/lv/kampanas/kam/skoleni-un-jauniesi/' },
  campaign: { lv: '/lv/kampanas/2020/cilveku-tirdzniecibas-upuris/' },
  'project front': { lv: '/lv/projekti/' },
  'project with an introduction': { lv: '/lv/projekti/strom-ii/' },
  'project in short': { lv: '/lv/projekti/lilya-4-ever/' },
  'publication front': { lv: '/lv/publikacijas/' },
  'publications of a profession': { lv: '/lv/publikacijas/kam/sociala-joma/' },
  'publications of a year': { lv: '/lv/publikacijas/gads/2017/' },
  'publication elsewhere, on changed law': { lv: '/lv/publikacijas/tiesibsarga-petijums-par-iestazu-lomu/' },
  'publication that nobody has': { lv: '/lv/publikacijas/adstringo-vadlinijas/' },
  'calendar front': { lv: '/lv/kalendars/', en: '/en/calendar/', ru: '/ru/kalendar/' },
  'calendar of a year': { lv: '/lv/kalendars/2017/', en: '/en/calendar/2017/', ru: '/ru/kalendar/2017/' },
  'calendar of a month': { lv: '/lv/kalendars/2017/10/' },
  'chronicle as timelines': { lv: '/lv/sadarbiba-ar-asv/' },
  'papers safe': {
    lv: '/lv/drosi-celot-un-stradat/dokumentu-seifs/',
    en: '/en/safe-travel-and-work/papers-safe/',
    ru: '/ru/bezopasnye-poezdki-i-rabota/sejf-dlya-dokumentov/',
  },
  'two numbers': {
    lv: '/lv/drosi-celot-un-stradat/divi-numuri/',
    en: '/en/safe-travel-and-work/two-numbers/',
    ru: '/ru/bezopasnye-poezdki-i-rabota/dva-nomera/',
  },
  'travel plan': {
    lv: '/lv/drosi-celot-un-stradat/plans-pirms-celojuma/',
    en: '/en/safe-travel-and-work/plan-before-you-go/',
    ru: '/ru/bezopasnye-poezdki-i-rabota/plan-pered-poezdkoj/',
  },
  search: { lv: '/lv/meklet/', en: '/en/search/', ru: '/ru/poisk/' },
  'part of the index of all pages': { lv: '/lv/meklet/d/' },
  'easy to read': { lv: '/lv/viegli-lasit/', en: '/en/easy-to-read/', ru: '/ru/legko-chitat/' },
  'easy page': { lv: '/lv/viegli-lasit/kas-palidz/', en: '/en/easy-to-read/who-helps/', ru: '/ru/legko-chitat/kto-pomogaet/' },
  'easy questions': { lv: '/lv/viegli-lasit/jautajumi/', en: '/en/easy-to-read/questions/', ru: '/ru/legko-chitat/voprosy/' },
  'easy report': { lv: '/lv/viegli-lasit/zinojums/', en: '/en/easy-to-read/write-to-us/', ru: '/ru/legko-chitat/napishite-nam/' },
  'picture book': { lv: '/lv/par-vietni/bilzu-gramata/', en: '/en/about/picture-book/', ru: '/ru/o-sajte/kniga-kartinok/' },
  'quality of easy texts': { lv: '/lv/par-vietni/viegli-lasit-kvalitate/' },
  design: { lv: '/lv/par-vietni/dizains/' },
  about: { lv: '/lv/par-vietni/', en: '/en/about/', ru: '/ru/o-sajte/' },
  safety: { lv: '/lv/drosa-lietosana/', en: '/en/using-this-site-safely/', ru: '/ru/bezopasnoe-polzovanie/' },
  'accessibility statement': {
    lv: '/lv/pieklustamibas-pazinojums/',
    en: '/en/accessibility-statement/',
    ru: '/ru/zayavlenie-o-dostupnosti/',
  },
  'headline checker': {
    lv: '/lv/medijiem/virsrakstu-parbaude/',
    en: '/en/for-media/headline-checker/',
    ru: '/ru/dlya-smi/proverka-zagolovkov/',
  },
  privacy: { lv: '/lv/privatums/', en: '/en/privacy/', ru: '/ru/konfidencialnost/' },
  'site map': { lv: '/lv/lapas-karte/', en: '/en/site-map/', ru: '/ru/karta-sajta/' },
  'old address': { lv: '/lv/veca-adrese/', en: '/en/old-address/', ru: '/ru/staryj-adres/' },
  missing,
};

export const templatePaths = Object.values(templates).flatMap((byLanguage) => Object.values(byLanguage));

/** One path of each kind: Latvian, because it has every kind. */
export const latvianTemplatePaths = Object.values(templates).flatMap(({ lv }) => lv ?? []);

export function languageOf(path: string): Language {
  const language = languages.find((known) => path.startsWith(`/${known}/`));
  if (!language) throw new Error(`${path} is in no language of the site`);
  return language;
}

/** Every address of the site map, and the page for missing ones in each language. */
export async function everyPath(request: APIRequestContext): Promise<string[]> {
  const xml = await (await request.get('/sitemap.xml')).text();
  const listed = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  expect(listed.length, 'addresses in sitemap.xml').toBeGreaterThan(50);
  return [...listed, ...Object.values(missing)];
}

/** The section in easy language with all its pages, in every language. */
export async function easyPaths(request: APIRequestContext): Promise<string[]> {
  const paths = (await everyPath(request)).filter((path) => /^\/(?:lv\/viegli-lasit|en\/easy-to-read|ru\/legko-chitat)\//.test(path));
  expect(paths.length, 'easy pages in sitemap.xml').toBeGreaterThan(50);
  return paths;
}

/** Checks over every page are split into this many tests, so that two workers share them. */
export const parts = [1, 2, 3, 4, 5, 6] as const;
export type Part = (typeof parts)[number];

export async function pathsOfPart(request: APIRequestContext, part: Part): Promise<string[]> {
  const all = await everyPath(request);
  return all.filter((_, index) => index % parts.length === part - 1);
}

/** Opens each path and checks it. Throws where the server does not answer as it should: a check of the wrong page proves nothing. */
export async function visit(page: Page, paths: readonly string[], check: (path: string) => Promise<void>): Promise<void> {
  for (const path of paths) {
    await test.step(path, async () => {
      const response = await page.goto(path);
      const expected = Object.values(missing).includes(path) ? 404 : 200;
      if (response?.status() !== expected) throw new Error(`${path} was answered ${response?.status()}, not ${expected}`);
      await check(path);
    });
  }
}

/** Shows all faults of one page, with its path, and goes on with the next page. */
export function expectNone(faults: readonly string[], path: string): void {
  expect.soft(faults, path).toEqual([]);
}
