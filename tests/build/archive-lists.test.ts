import { describe, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { addressWords, newsItemAddress, pathIn } from '../../src/i18n/paths.ts';
import { hasFile, textFile } from '../support/built-site/dist.ts';
import { attribute, closest, type Element, elementsIn, hasClass, textOf } from '../support/built-site/html.ts';
import { bodyText, noFaults, type Page, pageAt, plantedPage, textPages } from '../support/built-site/pages.ts';
import { world } from '../support/built-site/records.ts';

const { campaigns, campaignFacts, projectTexts, projectFacts, publications, publicationFacts, laws, news, events, ui } = world();

/** Fewer campaigns with a page of their own would be an index, no archive. */
const FEWEST_CAMPAIGN_PAGES = 40;
const INTRODUCED_PROJECTS = ['adstringo', 'cape', 'drosibas-kompass', 'flow', 'hestia', 'hof-bsr', 'strom', 'strom-ii'];
const WEEK = ['pirmdiena', 'otrdiena', 'trešdiena', 'ceturtdiena', 'piektdiena', 'sestdiena', 'svētdiena'];
const UNKNOWN_YEAR = 'bez-gada';
/** What nearly all campaigns were about is no filter. */
const IN_GENERAL = 'visas';

const CAMPAIGNS = pathIn('lv', 'kampanas');
const PROJECTS = pathIn('lv', 'projekti');
const PUBLICATIONS = pathIn('lv', 'publikacijas');

function recordOf<T extends { id: string }>(records: readonly { value: T }[], id: string): T {
  const found = records.find(({ value }) => value.id === id);
  if (!found) throw new Error(`no record ${id}`);
  return found.value;
}

/** One entry of the archive: its place, and the addresses of all lists it belongs to. */
interface Entry {
  name: string;
  path: string;
  lists: string[];
}

const campaignEntries: Entry[] = campaigns.map(({ name, data, body }) => {
  const year = `${CAMPAIGNS}${recordOf(campaignFacts, data.record).startDate?.slice(0, 4) ?? UNKNOWN_YEAR}/`;
  return {
    name,
    path: body.trim() === '' ? `${year}#${name}` : `${year}${name}/`,
    lists: [
      year,
      ...data.organisers.map((id) => `${CAMPAIGNS}organizators/${id}/`),
      ...data.audiences.map((id) => `${CAMPAIGNS}kam/${id}/`),
      ...data.forms.filter((id) => id !== IN_GENERAL).map((id) => `${CAMPAIGNS}par/${id}/`),
    ],
  };
});

const publicationEntries: Entry[] = publications.map(({ name, data }) => {
  const { kind, date, languages = [] } = recordOf(publicationFacts, data.record);
  return {
    name,
    path: `${PUBLICATIONS}${name}/`,
    lists: [
      ...data.professions.map((id) => `${PUBLICATIONS}kam/${id}/`),
      `${PUBLICATIONS}veids/${kind}/`,
      `${PUBLICATIONS}gads/${date?.slice(0, 4) ?? UNKNOWN_YEAR}/`,
      ...languages.map((id) => `${PUBLICATIONS}valoda/${id}/`),
    ],
  };
});

/** The places of all entries by the list they belong to. */
function listsOf(entries: readonly Entry[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, lists } of entries) for (const list of lists) found.set(list, [...(found.get(list) ?? []), path]);
  return found;
}

function inMain(page: Page): Element[] {
  const [main] = page.named('main');
  return main ? elementsIn(main) : [];
}

const hrefs = (elements: readonly Element[]) => elements.flatMap((one) => (one.tagName === 'a' ? (attribute(one, 'href') ?? []) : []));
const within = (element: Element, className: string) => closest(element, (one) => hasClass(one, className)) !== undefined;

/** The entries that a list shows: what their titles lead to, or their own place where they are told in full. */
function shownIn(page: Page): string[] {
  return inMain(page)
    .filter(({ tagName, parentNode }) => tagName === 'li' && parentNode && 'tagName' in parentNode && parentNode.tagName === 'ol')
    .map((entry) => {
      const title = elementsIn(entry).find(({ tagName }) => tagName === 'h2');
      return (title && hrefs(elementsIn(title))[0]) ?? `${page.address}#${attribute(entry, 'id')}`;
    });
}

