import { describe, expect, test } from 'vitest';
import { attribute, closest, type Element, isOneOf, languageOf } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage } from '../support/built-site/pages.ts';

const CYRILLIC_LANGUAGES = ['ru', 'uk', 'bg', 'be', 'sr', 'mk', 'mn', 'kk', 'ky', 'tg'];
const SPOKEN_ATTRIBUTES = ['alt', 'aria-label', 'placeholder', 'title'];

/**
 * Words that stand in sentences of one language and in none of the site's other languages. Names carry no language
 * (WCAG 3.1.2 exempts them), so Latvian is also known by a word that begins small and has a Latvian letter.
 */
const SIGNS: Record<string, RegExp> = {
  en: /(?<![\p{L}\d])(?:the|of|and|with|from)(?![\p{L}\d])/u,
  lv: /(?<!\p{L})(?:un|kas|vai|lai)(?!\p{L})|(?<![\p{L}.])[a-zāčēģīķļņšūž]*[āčēģīķļņšūž][a-zāčēģīķļņšūž]*(?!\p{L})/u,
};
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Four words in Latin letters one after another are a phrase, not a name, in a Russian text. */
const LATIN_PHRASE = /(?:\p{Script=Latin}+[\s,]+){3}\p{Script=Latin}+/u;

interface Run {
  text: string;
  lang: string;
}

const unspoken = isOneOf('script', 'style', 'head', 'svg');

/** Every piece of text and every spoken attribute of the body, with the language it is marked with. */
function runs(page: Page): Run[] {
  const spoken = page.elements.filter((element) => !closest(element, unspoken));
  return spoken.flatMap((element) => [...textRuns(element), ...attributeRuns(element)]);
}

function textRuns(element: Element): Run[] {
  return element.childNodes.flatMap((node) =>
    'value' in node && node.value.trim() !== '' ? [{ text: node.value, lang: languageOf(element) }] : [],
  );
}

function attributeRuns(element: Element): Run[] {
  return SPOKEN_ATTRIBUTES.flatMap((name) => {
    const text = attribute(element, name);
    return text ? [{ text, lang: languageOf(element) }] : [];
  });
}

/** A name in quotation marks is a name: of a body, a campaign, a game. */
const QUOTED = /[„“«"][^„“”«»"]*[”“»"]/g;

function faultOf({ text: written, lang }: Run): string | undefined {
  const text = written.replaceAll(QUOTED, '');
  const isCyrillicLanguage = CYRILLIC_LANGUAGES.includes(lang);
  if (CYRILLIC.test(written) && !isCyrillicLanguage) return 'Cyrillic letters';
  if (isCyrillicLanguage && LATIN_PHRASE.test(text)) return 'a phrase in Latin letters';
  const other = Object.keys(SIGNS).find((language) => language !== lang && SIGNS[language]?.test(text));
  // Lithuanian and Estonian names and titles share letters with Latvian.
  return other && ['lv', 'en', 'ru'].includes(lang) ? `words in ${other}` : undefined;
}

function faults(page: Page): string[] {
  return runs(page).flatMap((run) => {
    const fault = faultOf(run);
    return fault ? [`${fault} marked as ${run.lang}: "${run.text.trim().slice(0, 120)}"`] : [];
  });
}

describe('the rule', () => {
  test.each([
    ['Russian text on a Latvian page', '<p>Zvaniet: помощь</p>', '/lv/lapa/'],
    ['a Russian label on a Latvian page', '<a href="/ru/" aria-label="Русский">RU</a>', '/lv/lapa/'],
    ['an English title on a Latvian page', '<cite>The costs of assisting victims</cite>', '/lv/lapa/'],
    ['a Latvian title on an English page', '<cite>Cilvēku tirdzniecības novēršana</cite>', '/en/page/'],
    ['a Latvian sentence on a Russian page', '<p>Deputāti un ministri</p>', '/ru/stranica/'],
    ['an English phrase on a Russian page', '<p>Отчёт Trafficking in Persons Report</p>', '/ru/stranica/'],
  ])('finds planted: %s', (_, html, address) => expect(faults(plantedPage(html, address))).toHaveLength(1));

  test.each([
    ['a marked run', '<p>Zvaniet: <span lang="ru">помощь</span></p>', '/lv/lapa/'],
    ['a name in quotation marks', '<p>The campaign “Cilvēku tirdzniecības upuris?” began.</p>', '/en/page/'],
    ['a name on an English page', '<p>Lāsma Stabiņa spoke in Rīga.</p>', '/en/page/'],
    ['a name on a Russian page', '<p>Общество «Centrs MARTA»</p>', '/ru/stranica/'],
  ])('passes %s', (_, html, address) => expect(faults(plantedPage(html, address))).toEqual([]));
});

everyPage('marks every run in another language', faults, allPages);
