import type { Problem } from '../../records/problem.ts';
import type { World } from '../../records/world.ts';
import { lineAt, type Rule } from '../rule.ts';

/** What a text may point at, and where the record would have to be. */
interface Register {
  ids: Set<string>;
  file: string;
}

export const references: Rule = {
  promise: 'Whatever a text, a record or a menu points at exists.',
  check(world) {
    const registers = registersOf(world);
    return [...frontMatter(world, registers), ...bodies(world, registers), ...records(world, registers), ...help(world, registers)];
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
    ui: { ids: new Set(Object.keys(world.ui.lv)), file: 'content/data/ui/lv.json' },
    page: {
      ids: new Set([
        'news',
        'site-map',
        'design',
        'help-in-languages',
        'report',
        'home',
        'pages/jaunumi',
        'pages/lapas-karte',
        ...world.pages.filter(({ locale }) => locale === 'lv').map(({ name }) => `pages/${name}`),
      ]),
      file: 'content/pages/lv',
    },
  };
}
type Registers = ReturnType<typeof registersOf>;

function missing(register: Register, id: string, place: { file: string; line: number; field?: string }): Problem[] {
  if (register.ids.has(id)) return [];
  return [{ ...place, message: `"${id}" does not exist`, remedy: `correct it, or add the record to ${register.file}` }];
}

function frontMatter(world: World, registers: Registers): Problem[] {
  const at = (entry: World['news'][number] | World['pages'][number], ...path: (string | number)[]) => ({
    file: entry.file,
    line: entry.lineOf(path),
    field: path.join('.'),
  });
  return [
    ...[...world.news, ...world.pages].flatMap((entry) =>
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
  ];
}

const pointers: { pattern: RegExp; register: keyof Registers }[] = [
  { pattern: /:fact\[([^\]]*)\]/g, register: 'figure' },
  { pattern: /:name\[([^\]]*)\]/g, register: 'name' },
  { pattern: /<Fact\s+id="([^"]*)"/g, register: 'figure' },
  { pattern: /<Name\s+id="([^"]*)"/g, register: 'name' },
  { pattern: /<Source\s+id="([^"]*)"/g, register: 'source' },
  { pattern: /<(?:Phone|Contact)\s+id="([^"]*)"/g, register: 'contact' },
  { pattern: /<PageLink\s+to="([^"]*)"/g, register: 'page' },
  { pattern: /<Ui\s+key="([^"]*)"/g, register: 'ui' },
];

function bodies(world: World, registers: Registers): Problem[] {
  return [...world.news, ...world.pages].flatMap((entry) =>
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
    ...world.showCards.flatMap(({ value, file, line }) => missing(registers.country, value.id, { file, line, field: 'id' })),
  ];
}
