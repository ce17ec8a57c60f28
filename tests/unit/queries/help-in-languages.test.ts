import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/records/parse-yaml.ts';
import {
  describeHelpCost,
  describeHelpHours,
  describeInterpreter,
  firstWords,
  hasInterpreter,
  helpCheckedOn,
  helpContact,
  helpLanguages,
  helpListPath,
  helpPagePath,
  localesFor,
  readHelpInLanguages,
} from '../../../src/queries/help-in-languages.ts';
import { readText } from '../../../src/records/read-files.ts';
import type { Phone } from '../../../src/schemas/contact.ts';
import { helpInLanguagesSchema, placeholdersIn, type HelpLanguage } from '../../../src/schemas/help-in-languages.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FILE = 'content/data/help-in-languages.yml';
const { value, problems } = readHelpInLanguages(ROOT);
const languages = value?.languages ?? [];
const byId = new Map(languages.map((language) => [language.id, language]));

/** Where most people in need of these pages come from, and the neighbours. */
const NEEDED = 'lv en ru uk be pl lt et de es fr ro bg tr ka hy az uz tg hi ne si vi zh-Hans ar fa'.split(' ');
const RIGHT_TO_LEFT = ['ar', 'fa', 'ur', 'he', 'ps', 'ckb', 'sd', 'ug', 'yi'];

/** Letters of the same script that a language does not have: what a neighbour's text brings along. */
const STRANGE_LETTERS: Record<string, RegExp> = {
  ru: /[іїєґўәғқӣӯҳҷ]/iu,
  uk: /[ыэёъўӣӯҳҷ]/iu,
  be: /[ищъїєґӣӯҳҷ]/iu,
  bg: /[ыэёіїєґўӣӯҳҷ]/iu,
  tg: /[ыщцьіїєґў]/iu,
  ar: /[یکگچپژٹڈڑںہھےۀۂ]/u,
  fa: /[يكىةٹڈڑںہھے]/u,
  ur: /[يكىةۀ]/u,
  uz: /[ğşçıöüəñ]/iu,
};

function textsOf({ texts }: HelpLanguage): string[] {
  return Object.values(texts).flatMap((text) => text ?? []);
}

function lettersOf(text: string): string[] {
  return text.replaceAll(/\{\w+\}/g, ' ').match(/\p{L}/gu) ?? [];
}

/** Letters of another script than the language is written in. */
function strayLetters(id: string, text: string): string[] {
  const script = new Intl.Locale(id).maximize().script?.replace('Hans', 'Hani') ?? 'Latn';
  const own = new RegExp(`[\\p{Script=${script}}\\p{Script=Common}\\p{Script=Inherited}]`, 'u');
  const strange = STRANGE_LETTERS[id];
  return lettersOf(text).filter((letter) => !own.test(letter) || strange?.test(letter));
}

