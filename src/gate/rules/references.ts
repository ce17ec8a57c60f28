import type { Problem } from '../../records/problem.ts';
import type { World } from '../../records/world.ts';
import { lineAt, type Rule } from '../rule.ts';
import { archiveTexts } from '../texts.ts';

/** What a text may point at, and where the record would have to be. */
interface Register {
  ids: Set<string>;
  file: string;
}

export const references: Rule = {
  promise: 'Whatever a text, a record or a menu points at exists.',
  check(world) {
    const registers = registersOf(world);
    return [
      ...frontMatter(world, registers),
      ...archive(world, registers),
      ...bodies(world, registers),
      ...records(world, registers),
      ...help(world, registers),
    ];
  },
};

function registersOf(world: World) {
  const register = (records: readonly { value: { id: string } }[], file: string): Register => ({
    ids: new Set(records.map(({ value }) => value.id)),
    file,
  });
  return {
    source: register(world.sources, 'seeds/sources.yml'),
    figure: register(world.figures, 'seeds/facts/figures-*.yml'),
    name: register(world.names, 'seeds/facts/names-*.yml'),
    newsFact: register(world.newsFacts, 'seeds/facts/news*.yml'),
    contact: register(world.contacts, 'content/data/contacts.yml'),
    country: register(world.countries, 'content/data/countries.yml'),
    project: register(world.projects, 'content/data/projects.yml'),
    theme: register(world.themes, 'content/data/themes.yml'),
    organiser: register(world.organisers, 'content/data/organisers.yml'),
    audience: register(world.audiences, 'content/data/audiences.yml'),
    form: register(world.exploitationForms, 'content/data/exploitation-forms.yml'),
    profession: register(world.professions, 'content/data/professions.yml'),
    campaignFact: register(world.campaignFacts, 'seeds/facts/campaigns.yml'),
    projectFact: register(world.projectFacts, 'seeds/facts/projects.yml'),
    publicationFact: register(world.publicationFacts, 'seeds/facts/publications.yml'),
    eventFact: register([...world.newsFacts, ...world.trainingFacts], 'seeds/facts/training.yml or news*.yml'),
    easyPicture: register(world.easyPictures, 'content/data/easy-pictures.yml'),
    law: register(world.laws, 'seeds/facts/laws.yml'),
    newsItem: {
      ids: new Set(world.news.filter(({ locale }) => locale === 'lv').map(({ name }) => name)),
      file: 'content/news/lv',
    },
    ui: { ids: new Set(Object.keys(world.ui.lv)), file: 'content/data/ui/lv.json' },
    page: {
      ids: new Set([
        'news',
        'site-map',
        'design',
        'search',
        'help-in-languages',
        'report',
        'reply',
        'home',
        'pages/jaunumi',
        'pages/lapas-karte',
        ...world.pages.filter(({ locale }) => locale === 'lv').map(({ name }) => `pages/${name}`),
        ...world.easyRead.filter(({ locale }) => locale === 'lv').map(({ name }) => `easy-read/${name}`),
      ]),
      file: 'content/pages/lv or content/easy-read/lv',
    },
  };
}
type Registers = ReturnType<typeof registersOf>;

function missing(register: Register, id: string, place: { file: string; line: number; field?: string }): Problem[] {
  if (register.ids.has(id)) return [];
  return [{ ...place, message: `"${id}" does not exist`, remedy: `correct it, or add the record to ${register.file}` }];
}

function frontMatter(world: World, registers: Registers): Problem[] {
  const at = (entry: World['news'][number] | World['pages'][number] | World['easyRead'][number], ...path: (string | number)[]) => ({
    file: entry.file,
    line: entry.lineOf(path),
    field: path.join('.'),
  });
  return [
    ...[...world.news, ...world.pages, ...world.easyRead].flatMap((entry) =>
      entry.data.sources.flatMap(({ id }, index) => missing(registers.source, id, at(entry, 'sources', index, 'id'))),
    ),
    ...world.news.flatMap((entry) => [
      ...entry.data.records.flatMap((id, index) => missing(registers.newsFact, id, at(entry, 'records', index))),
      ...entry.data.projects.flatMap((id, index) => missing(registers.project, id, at(entry, 'projects', index))),
      ...entry.data.themes.flatMap((id, index) => missing(registers.theme, id, at(entry, 'themes', index))),
    ]),
    ...world.pages.flatMap((entry) =>
      entry.data.parent === undefined ? [] : missing(registers.page, `pages/${entry.data.parent}`, at(entry, 'parent')),
    ),
    ...world.easyRead.flatMap((entry) => missing(registers.page, entry.data.longPage, at(entry, 'longPage'))),
    ...world.easyRead.flatMap((entry) =>
      entry.data.picture === undefined ? [] : missing(registers.easyPicture, entry.data.picture, at(entry, 'picture')),
    ),
    ...world.easyComparison.flatMap(({ value, file, line }) => missing(registers.source, value.id, { file, line, field: 'id' })),
  ];
}