function listFaults(page: Page | undefined, due: readonly string[]): string[] {
  if (!page) return ['is not built'];
  const shown = shownIn(page);
  const lead = inMain(page).find(({ tagName }) => tagName === 'p');
  const count = Number.parseInt(lead ? textOf(lead) : '');
  return [
    ...due.filter((path) => !shown.includes(path)).map((path) => `does not show ${path}`),
    ...shown.filter((path) => !due.includes(path)).map((path) => `shows ${path}, which belongs elsewhere`),
    ...(shown.length === new Set(shown).size ? [] : ['shows an entry twice']),
    ...(count === due.length ? [] : [`says that it shows ${count}, not ${due.length}`]),
  ];
}

/** The links of the filters with the counts beside them. */
function filterFaults(page: Page, lists: ReadonlyMap<string, readonly string[]>): string[] {
  const links = inMain(page).filter((one) => one.tagName === 'a' && within(one, 'filters'));
  const counts = new Map(links.map((link) => [attribute(link, 'href') ?? '', /\((\d+)\)$/.exec(textOf(link))?.[1]]));
  return [
    ...[...lists].filter(([path]) => !counts.has(path)).map(([path]) => `has no filter for ${path}`),
    ...[...counts]
      .filter(([path, count]) => count !== String(lists.get(path)?.length))
      .map(([path, count]) => `prints ${count} beside ${path}, which has ${lists.get(path)?.length}`),
  ];
}

/** A page of its own names the lists that the entry is in; a year may be left to the breadcrumb. */
function ownListFaults(page: Page | undefined, { lists }: Entry): string[] {
  if (!page) return ['is not built'];
  const named = inMain(page).find((one) => attribute(one, 'aria-label') === ui.lv['archive.alsoIn']);
  const linked = named ? hrefs(elementsIn(named)) : [];
  const isYear = (path: string) => /\/(?:\d{4}|bez-gada)\/$/.test(path);
  return [
    ...lists.filter((path) => !linked.includes(path) && !isYear(path)).map((path) => `does not lead to ${path}`),
    ...linked.filter((path) => !lists.includes(path)).map((path) => `leads to ${path}, where it is not`),
  ];
}

function proseOf(page: Page): Element | undefined {
  return inMain(page).find((one) => hasClass(one, 'prose'));
}

/** A page of its own tells something in words and lists what the record says. */
function campaignPageFaults(page: Page | undefined): string[] {
  if (!page) return ['is not built'];
  const prose = proseOf(page);
  const rows = inMain(page).filter(({ tagName }) => tagName === 'dt').length;
  return [...(prose && textOf(prose) !== '' ? [] : ['has no text']), ...(rows > 0 ? [] : ['has no facts'])];
}

type Publication = (typeof publications)[number]['data'];

/** Whether a reader learns where it can be had, and where the link leads before following it. */
function availabilityFaults(page: Page, { availability, leadsTo }: Publication, href: string | undefined): string[] {
  const text = bodyText(page);
  const saysNobody = text.includes(ui.lv['publication.unavailable'] ?? '');
  const links = inMain(page).filter((one) => attribute(one, 'href') === href && textOf(one) === ui.lv['publication.open']);
  if (availability === 'unavailable') {
    return [...(saysNobody ? [] : ['does not say that nobody has it']), ...(links.length === 0 ? [] : ['has a link to what nobody has'])];
  }
  return [
    ...(links.length === 1 ? [] : [`does not lead to ${href}`]),
    ...(leadsTo && text.includes(leadsTo) ? [] : [`does not say that the link leads to ${leadsTo}`]),
    ...(saysNobody ? ['says that nobody has it'] : []),
  ];
}

