import { describe, expect, test } from 'vitest';
import { attribute, isOneOf, textOf } from '../support/built-site/html.ts';
import { everyPage, type Page, plantedPage, select } from '../support/built-site/pages.ts';

/** Markdown makes a list of a paragraph that begins with a date: "2020. gada 19. oktobrī …". A list of ours begins at 1. */
function faults(page: Page): string[] {
  return select(page, isOneOf('ol')).flatMap((list) => {
    const start = attribute(list, 'start');
    return start === undefined ? [] : [`a list begins at ${start}: "${textOf(list).slice(0, 80)}"; write the number and its full stop as ${start}\\.`];
  });
}

describe('the rule', () => {
  test('finds a planted date that became a list', () => expect(faults(plantedPage('<ol start="2020"><li>gada 19. oktobrī</li></ol>'))).toHaveLength(1));
  test('leaves a list from 1 alone', () => expect(faults(plantedPage('<ol><li>A</li></ol>'))).toEqual([]));
});

everyPage('has no date that became a numbered list', faults);
