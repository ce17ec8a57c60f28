import { afterEach, describe, expect, test } from 'vitest';
import { plantedContent } from '../support/planted.ts';

type Planted = ReturnType<typeof plantedContent>;

let planted: Planted | undefined;
afterEach(() => planted?.dispose());

const countries = 'content/data/countries.yml';
const cards = 'content/data/show-cards.yml';
const holidays = 'content/data/holidays.yml';

/** What an editor may break in the registers of help, and the one message that must name place and remedy. */
const faults: { fault: string; plant: (content: Planted) => void; message: RegExp; today?: string }[] = [
  {
    fault: 'a country whose contact does not exist',
    plant: (content) => content.edit(countries, 'contacts: [dk]', 'contacts: [dkk]'),
    message: /countries\.yml:\d+: dk: "dkk" does not exist .*contacts\.yml/,
  },
  {
    fault: 'a contact whose document does not exist',
    plant: (content) => content.edit('content/data/contacts.yml', "- id: '000'", "- id: '099'"),
    message: /contacts\.yml:\d+: lv-116006\.sources: "099" does not exist .*seeds\/sources\.yml/,
  },
  {
    fault: 'a country that nobody checked for more than a year',
    plant: (content) => content.edit(countries, /(id: dk[\s\S]*?checkedOn: )'2026-11-21'/, "$1'2025-11-20'"),
    message: /countries\.yml:\d+: dk\.checkedOn: Dānija was last checked on 2025-11-20, 367 days ago/,
  },
  {
    fault: 'a country that stands twice',
    plant: (content) => content.edit(countries, '- id: dk\n', '- id: fi\n'),
    message: /countries\.yml:\d+: "fi" already stands at content\/data\/countries\.yml:\d+/,
  },
  {
    fault: 'a language of a country without cards',
    plant: (content) => content.edit(countries, 'localLanguages: [da]', 'localLanguages: [da, fo]'),
    message: /countries\.yml:\d+: dk\.localLanguages: fo has no cards → write them/,
  },
  {
    fault: 'cards in a language that the country has not',
    plant: (content) => content.edit(cards, 'language: da', 'language: is'),
    message: /show-cards\.yml:\d+: is is not a language of dk → add it to localLanguages/,
  },
  {
    fault: 'cards for a country that is not listed',
    plant: (content) => content.edit(cards, '- id: dk', '- id: is'),
    message: /show-cards\.yml:\d+: id: "is" does not exist .*countries\.yml/,
  },
  {
    fault: 'a card with a line less in Latvian',
    plant: (content) => content.edit(cards, "        - 'Lūdzu, pieaiciniet tulku.'\n", ''),
    message: /show-cards\.yml:\d+:\d+: 0\.cards\.police\.lv: has 4 lines, local has 5/,
  },
  {
    fault: 'a number typed on a card',
    plant: (content) => content.edit(cards, 'Please call {emergency}.', 'Please call 999.'),
    message: /show-cards\.yml:\d+:\d+: 0\.cards\.driver\.local\.2: types a number; write \{emergency\}/,
  },
  {
    fault: 'a misspelt Latvian line on a card',
    plant: (content) => content.edit(cards, 'Esmu briesmās.', 'Esmu briezmās.'),
    message: /show-cards\.yml:\d+: "briezmās" is in no dictionary \(lv\)/,
  },
  {
    fault: 'a holiday that is no day',
    plant: (content) => content.edit(holidays, "when: '12-24'", "when: '24.12.'"),
    message: /holidays\.yml:\d+:\d+: days\.\d+\.when: is not a day\. Write ‘12-25’/,
  },
  {
    fault: 'a holiday that stands twice',
    plant: (content) => content.edit(holidays, 'id: jani', 'id: ligo'),
    message: /holidays\.yml:\d+: "ligo" already stands at content\/data\/holidays\.yml/,
  },
];

describe('an editor who breaks a register of help is told place and remedy', () => {
  test.each(faults)('$fault', async ({ plant, message, today }) => {
    planted = plantedContent();
    plant(planted);
    const messages = await planted.messages(today);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join('\n')).toMatch(message);
  });
});
