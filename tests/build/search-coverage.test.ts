import { describe, expect, test } from 'vitest';
import { addressWords, pathIn } from '../../src/i18n/paths.ts';
import { attribute } from '../support/built-site/html.ts';
import { allPages, noFaults, type Page, pageAt, plantedPage } from '../support/built-site/pages.ts';
import { ownAddress, world } from '../support/built-site/records.ts';
import { search } from '../support/built-site/search.ts';

const shown = 10;
const calendar = pathIn('lv', addressWords.calendar.lv);

/** Not among the first results under their title, with the reason. */
const exemptions: Record<string, string> = {};

/** Something of the archive with a place of its own. */
interface Entry {
  title: string;
  /** The front of its section. */
  front: string;
  /** Its page, or its anchor on the page of its year. */
  address: string;
}

const { campaigns, campaignFacts, projectTexts, projectFacts, publications, publicationFacts, events, trainingFacts } = world();

const starts = new Map(campaignFacts.map(({ value }) => [value.id, value.startDate]));
const campaignEntries = campaigns.map(({ name, data, body }): Entry => {
  const front = pathIn('lv', 'kampanas');
  const year = `${front}${starts.get(data.record)?.slice(0, 4) ?? 'bez-gada'}/`;
  return { title: data.title, front, address: body.trim() === '' ? `${year}#${name}` : `${year}${name}/` };
});
const projectEntries = projectTexts.map(({ name, data }): Entry => {
  const front = pathIn('lv', 'projekti');
  return { title: data.title, front, address: `${front}${name}/` };
});
const publicationEntries = publications.map(({ name, data }): Entry => {
  const front = pathIn('lv', 'publikacijas');
  return { title: data.title, front, address: `${front}${name}/` };
});
const eventEntries = events.map(({ value: { id, title, start } }): Entry => ({
  title: title.lv,
  front: calendar,
  address: `${calendar}${start.slice(0, 4)}/#n-${id}`,
}));
const toldByEvents = new Set(events.flatMap(({ value }) => value.records));
const otherTraining = trainingFacts.filter(({ value }) => !toldByEvents.has(value.id));
const trainingEntries = otherTraining.map(({ value: { id, title } }): Entry => ({ title, front: calendar, address: `${calendar}#${id}` }));
const sections = {
  campaigns: campaignEntries,
  projects: projectEntries,
  publications: publicationEntries,
  events: eventEntries,
  'training without an event': trainingEntries,
};

/** Whether the results hold the entry, or another of the same title in its section. */
function isFound({ title }: Entry, section: readonly Entry[], paths: readonly string[]): boolean {
  return section.some((other) => other.title === title && paths.includes(other.address));
}

function placeFaults({ address }: Entry, find: (address: string) => Page | undefined): string[] {
  const [path = '', anchor] = address.split('#');
  const page = find(path);
  if (!page) return [`${path} is not built`];
  return anchor === undefined || page.elements.some((element) => attribute(element, 'id') === anchor)
    ? []
    : [`${path} has no place "${anchor}"`];
}

function linksOn(page: Page): string[] {
  return page.named('a').flatMap((link) => ownAddress(attribute(link, 'href') ?? '', page.address)?.split('#')[0] ?? []);
}

/** Addresses that the front of a section links to, and those that its lists do. */
function linkedFrom(front: string, pages: readonly Page[]): Set<string> {
  const linked = new Set([front]);
  for (const page of pages.filter(({ address }) => address.startsWith(front))) for (const address of linksOn(page)) linked.add(address);
  return linked;
}

/** Ids of records that nothing with a place of its own tells. */
function untold(facts: readonly { value: { id: string } }[], told: readonly string[]): string[] {
  const known = new Set(told);
  return facts.map(({ value }) => value.id).filter((id) => !known.has(id));
}

describe('the rules', () => {
  const planted: Entry = { title: 'A', front: '/lv/a/', address: '/lv/a/2016/#a' };
  const year = plantedPage('<p id="b">A</p><a href="/lv/a/b/">B</a>', '/lv/a/2016/');

  test('find a planted title that the results lack', () => expect(isFound(planted, [planted], ['/lv/a/2017/#a'])).toBe(false));
  test('take another entry of the same title for it', () =>
    expect(isFound(planted, [planted, { ...planted, address: '/lv/a/2017/#a' }], ['/lv/a/2017/#a'])).toBe(true));
  test('find a planted page that was not built', () => expect(placeFaults(planted, () => undefined)).toHaveLength(1));
  test('find a planted page without the place', () => expect(placeFaults(planted, () => year)).toHaveLength(1));
  test('find a planted page that no list links to', () => expect([...linkedFrom('/lv/a/', [year])]).toEqual(['/lv/a/', '/lv/a/b/']));
  test('find a planted record that nothing tells', () => expect(untold([{ value: { id: 'a' } }], ['b'])).toEqual(['a']));
});

describe.each(Object.entries(sections))('%s', (_, entries) => {
  const [first] = entries;
  const linked = linkedFrom(first?.front ?? '', allPages);

  test('are there', () => expect(entries.length).toBeGreaterThan(0));
  test.each(entries.map((entry) => [entry.address, entry] as const))('%s is found under its title', async (_address, entry) => {
    const { results } = await search(entry.title, 'lv', shown);
    const paths = results.map(({ path }) => path);
    const isExpected = exemptions[entry.address] === undefined;
    expect(isFound(entry, entries, paths), `"${entry.title}" finds ${paths.join(', ')}`).toBe(isExpected);
  });
  test.each(entries.map((entry) => [entry.address, entry] as const))('%s stands in the site', (_address, entry) =>
    noFaults(placeFaults(entry, pageAt)),
  );
  test('are linked from the front of their section or its lists', () =>
    noFaults(entries.map(({ address }) => address.split('#')[0] ?? '').filter((address) => !linked.has(address))));
});

describe('every record has a place', () => {
  const told = (texts: readonly { data: { record: string } }[]) => texts.map(({ data }) => data.record);
  test('of campaigns', () => noFaults(untold(campaignFacts, told(campaigns))));
  test('of projects', () => noFaults(untold(projectFacts, told(projectTexts))));
  test('of publications', () => noFaults(untold(publicationFacts, told(publications))));
  test('of training', () => noFaults(untold(trainingFacts, [...toldByEvents, ...otherTraining.map(({ value }) => value.id)])));
});
