import { describe, expect, test } from 'vitest';
import { attribute, elementsIn, isOneOf, textOf } from '../support/built-site/html.ts';
import { everyPage, type Page, plantedPage, select } from '../support/built-site/pages.ts';

/** What follows a year or a day in a Latvian or Russian date; English dates have no full stop. */
const REST_OF_DATE =
  /^(?:gad|janv|febr|mart|apr|maij|jūn|jūl|aug|sept|okt|nov|dec|год|янв|февр|март|апр|ма[яй]|июн|июл|авг|сент|окт|ноя|дек)/;

/** Markdown makes a list of a paragraph that begins with a date: "2020. gada 19. oktobrī …". */
function faults(page: Page): string[] {
  return select(page, isOneOf('ol')).flatMap((list) => {
    const first = elementsIn(list).find(isOneOf('li'));
    // A list of news begins with the month of the first item.
    if (elementsIn(list).some(isOneOf('time'))) return [];
    const [start, text] = [attribute(list, 'start') ?? '1', first ? textOf(first) : ''];
    return Number(start) > 1000 || REST_OF_DATE.test(text)
      ? [`a list begins at ${start}: "${text.slice(0, 80)}"; write the number and its full stop as ${start}\\.`]
      : [];
  });
}

describe('the rule', () => {
  test('finds a planted date that became a list', () =>
    expect(faults(plantedPage('<ol start="2020"><li>gada 19. oktobrī</li></ol>'))).toHaveLength(1));
  test('finds a planted day that became a list', () => expect(faults(plantedPage('<ol start="19"><li>oktobrī</li></ol>'))).toHaveLength(1));
  test('leaves lists alone that go on counting', () =>
    expect(faults(plantedPage('<ol start="9"><li>Psihosociāla palīdzība</li></ol>'))).toEqual([]));
});

everyPage('has no date that became a numbered list', faults);