function lawFaults(page: Page, { lawChange }: Publication): string[] {
  const text = bodyText(page);
  const isTold = text.includes(ui.lv['publication.lawChanged'] ?? '');
  if (lawChange === undefined) return isTold ? ['warns of a law that did not change'] : [];
  const { name, replacedBy } = recordOf(laws, lawChange);
  const now = replacedBy === undefined ? undefined : recordOf(laws, replacedBy).name;
  return [
    ...(isTold ? [] : ['does not warn that the law has changed']),
    ...(text.includes(name) ? [] : ['does not name the former law']),
    ...(now !== undefined && text.includes(now) ? [] : ['does not name the law in force']),
  ];
}

/** Whatever belongs to a project, by address. */
function dueOfProject(id: string): string[] {
  return [
    ...campaigns.flatMap(({ name, data }) =>
      recordOf(campaignFacts, data.record).project === id ? (campaignEntries.find((entry) => entry.name === name)?.path ?? []) : [],
    ),
    ...publications.flatMap(({ name, data }) => (recordOf(publicationFacts, data.record).project === id ? `${PUBLICATIONS}${name}/` : [])),
    ...news.flatMap(({ locale, name, data }) => (locale === 'lv' && data.projects.includes(id) ? newsItemAddress(locale, name, data) : [])),
    ...events.flatMap(({ value }) => (value.project === id ? eventPlace('lv', value) : [])),
  ];
}

function eventPlace(locale: (typeof locales)[number], { id, start }: { id: string; start: string }): string {
  return `${pathIn(locale, addressWords.calendar[locale], start.slice(0, 4))}#n-${id}`;
}

function projectFaults(page: Page, due: readonly string[]): string[] {
  const lists = inMain(page).filter((one) => one.tagName === 'a' && !within(one, 'prose') && closest(one, isListOfMore) !== undefined);
  const linked = hrefs(lists);
  return [
    ...due.filter((path) => !linked.includes(path)).map((path) => `does not show ${path}`),
    ...linked.filter((path) => !due.includes(path)).map((path) => `shows ${path}, which is of another project`),
  ];
}
const moreTitles = new Set(['news.title', 'archive.campaigns', 'archive.publications', 'calendar.events'].map((key) => ui.lv[key]));
function isListOfMore(element: Element): boolean {
  const title = element.tagName === 'section' ? elementsIn(element).find(({ tagName }) => tagName === 'h2') : undefined;
  return title !== undefined && moreTitles.has(textOf(title));
}

/** An introduction answers first and goes on in sections. */
function introductionFaults(page: Page | undefined): string[] {
  const prose = page && proseOf(page);
  const parts = prose ? prose.childNodes.filter((node): node is Element => 'tagName' in node) : [];
  return [
    ...(parts[0]?.tagName === 'p' && textOf(parts[0]).length > 80 ? [] : ['does not begin with a paragraph']),
    ...(parts.some(({ tagName }) => tagName === 'h2') ? [] : ['has no section']),
  ];
}

/** A grid of days: Monday first, every day of the month once, below its weekday; no day is marked as today by the build. */
function gridFaults(page: Page): string[] {
  const [year = '', month = ''] = page.address.split('/').slice(3);
  const [grid] = inMain(page).filter((one) => attribute(one, 'data-month') !== undefined);
  if (!grid) return ['has no grid'];
  const heads = elementsIn(grid).flatMap((one) => (one.tagName === 'abbr' ? (attribute(one, 'title') ?? '').toLowerCase() : []));
  const rows = elementsIn(grid).filter(({ tagName }) => tagName === 'tr');
  const placed = rows.flatMap((row) =>
    row.childNodes
      .filter((node): node is Element => 'tagName' in node && node.tagName === 'td')
      .map((cell, column) => ({ column, time: elementsIn(cell).find(({ tagName }) => tagName === 'time') })),
  );
  const days = placed.flatMap(({ column, time }) =>
    time ? [{ column, time, day: attribute(time, 'datetime') ?? '', text: textOf(time) }] : [],
  );
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const due = Array.from({ length: last }, (_, index) => `${year}-${month}-${String(index + 1).padStart(2, '0')}`);
  return [
    ...(heads.join() === WEEK.join() ? [] : [`is headed ${heads.join()}`]),
    ...(days.map(({ day }) => day).join() === due.join() ? [] : ['has not each day of the month once']),
    ...days
      .filter(({ day, column }) => (new Date(day).getUTCDay() + 6) % 7 !== column)
      .map(({ day, column }) => `${day} stands below ${WEEK[column]}`),
    ...days.filter(({ day, text }) => Number(day.slice(-2)) !== Number(text)).map(({ day, text }) => `${day} is printed as ${text}`),
    ...(days.some(({ time }) => attribute(time, 'aria-current') !== undefined) ? ['marks a day as today when it is built'] : []),
  ];
}

