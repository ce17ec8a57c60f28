import { afterEach, describe, expect, test } from 'vitest';
import { plantedContent } from '../support/planted.ts';

type Planted = ReturnType<typeof plantedContent>;

let planted: Planted | undefined;
afterEach(() => planted?.dispose());

const campaign = 'content/campaigns/lv/balttour.md';
const project = 'content/projects/lv/strom-ii.md';
const publication = 'content/publications/lv/visparejais-modelis-iestazu-sadarbibai.md';
const events = 'content/data/events.yml';
const topics = 'content/data/projects.yml';
const observances = 'content/data/observances.yml';

/** What an editor may break in the archive, and the one message that must name place and remedy. */
const faults: { fault: string; plant: (content: Planted) => void; message: RegExp }[] = [
  {
    fault: 'a withdrawn e-mail address in a link of a campaign',
    plant: (content) => content.edit(campaign, /\n---\n/, '\n---\n[Rakstiet biedrībai](mailto:drosa.maja@apollo.lv).\n\n'),
    message: /lv\/balttour\.md: shows the withdrawn contact drosa\.maja@apollo\.lv/,
  },
  {
    fault: 'an e-mail address typed in a publication',
    plant: (content) => content.edit(publication, /\n---\n/, '\n---\nRakstiet: padoms@labs.lv.\n\n'),
    message: /visparejais-modelis\S+\.md:\d+: padoms@labs\.lv\. is typed in prose/,
  },
  {
    fault: 'a withdrawn postal address in the name of an event',
    plant: (content) => content.edit(events, 'Konference par cilvēku tirdzniecības apkarošanu', 'Konference Lāčplēša ielā 75-9/10'),
    message: /events\.yml:\d+: shows the withdrawn contact lāčplēšaielā759\/10/,
  },
  {
    fault: 'a campaign with an unknown organiser',
    plant: (content) => content.edit(campaign, 'organisers: [arlietu-ministrija]', 'organisers: [arlietu-ministrijas]'),
    message: /lv\/balttour\.md:5: organisers: "arlietu-ministrijas" does not exist → correct it, or add the record to content\/data\/organisers\.yml$/,
  },
  {
    fault: 'a campaign for an unknown audience',
    plant: (content) => content.edit(campaign, /audiences: .*/, 'audiences: [visi]'),
    message: /lv\/balttour\.md:6: audiences: "visi" does not exist → .*content\/data\/audiences\.yml$/,
  },
  {
    fault: 'a campaign about an unknown form',
    plant: (content) => content.edit(campaign, 'forms: [visas]', 'forms: [cita]'),
    message: /lv\/balttour\.md:7: forms: "cita" does not exist → .*content\/data\/exploitation-forms\.yml$/,
  },
  {
    fault: 'a campaign with an unknown news item',
    plant: (content) => content.edit(campaign, 'news: []', 'news: [2014-01-01-nav]'),
    message: /lv\/balttour\.md:8: news: "2014-01-01-nav" does not exist → .*content\/news\/lv$/,
  },
  {
    fault: 'a campaign with an unknown publication',
    plant: (content) => content.edit(campaign, 'publications: []', 'publications: [publication-nav]'),
    message: /lv\/balttour\.md:9: publications: "publication-nav" does not exist → .*seeds\/facts\/publications\.yml$/,
  },
  {
    fault: 'a publication that rests on an unknown law',
    plant: (content) => content.edit(publication, /lawChange: .*/, 'lawChange: mk-000'),
    message: /visparejais-modelis\S+\.md:\d+: lawChange: "mk-000" does not exist → .*seeds\/facts\/laws\.yml$/,
  },
  {
    fault: 'a publication for an unknown profession',
    plant: (content) => content.edit(publication, /professions: .*/, 'professions: [kuri]'),
    message: /visparejais-modelis\S+\.md:\d+: professions: "kuri" does not exist → .*content\/data\/professions\.yml$/,
  },
  {
    fault: 'an event with an unknown record',
    plant: (content) => content.edit(events, "records: ['001-2003']", "records: ['001-2003', training-nav]"),
    message: /events\.yml:2: 2003-\S+\.records: "training-nav" does not exist → .*seeds\/facts\/training\.yml or news\*\.yml$/,
  },
  {
    fault: 'an event of an unknown project',
    plant: (content) => content.edit(events, 'project: lilya-4-ever', 'project: lilya-5-ever'),
    message: /events\.yml:2: 2003-\S+\.project: "lilya-5-ever" does not exist → .*seeds\/facts\/projects\.yml$/,
  },
  {
    fault: 'an event with an unknown news item',
    plant: (content) => content.edit(events, /news: 2003-\S+/, 'news: 2003-01-01-nav'),
    message: /events\.yml:2: 2003-\S+\.news: "2003-01-01-nav" does not exist → .*content\/news\/lv$/,
  },
  {
    fault: 'a project of news that the evidence does not know',
    plant: (content) => content.write(topics, content.read(topics) + content.read(topics).replace(/[^]*\n- id: strom-ii\n([^]*?)urlSlug[^]*/, '- id: strom-iii\n$1urlSlug: { en: strom-iii, ru: strom-iii }\n')),
    message: /content\/data\/projects\.yml:\d+: id: "strom-iii" does not exist → .*seeds\/facts\/projects\.yml$/,
  },
  {
    fault: 'a yearly day with an unknown source',
    plant: (content) => content.edit(observances, 'id: edruva-2025-10-18', 'id: edruva-2025-10-19'),
    message: /observances\.yml:2: es-diena\S+\.source: "edruva-2025-10-19" does not exist → .*seeds\/sources\.yml$/,
  },
  {
    fault: 'a record of an event told twice',
    plant: (content) => content.edit(events, "records: ['001-2004-12-01',", "records: ['001-2003', '001-2004-12-01',"),
    message: /events\.yml:12: 2004-\S+\.records: "001-2003" is told by 2003-\S+ too → leave it to one event$/,
  },
  {
    fault: 'a campaign of the evidence that no text tells',
    plant: (content) => content.remove('content/campaigns/lv/bukleti-riga-2014.md'),
    message: /seeds\/facts\/campaigns\.yml:\d+: "\S+" is told by no text → write its file in content\/campaigns\/lv$/,
  },
  {
    fault: 'a publication of the evidence that two texts tell',
    plant: (content) => content.write('content/publications/lv/otrs.md', content.read(publication)),
    message: /seeds\/facts\/publications\.yml:\d+: "\S+" is told twice: \S+otrs\.md, \S+sadarbibai\.md → delete one of them$/,
  },
  {
    fault: 'an id of an event that stands twice',
    plant: (content) => content.edit(events, '- id: 2004-konference-policijas-akademija', '- id: 2003-skolenu-informesana-lilya-4-ever'),
    message: /events\.yml:12: "2003-\S+" already stands at content\/data\/events\.yml:2 → give one of the two another id/,
  },
  {
    fault: 'an organiser that stands twice',
    plant: (content) => content.edit('content/data/organisers.yml', /^(- .*)$/m, '$1\n$1'),
    message: /organisers\.yml:3: "iekslietu-ministrija" already stands at content\/data\/organisers\.yml:2 → give one of the two another id/,
  },
  {
    fault: 'a field that campaigns have not',
    plant: (content) => content.edit(campaign, 'news: []', 'news: []\nbudget: 100'),
    message: /lv\/balttour\.md:9:\d+: budget: there is no field "budget" → correct the spelling or delete the line; content\/README\.md lists the fields$/,
  },
  {
    fault: 'a field that projects have not',
    plant: (content) => content.edit(project, 'record: strom-ii', 'record: strom-ii\nmanager: Institūts'),
    message: /lv\/strom-ii\.md:5:\d+: manager: there is no field "manager" → correct the spelling or delete the line/,
  },
  {
    fault: 'a field that publications have not',
    plant: (content) => content.edit(publication, 'lawChange:', 'lawChanged:'),
    message: /visparejais-modelis\S+\.md:\d+:\d+: lawChanged: there is no field "lawChanged" → correct the spelling or delete the line/,
  },
  {
    fault: 'a field that events have not',
    plant: (content) => content.edit(events, "start: '2003'", "starts: '2003'\n  start: '2003'"),
    message: /events\.yml:8:\d+: 0\.starts: there is no field "starts" → correct the spelling or delete the line/,
  },
  {
    fault: 'a field that yearly days have not',
    plant: (content) => content.edit(observances, 'monthDay: 10-18', "monthDay: 10-18\n  until: '2030'"),
    message: /observances\.yml:4:\d+: 0\.until: there is no field "until" → correct the spelling or delete the line/,
  },
  ...['organisers', 'audiences', 'exploitation-forms', 'professions'].map((file) => ({
    fault: `a field that ${file} have not`,
    plant: (content: Planted) => content.edit(`content/data/${file}.yml`, ' }', ', shortName: Īss }'),
    message: new RegExp(`${file}\\.yml:2:\\d+: 0\\.shortName: there is no field "shortName" → correct the spelling or delete the line`),
  })),
  {
    fault: 'a field that synonyms have not',
    plant: (content) => content.edit('content/data/synonyms.yml', '  words:', '  language: lv\n  words:'),
    message: /synonyms\.yml:5:\d+: 0\.language: there is no field "language" → correct the spelling or delete the line/,
  },
  {
    fault: 'a kind of event that is not one',
    plant: (content) => content.edit(events, 'kind: public-event', 'kind: party'),
    message: /events\.yml:7:\d+: 0\.kind: is not one of: conference, training, .* → choose one of them$/,
  },
  {
    fault: 'a day of a year that is no month and day',
    plant: (content) => content.edit(observances, 'monthDay: 10-18', 'monthDay: 18-10'),
    message: /observances\.yml:3:\d+: 0\.monthDay: is not a month and day such as 10-18 → correct the value$/,
  },
  {
    fault: 'a word that stands twice in a set of synonyms',
    plant: (content) => content.edit('content/data/synonyms.yml', 'words: [jaunietis,', 'words: [jaunietis, Jaunietis,'),
    message: /synonyms\.yml:5:\d+: 0\.words: names a word twice → correct the value$/,
  },
];

describe('an editor who breaks something in the archive is told place and remedy, once', () => {
  test.each(faults)('$fault', async ({ plant, message }) => {
    planted = plantedContent();
    plant(planted);
    expect(await planted.messages()).toEqual([expect.stringMatching(message)]);
  });
});