/** What campaigns, projects, publications and events point at. */
function archive(world: World, registers: Registers): Problem[] {
  const at = (entry: { file: string; lineOf: (path: string[]) => number }, field: string) => ({
    file: entry.file,
    line: entry.lineOf([field]),
    field,
  });
  const each = (entry: Parameters<typeof at>[0], field: string, register: Register, ids: readonly string[]) =>
    ids.flatMap((id) => missing(register, id, at(entry, field)));
  return [
    ...world.campaigns.flatMap((entry) => [
      ...each(entry, 'record', registers.campaignFact, [entry.data.record]),
      ...each(entry, 'organisers', registers.organiser, entry.data.organisers),
      ...each(entry, 'audiences', registers.audience, entry.data.audiences),
      ...each(entry, 'forms', registers.form, entry.data.forms),
      ...each(entry, 'news', registers.newsItem, entry.data.news),
      ...each(entry, 'publications', registers.publicationFact, entry.data.publications),
    ]),
    ...world.projectTexts.flatMap((entry) => each(entry, 'record', registers.projectFact, [entry.data.record])),
    ...world.publications.flatMap((entry) => [
      ...each(entry, 'record', registers.publicationFact, [entry.data.record]),
      ...each(entry, 'professions', registers.profession, entry.data.professions),
      ...each(entry, 'lawChange', registers.law, entry.data.lawChange === undefined ? [] : [entry.data.lawChange]),
    ]),
    ...world.events.flatMap(({ value: { id, records: told, news, project }, file, line }) => [
      ...told.flatMap((record) => missing(registers.eventFact, record, { file, line, field: `${id}.records` })),
      ...(news === undefined ? [] : missing(registers.newsItem, news, { file, line, field: `${id}.news` })),
      ...(project === undefined ? [] : missing(registers.projectFact, project, { file, line, field: `${id}.project` })),
    ]),
    // Pages of projects show the news of the project of the same id.
    ...world.projects.flatMap(({ value, file, line }) => missing(registers.projectFact, value.id, { file, line, field: 'id' })),
    ...world.observances.flatMap(({ value, file, line }) =>
      missing(registers.source, value.source.id, { file, line, field: `${value.id}.source` }),
    ),
    ...[...world.campaignFacts, ...world.publicationFacts, ...world.trainingFacts].flatMap(({ value, file, line }) =>
      value.project === undefined ? [] : missing(registers.projectFact, value.project, { file, line, field: `${value.id}.project` }),
    ),
  ];
}

const pointers: { pattern: RegExp; register: keyof Registers }[] = [
  { pattern: /:fact\[([^\]]*)\]/g, register: 'figure' },
  { pattern: /:name\[([^\]]*)\]/g, register: 'name' },
  { pattern: /<Fact\s+id="([^"]*)"/g, register: 'figure' },
  { pattern: /<Name\s+id="([^"]*)"/g, register: 'name' },
  { pattern: /<Source\s+id="([^"]*)"/g, register: 'source' },
  { pattern: /<(?:Phone|Contact|MediaContact)\s+id="([^"]*)"/g, register: 'contact' },
  { pattern: /<Picture\s+id="([^"]*)"/g, register: 'easyPicture' },
  { pattern: /<PageLink\s+to="([^"]*)"/g, register: 'page' },
  { pattern: /<Ui\s+key="([^"]*)"/g, register: 'ui' },
];

function bodies(world: World, registers: Registers): Problem[] {
  return [...world.news, ...world.pages, ...world.easyRead, ...archiveTexts(world)].flatMap((entry) =>
    pointers.flatMap(({ pattern, register }) =>
      [...entry.body.matchAll(pattern)].flatMap((match) =>
        missing(registers[register], match[1] ?? '', { file: entry.file, line: lineAt(entry, match.index) }),
      ),
    ),
  );
}

function records(world: World, registers: Registers): Problem[] {
  const navigation = world.navigation;
  return [
    ...world.facts.flatMap(({ value, file, line }) => missing(registers.source, value.source, { file, line, field: `${value.id}.source` })),
    ...world.withdrawnContacts.flatMap(({ value, file, line }) => [
      ...missing(registers.contact, value.insteadContact, { file, line, field: `${value.id}.insteadContact` }),
      ...value.sources.flatMap((id) => missing(registers.source, id, { file, line, field: `${value.id}.sources` })),
    ]),
    ...(navigation
      ? [
          ...[...navigation.value.header, ...navigation.value.footer, ...navigation.value.helpStrip.links].flatMap((id) =>
            missing(registers.page, id, { file: navigation.file, line: 1 }),
          ),
          ...[...navigation.value.homeContacts, navigation.value.helpStrip.emergency, navigation.value.helpStrip.helpline].flatMap((id) =>
            missing(registers.contact, id, { file: navigation.file, line: 1 }),
          ),
        ]
      : []),
  ];
}

/** What the registers of help point at: each other, and the register of sources. */
function help(world: World, registers: Registers): Problem[] {
  const evidence = [
    ...world.contacts,
    ...world.countries,
    ...(world.holidays ? [{ ...world.holidays, value: { id: 'holidays', ...world.holidays.value } }] : []),
  ];
  return [
    ...evidence.flatMap(({ value, file, line }) =>
      value.sources.flatMap((source) =>
        'id' in source ? missing(registers.source, source.id, { file, line, field: `${value.id}.sources` }) : [],
      ),
    ),
    ...world.contacts.flatMap(({ value, file, line }) =>
      [...(value.nightFallback ?? []), ...(value.callInstead ?? [])].flatMap((id) =>
        missing(registers.contact, id, { file, line, field: value.id }),
      ),
    ),
    ...world.countries.flatMap(({ value, file, line }) =>
      [...value.contacts, value.consular].flatMap((id) => missing(registers.contact, id, { file, line, field: value.id })),
    ),
    ...world.mediaRules.flatMap(({ value, file, line }) =>
      missing(registers.page, `pages/${value.page}`, { file, line, field: `${value.id}.page` }),
    ),
    ...world.showCards.flatMap(({ value, file, line }) => missing(registers.country, value.id, { file, line, field: 'id' })),
  ];
}