/** Each event of a known day leads from its days to its entry below. */
function markedDayFaults(page: Page): string[] {
  const [year = '', month = ''] = page.address.split('/').slice(3);
  return events
    .filter(({ value: { start } }) => start.length === 10 && start.startsWith(`${year}-${month}`))
    .flatMap(({ value: { id, start } }) => {
      const cell = inMain(page).find(
        (one) => one.tagName === 'td' && elementsIn(one).some((time) => attribute(time, 'datetime') === start),
      );
      return cell && hrefs(elementsIn(cell)).includes(`#n-${id}`) ? [] : [`${start} does not lead to ${id}`];
    });
}

const monthPages = textPages.filter(({ address }) => /^\/lv\/kalendars\/\d{4}\/\d{2}\/$/.test(address));

describe('the rule', () => {
  const list = (entries: string, count = 1, address = `${CAMPAIGNS}2014/`) =>
    plantedPage(`<main><h1>Kampaņas</h1><p>${count} kampaņa</p><ol>${entries}</ol></main>`, address);
  const linked = '<li><h2><a href="/lv/kampanas/2014/a/">A</a></h2></li>';

  test('passes a list as it should be', () => {
    expect(listFaults(list(`${linked}<li id="b"><h2>B</h2></li>`, 2), ['/lv/kampanas/2014/a/', '/lv/kampanas/2014/#b'])).toEqual([]);
  });
  test('finds a planted gap', () => expect(listFaults(list(linked), ['/lv/kampanas/2014/a/', '/lv/kampanas/2014/b/'])).toHaveLength(2));
  test('finds a planted stranger', () => expect(listFaults(list(linked, 0), [])).toHaveLength(1));
  test('finds a planted twin', () => expect(listFaults(list(linked + linked), ['/lv/kampanas/2014/a/'])).toHaveLength(1));
  test('finds a planted wrong count', () => expect(listFaults(list(linked, 7), ['/lv/kampanas/2014/a/'])).toHaveLength(1));
  test('finds a planted list that was not built', () => expect(listFaults(undefined, [])).toEqual(['is not built']));

  const filters = (count: number) =>
    plantedPage(`<main><div class="filters"><a href="/lv/kampanas/2014/">2014 <span>(${count})</span></a></div></main>`);
  test('passes a count as it should be', () => expect(filterFaults(filters(1), new Map([['/lv/kampanas/2014/', ['a']]]))).toEqual([]));
  test('finds a planted count beside a filter', () =>
    expect(filterFaults(filters(2), new Map([['/lv/kampanas/2014/', ['a']]]))).toHaveLength(1));
  test('finds a planted missing filter', () =>
    expect(filterFaults(plantedPage('<main></main>'), new Map([['/lv/kampanas/2014/', ['a']]]))).toHaveLength(1));
  test('finds a planted filter for nothing', () => expect(filterFaults(filters(1), new Map())).toHaveLength(1));

  const entry = { name: 'a', path: '/', lists: [`${CAMPAIGNS}kam/skola/`] };
  const own = (href: string) =>
    plantedPage(`<main><ul aria-label="${ui.lv['archive.alsoIn']}"><li><a href="${href}">S</a></li></ul></main>`);
  test('passes links to the entry’s lists', () => expect(ownListFaults(own(`${CAMPAIGNS}kam/skola/`), entry)).toEqual([]));
  test('finds a planted link to another list', () => expect(ownListFaults(own(`${CAMPAIGNS}kam/cits/`), entry)).toHaveLength(2));

  test('finds a planted campaign page without text and facts', () =>
    expect(campaignPageFaults(plantedPage('<main><div class="prose"></div></main>'))).toHaveLength(2));

  const external = { availability: 'external', leadsTo: 'Tiesībsarga vietne' } as Publication;
  const unavailable = { availability: 'unavailable' } as Publication;
  const open = (place: string) =>
    plantedPage(`<main><a href="https://example.org/">${ui.lv['publication.open']}</a><p>Saite ved uz: ${place}</p></main>`);
  test('passes a link that says where it leads', () =>
    expect(availabilityFaults(open('Tiesībsarga vietne'), external, 'https://example.org/')).toEqual([]));
  test('finds a planted link that does not say where it leads', () =>
    expect(availabilityFaults(open('cita vieta'), external, 'https://example.org/')).toHaveLength(1));
  test('finds a planted missing link', () =>
    expect(availabilityFaults(plantedPage('<main><p>Tiesībsarga vietne</p></main>'), external, 'https://example.org/')).toHaveLength(1));
  test('finds a planted silence about what nobody has', () =>
    expect(availabilityFaults(plantedPage('<main></main>'), unavailable, undefined)).toHaveLength(1));
  test('finds a planted missing warning of a changed law', () =>
    expect(lawFaults(plantedPage('<main></main>'), { ...unavailable, lawChange: 'law-mk-889-2006' })).toHaveLength(3));
  test('finds a planted warning of nothing', () =>
    expect(lawFaults(plantedPage(`<main>${ui.lv['publication.lawChanged']}</main>`), unavailable)).toHaveLength(1));

  const project = (href: string) =>
    plantedPage(`<main><section><h2>${ui.lv['archive.campaigns']}</h2><a href="${href}">K</a></section></main>`);
  test('passes what belongs to a project', () => expect(projectFaults(project('/lv/a/'), ['/lv/a/'])).toEqual([]));
  test('finds planted things of another project', () => expect(projectFaults(project('/lv/b/'), ['/lv/a/'])).toHaveLength(2));
  test('finds a planted introduction without a section', () =>
    expect(introductionFaults(plantedPage('<main><div class="prose"><p>Īss.</p></div></main>'))).toHaveLength(2));

  const [month] = monthPages;
  if (!month) throw new Error('no month of the calendar is built');
  const planted = (from: string | RegExp, to: string) => plantedPage(month.html.replace(from, to), month.address);
  test('finds a planted week that begins on Sunday', () => expect(gridFaults(planted('Pirmdiena', 'Svētdiena'))).toHaveLength(1));
  test('finds a planted day in another column', () =>
    expect(gridFaults(planted('<tbody><tr>', '<tbody><tr><td></td>'))[0]).toMatch(/-01 stands below /));
  test('finds a planted missing day', () => expect(gridFaults(planted(/<time datetime="[^"]*-15"[\s\S]*?<\/time>/, ''))).toHaveLength(1));
  test('finds a planted mark of today', () => expect(gridFaults(planted('<time ', '<time aria-current="date" '))).toHaveLength(1));
  test('finds a planted day that does not lead to its event', () => {
    const eventful = monthPages.find(({ html }) => html.includes('href="#n-'));
    if (!eventful) throw new Error('no month has an event');
    expect(markedDayFaults(eventful)).toEqual([]);
    expect(markedDayFaults(plantedPage(eventful.html.replace('href="#n-', 'href="#nav-'), eventful.address))).toHaveLength(1);
  });
  test('finds a planted page without a grid', () => expect(gridFaults(plantedPage('<main></main>'))).toEqual(['has no grid']));
});

const sections = [
  { name: 'campaigns', front: CAMPAIGNS, entries: campaignEntries },
  { name: 'publications', front: PUBLICATIONS, entries: publicationEntries },
];
describe.each(sections)('the lists of $name', ({ front, entries }) => {
  const lists = listsOf(entries);
  const own = new Set(entries.map(({ path }) => path));
  const built = textPages.filter(({ address }) => address.startsWith(front) && address !== front && !own.has(address));

  test.each([...lists])('%s shows all its entries, each once, and how many they are', (path, due) =>
    noFaults(listFaults(pageAt(path), due)),
  );
  test('no list stands for nothing', () => noFaults(built.filter(({ address }) => !lists.has(address)).map(({ address }) => address)));
  test.each([front, ...lists.keys()])('%s prints beside each filter how many entries it has', (path) => {
    const page = pageAt(path);
    noFaults(page ? filterFaults(page, lists) : ['is not built']);
  });
  test.each(entries.filter(({ path }) => !path.includes('#')).map((entry) => [entry.path, entry] as const))(
    '%s leads to the lists it is in',
    (path, entry) => noFaults(ownListFaults(pageAt(path), entry)),
  );
});

test(`at least ${FEWEST_CAMPAIGN_PAGES} campaigns have a page of their own`, () => {
  const own = campaignEntries.filter(({ path }) => !path.includes('#') && campaignPageFaults(pageAt(path)).length === 0);
  expect(own.length).toBeGreaterThanOrEqual(FEWEST_CAMPAIGN_PAGES);
});
test.each(campaignEntries.map(({ path }) => path).filter((path) => !path.includes('#')))(
  '%s tells its campaign in words and facts',
  (path) => noFaults(campaignPageFaults(pageAt(path))),
);

test.each(publications.map(({ name, data }) => [`${PUBLICATIONS}${name}/`, data] as const))(
  '%s says how it can be had and whether its law has changed',
  (path, data) => {
    const page = pageAt(path);
    noFaults(
      page ? [...availabilityFaults(page, data, recordOf(publicationFacts, data.record).href), ...lawFaults(page, data)] : ['is not built'],
    );
  },
);
test('there are publications elsewhere, publications nobody has and publications on changed law', () => {
  expect(new Set(publications.map(({ data }) => data.availability))).toEqual(new Set(['external', 'unavailable']));
  expect(publications.some(({ data }) => data.lawChange !== undefined)).toBe(true);
});

test.each(projectTexts.map(({ name, data }) => [`${PROJECTS}${name}/`, data.record] as const))(
  '%s shows its campaigns, publications, news and events',
  (path, record) => {
    const page = pageAt(path);
    noFaults(page ? projectFaults(page, dueOfProject(record)) : ['is not built']);
  },
);
test('every project has its page, and the front leads to it', () => {
  const front = pageAt(PROJECTS);
  const linked = new Set(front ? hrefs(inMain(front)) : []);
  expect(projectTexts).toHaveLength(projectFacts.length);
  noFaults(projectTexts.map(({ name }) => `${PROJECTS}${name}/`).filter((path) => !linked.has(path)));
});
test.each(INTRODUCED_PROJECTS)('the project %s has an introduction', (name) => noFaults(introductionFaults(pageAt(`${PROJECTS}${name}/`))));

test.each(events.map(({ value }) => [value.id, value] as const))('%s stands on the page of its year in every language', (_, event) => {
  const places = locales.map((locale) => ({ locale, place: eventPlace(locale, event) }));
  noFaults(
    places.flatMap(({ locale, place }) => {
      const [path = '', id] = place.split('#');
      const entry = pageAt(path)?.elements.find((element) => attribute(element, 'id') === id);
      return entry && textOf(entry).includes(event.title[locale]) ? [] : [`${place} does not tell it`];
    }),
  );
});
test('there are months of the calendar', () => expect(monthPages.length).toBeGreaterThan(12));
test.each(monthPages.map((page) => [page.address, page] as const))(
  '%s has each day below its weekday and leads from it to its events',
  (_, page) => noFaults([...gridFaults(page), ...markedDayFaults(page)]),
);
test('today is marked by a script that every month has', () => {
  const sources = monthPages.map((page) =>
    page
      .named('script')
      .map((script) => attribute(script, 'src') ?? '')
      .filter((src) => src.includes('today')),
  );
  const [script = ''] = sources[0] ?? [];
  expect(hasFile(script.slice(1))).toBe(true);
  expect(sources.every((of) => of.length === 1 && of[0] === script)).toBe(true);
  expect(textFile(script.slice(1))).toContain('aria-current');
});