/** The file with one change, read anew. */
function faultsAfter(from: string | RegExp, to: string): string[] {
  const text = readText(ROOT, FILE);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} is not in ${FILE}`);
  return parseYaml(FILE, changed, helpInLanguagesSchema).problems.map(({ field = '', message }) => `${field} ${message}`);
}

test('the file has no fault', () => expect(problems).toEqual([]));
test.each(NEEDED)('there is a page in %s', (id) => expect(byId.has(id)).toBe(true));

describe('reading refuses', () => {
  test.each<[string, string | RegExp, string, RegExp]>([
    ['a missing text', /\n {6}isFree: Die Beratung ist kostenlos\./, '', /languages\.8\.texts\.isFree is missing/],
    ['a text that nobody knows', '      title: Teave', '      titel: Teave\n      title: Teave', /there is no field "titel"/],
    ['a lost placeholder', 'Numbril {victims} ei pea', 'Sellel numbril ei pea', /must have exactly \{victims\} in braces/],
    ['a placeholder too many', 'title: Teave', "title: '{date}'", /must have nothing in braces/],
    ['a typed digit', 'Te ei ole üksi', 'Helistage 112', /has a typed digit/],
    ['a typed digit of another script', 'तपाईं एक्लो हुनुहुन्न', '११२', /has a typed digit/],
    ['a space at the end', 'title: Teave', "title: 'Teave '", /begins or ends with a space/],
    ['a language that stands twice', '  - id: et', '  - id: lt', /lt stands twice/],
  ])('%s', (_, from, to, message) => expect(faultsAfter(from, to).join('\n')).toMatch(message));
});

test('placeholders are found in order of their names', () => expect(placeholdersIn('{to} – {from}')).toEqual(['from', 'to']));

describe.each(languages)('$id', (language) => {
  test('is written in its own direction', () => {
    expect(language.direction).toBe(RIGHT_TO_LEFT.includes(language.id) ? 'rtl' : 'ltr');
  });
  test('is written in its own script', () => {
    expect([language.ownName, ...textsOf(language)].flatMap((text) => strayLetters(language.id, text))).toEqual([]);
  });
  test('says nothing twice', () => {
    const texts = textsOf(language);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
  test('takes no text over from another language', () => {
    const others = new Set(languages.filter(({ id }) => id !== language.id).flatMap(sentencesOf));
    expect(sentencesOf(language).filter((text) => others.has(text))).toEqual([]);
  });
  test('names an interpreter where the register has one, and nowhere else', () => {
    expect(language.texts.interpreter !== undefined).toBe(hasInterpreter(language.id, helpContact('newcomers').contact));
    expect(describeInterpreter(language)).toEqual(language.texts.interpreter ? [language.texts.interpreter] : []);
  });
});

/** Texts of three words and more: a single word may be the same in two languages. */
function sentencesOf(language: HelpLanguage): string[] {
  return textsOf(language).filter((text) => text.split(' ').length >= 3);
}

describe('the rule', () => {
  test.each([
    ['uk', 'Вы не одни'],
    ['uk', 'Help'],
    ['en', 'Неlp'],
    ['fa', 'كمك'],
    ['zh-Hans', 'ヘルプ'],
    ['hi', 'সাহায্য'],
  ])('finds planted strange letters in %s: %s', (id, text) => expect(strayLetters(id, text)).not.toEqual([]));
  test.each([
    ['uk', 'Їжа {victims}'],
    ['zh-Hans', '帮助，{emergency}。'],
    ['si', 'අවශ්‍ය'],
  ])('passes %s: %s', (id, text) => expect(strayLetters(id, text)).toEqual([]));
});

describe('the register and the texts agree', () => {
  const { texts } = languages[0] as HelpLanguage;

  test('the crisis line answers in the three languages that the texts name', () => {
    expect([...(helpContact('crisis').contact.languages ?? [])].sort()).toEqual(['en', 'lv', 'ru']);
  });
  test('there are words for the hours and the cost of every number', () => {
    for (const role of ['emergency', 'helpline', 'newcomers', 'victims', 'crisis', 'abroad'] as const) {
      const { phone } = helpContact(role);
      for (const language of languages) {
        expect(describeHelpHours(phone, language.texts).join(' '), `${language.id} ${role}`).not.toMatch(/[{}]/);
        expect(describeHelpCost(phone, language.texts).length, role).toBe(phone.cost.kind === 'unknown' ? 0 : 1);
      }
    }
  });
  test('the helpline is shown with its hours, not as open day and night', () => {
    expect(describeHelpHours(helpContact('helpline').phone, texts)).toEqual([
      'No pirmdienas līdz piektdienai, 9:00–17:00',
      'Svētku dienās nestrādā.',
    ]);
  });
  test('the emergency number is free, the helpline is not', () => {
    expect(describeHelpCost(helpContact('emergency').phone, texts)).toEqual([texts.callIsFree]);
    expect(describeHelpCost(helpContact('helpline').phone, texts)).toEqual([texts.callIsCharged]);
  });
  test('hours without words stop the build', () => {
    const { phone } = helpContact('helpline');
    const odd: Phone = {
      ...phone,
      hours: { timeZone: 'Europe/Riga', rules: [{ days: ['sa'], from: '09:00', to: '17:30' }], holidays: 'unknown' },
    };
    expect(() => describeHelpHours(odd, texts)).toThrow('there are no words for these hours');
  });
  test('a register with one more interpreter asks for a text', () => {
    const turkish = byId.get('tr') as HelpLanguage;
    const { interpreter, ...others } = turkish.texts;
    expect(interpreter).toBeDefined();
    expect(() => describeInterpreter({ ...turkish, texts: others })).toThrow('tr: texts.interpreter is missing');
  });
  test('the oldest check of all numbers is told', () => {
    expect(helpCheckedOn()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(helpCheckedOn() <= helpContact('crisis').contact.checkedOn).toBe(true);
  });
});

describe('a page', () => {
  test('has one address, below the Latvian list', () => {
    expect(helpPagePath(byId.get('zh-Hans') as HelpLanguage)).toBe('/lv/palidziba-citas-valodas/zh-Hans/');
    expect([helpListPath('lv'), helpListPath('en'), helpListPath('ru')]).toEqual([
      '/lv/palidziba-citas-valodas/',
      '/en/help-in-other-languages/',
      '/ru/pomosch-na-drugih-yazykah/',
    ]);
  });
  test('gives its reader the first words in Latvian and English', () => {
    expect(firstWords(byId.get('vi') as HelpLanguage).map(({ text }) => text)).toEqual([
      'Es runāju vjetnamiešu valodā. Lūdzu, pieaiciniet tulku.',
      'I speak Vietnamese. Please get an interpreter.',
    ]);
    expect(firstWords(byId.get('lv') as HelpLanguage)).toEqual([]);
  });
  test('leads on in its own language first, where the site has it, else in English', () => {
    expect([localesFor(byId.get('ru') as HelpLanguage), localesFor(byId.get('uk') as HelpLanguage)]).toEqual([
      ['ru', 'en', 'lv'],
      ['en', 'ru', 'lv'],
    ]);
  });
});

test('the list goes from Latin letters to the other scripts, each in its order', () => {
  const names = helpLanguages().map(({ ownName }) => ownName);
  expect(names).toHaveLength(languages.length);
  expect(names.indexOf('Eesti')).toBeLessThan(names.indexOf('Türkçe'));
  expect(names.indexOf('Türkçe')).toBeLessThan(names.indexOf('Русский'));
});
