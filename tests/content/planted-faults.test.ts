import { afterEach, describe, expect, test } from 'vitest';
import { plantedContent } from '../support/planted.ts';

type Planted = ReturnType<typeof plantedContent>;
const item = 'content/news/lv/2017-10-20-strom-ii-kampana-liepaja.md';
const page = 'content/pages/lv/par-vietni.mdx';

let planted: Planted | undefined;
afterEach(() => planted?.dispose());

/** What an editor may break, and the one message that must name place and remedy. */
const faults: { fault: string; plant: (content: Planted) => void; message: RegExp; today?: string }[] = [
  {
    fault: 'a field that does not exist',
    plant: (content) => content.edit(item, 'precision:', 'precison:'),
    message: /2017-10-20-strom-ii-kampana-liepaja\.md:\d+:\d+: precison: there is no field "precison" → correct the spelling/,
  },
  {
    fault: 'a field that is too short',
    plant: (content) => content.edit(item, /description: .*/, 'description: Par īsu.'),
    message: /liepaja\.md:3:14: description: is shorter than 50 characters → write more/,
  },
  {
    fault: 'a value outside its list',
    plant: (content) => content.edit(item, 'precision: day', 'precision: week'),
    message: /liepaja\.md:5:12: precision: is not one of: day, month, year → choose one of them/,
  },
  {
    fault: 'a reference to a source that does not exist',
    plant: (content) => content.edit(item, "id: '004'", "id: '044'"),
    message: /liepaja\.md:12: sources\.0\.id: "044" does not exist → correct it, or add the record to seeds\/sources\.yml/,
  },
  {
    fault: 'a theme that does not exist',
    plant: (content) => content.edit(item, 'themes: [kampanas]', 'themes: [kampanass]'),
    message: /themes\.0: "kampanass" does not exist .*themes\.yml/,
  },
  {
    fault: 'a figure that does not exist',
    plant: (content) => content.edit(item, ':fact[004-liepaja-leaflets]', ':fact[004-liepaja-leaflet]'),
    message: /liepaja\.md:\d+: "004-liepaja-leaflet" does not exist .*figures/,
  },
  {
    fault: 'a contact that does not exist',
    plant: (content) => content.edit(page, '<Phone id="lv-112" />', '<Phone id="lv-113" />'),
    message: /par-vietni\.mdx:\d+: "lv-113" does not exist .*contacts\.yml/,
  },
  {
    fault: 'a date that is no day of the calendar',
    plant: (content) => content.edit(item, 'publishedOn: 2017-10-20', 'publishedOn: 2017-13-20'),
    message: /liepaja\.md:4:14: publishedOn: is not a day of the calendar/,
  },
  {
    fault: 'a date in another form',
    plant: (content) => content.edit(item, 'publishedOn: 2017-10-20', 'publishedOn: 20.10.2017'),
    message: /publishedOn: is not a day\. Write it as YYYY-MM-DD/,
  },
  {
    fault: 'a date that differs from the file name',
    plant: (content) => content.edit(item, 'publishedOn: 2017-10-20', 'publishedOn: 2017-10-21'),
    message: /publishedOn: is 2017-10-21, but the file name begins with 2017-10-20 → make both equal/,
  },
  {
    fault: 'a news item from the future',
    plant: () => undefined,
    today: '2020-10-01',
    message: /2020-10-19-aviacijas-nozares-memorands\.md:\d+: publishedOn: 2020-10-19 is in the future/,
  },
  {
    fault: 'a YAML indent',
    plant: (content) => content.edit('content/data/themes.yml', '  urlSlug: { en: training', '   urlSlug: { en: training'),
    message: /content\/data\/themes\.yml:\d+:\d+: is not valid YAML: .* → compare the spaces/,
  },
  {
    fault: 'a text with a comma that is not quoted',
    plant: (content) => content.edit('content/data/themes.yml', 'lv: Pētījumi, en', 'lv: Pētījumi, aptaujas un teksti, en'),
    message: /themes\.yml:\d+:\d+: .* → put the whole text into quotation marks/,
  },
  {
    fault: 'a language file without a word',
    plant: (content) => content.edit('content/data/ui/ru.json', /\n {2}"exit\.label": .*/, ''),
    message: /content\/data\/ui\/ru\.json: exit\.label: is missing → add the word/,
  },
  {
    fault: 'a plural form that a language needs',
    plant: (content) => content.edit('content/data/ui/ru.json', /\n {2}"count\.items_few": .*/, ''),
    message: /ru\.json: count\.items_few: is missing/,
  },
  {
    fault: 'a placeholder that was lost in translation',
    plant: (content) => content.edit('content/data/ui/en.json', '"help.call": "Call: {name}"', '"help.call": "Call"'),
    message: /en\.json: help\.call: has the placeholders none, Latvian has \{name\}/,
  },
  {
    fault: 'a language file that is no JSON',
    plant: (content) => content.edit('content/data/ui/en.json', '"exit.label": ', '"exit.label" '),
    message: /content\/data\/ui\/en\.json:\d+:\d+: is not valid YAML/,
  },
  {
    fault: 'a deleted page that others link to',
    plant: (content) => {
      for (const locale of ['lv', 'en', 'ru']) content.remove(`content/pages/${locale}/privatums.mdx`);
    },
    message: /content\/pages\/lv\/\S+\.mdx:\d+: "pages\/privatums" does not exist/,
  },
  {
    fault: 'a deleted list of contacts',
    plant: (content) => content.remove('content/data/contacts.yml'),
    message: /content\/data\/contacts\.yml: is missing → bring it back: git restore content\/data\/contacts\.yml$/,
  },
  {
    fault: 'a deleted language file',
    plant: (content) => content.remove('content/data/ui/ru.json'),
    message: /content\/data\/ui\/ru\.json: is missing → bring it back/,
  },
  {
    fault: 'a deleted translation',
    plant: (content) => content.remove('content/pages/ru/privatums.mdx'),
    message: /content\/pages\/ru\/privatums\.mdx: is missing → translate the page/,
  },
  {
    fault: 'a translation with other sections',
    plant: (content) => content.edit('content/pages/en/par-vietni.mdx', /\n## .*/, ''),
    message: /content\/pages\/en\/par-vietni\.mdx: has the sections .* → give both the same headings/,
  },
  {
    fault: 'a figure typed in prose',
    plant: (content) => content.edit(item, ':fact[004-liepaja-leaflets] bukletu', '2500 bukletu'),
    message: /liepaja\.md:\d+: the figure 2500 is typed in prose → write :fact\[id\]/,
  },
  {
    fault: 'a quotation mark typed in news',
    plant: (content) => content.edit(item, ':name[004-novada-zinas]', '„Novada ziņas”'),
    message: /liepaja\.md:\d+: a quotation mark „ is typed in prose/,
  },
  {
    fault: 'a phone number typed in prose',
    plant: (content) => content.edit(page, '<Phone id="lv-112" />', '2861 2120'),
    message: /par-vietni\.mdx:\d+: 2861 2120 is typed in prose → use <Phone/,
  },
  {
    fault: 'a withdrawn e-mail address',
    plant: (content) => content.edit(page, 'Negaidiet labojumu.', 'Rakstiet: drosa.maja@apollo.lv.'),
    message: /par-vietni\.mdx: shows the withdrawn contact drosa\.maja@apollo\.lv/,
  },
  {
    fault: 'a contact that nobody checked for more than a year',
    plant: () => undefined,
    today: '2027-11-23',
    message: /content\/data\/contacts\.yml:\d+: lv-112\.checkedOn: Vienotais ārkārtas palīdzības tālrunis 112 was last checked on 2026-11-21, 367 days ago/,
  },
  {
    fault: 'a number that no country gives out',
    plant: (content) => {
      content.edit('content/data/contacts.yml', "e164: '+37128612120'", "e164: '+37118612120'");
      content.edit('content/data/contacts.yml', /printed: '?2861.2120'?/, "printed: '1861\u00a02120'");
      content.edit('content/data/contacts.yml', /printedInternational: '?\+371.2861.2120'?/, "printedInternational: '+371\u00a01861\u00a02120'");
    },
    message: /contacts\.yml:\d+: lv-drosa-maja\.phones: \+37118612120 is not a number of any country/,
  },
  {
    fault: 'a repealed law on a standing page',
    plant: (content) => content.edit(page, '## Avoti', '## Avoti\n\nMK noteikumi Nr. 889.\n'),
    message: /par-vietni\.mdx:\d+: cites MK 889, which is repealed/,
  },
  {
    fault: 'a record of the evidence that no item tells',
    plant: (content) => content.edit(item, "records: ['004-2017-10-20']", 'records: []'),
    message: /seeds\/facts\/news\.yml:\d+: "004-2017-10-20" is told by no news item/,
  },
  {
    fault: 'an id that stands twice',
    plant: (content) => content.edit('content/data/themes.yml', '- id: macibas', '- id: konferences'),
    message: /themes\.yml:\d+: "konferences" already stands at content\/data\/themes\.yml:\d+/,
  },
  {
    fault: 'a misspelt word',
    plant: (content) => content.edit(page, 'Negaidiet labojumu.', 'Negaidiett labojumu.'),
    message: /par-vietni\.mdx:\d+: "Negaidiett" is in no dictionary \(lv\)/,
  },
  {
    fault: 'a dictionary word that nobody uses',
    plant: (content) => content.edit('content/dictionary/words.txt', 'axe-core', 'axe-core\naxe-corf'),
    message: /content\/dictionary\/words\.txt: "axe-corf" is used nowhere → delete the line/,
  },
  {
    fault: 'a dictionary that is not sorted',
    plant: (content) => content.edit('content/dictionary/words.txt', 'axe-core\n', ''),
    message: /"axe-core" is in no dictionary/,
  },
  {
    fault: 'a security contact that is about to expire',
    plant: (content) => content.edit('content/data/site.yml', /securityTxtExpiresOn: .*/, 'securityTxtExpiresOn: 2026-12-01'),
    message: /site\.yml: securityTxtExpiresOn: is less than 60 days away/,
  },
  {
    fault: 'an empty register',
    plant: (content) => content.write('content/data/contacts.yml', '[]\n'),
    message: /content\/data\/contacts\.yml:1:1: .*is empty: write at least one record/,
  },
  {
    fault: 'a file without front matter',
    plant: (content) => content.edit(item, '---\n', ''),
    message: /liepaja\.md:1: has no front matter → begin the file with a line ---/,
  },
];

describe('an editor who breaks something is told place and remedy', () => {
  test.each(faults)('$fault', async ({ plant, message, today }) => {
    planted = plantedContent();
    plant(planted);
    const messages = await planted.messages(today);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join('\n')).toMatch(message);
  });
});
