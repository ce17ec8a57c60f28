import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { allPages, everyPage, type Page, plantedPage } from '../support/built-site/pages.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      // Titles are cut by search engines at will; ours begin with the page's own words, and a news title may have 160 characters.
      'long-title': 'off',
      // HTML does not tell `<!doctype html>` from `<!DOCTYPE html>`.
      'doctype-style': 'off',
      // Asks for no-break spaces between the words of a link to a phone too; phone-links.test.ts asks it of the digits.
      'tel-non-breaking': 'off',
    },
  }),
);

function faults({ html, address }: Page): string[] {
  const { results } = validator.validateStringSync(html, address);
  // A form of method "dialog" only groups its answers: it has nowhere to be sent to.
  const isGroup = html.includes('<form method="dialog"');
  const found = results.flatMap(({ messages }) => messages).filter(({ ruleId }) => !(isGroup && ruleId === 'wcag/h32'));
  return found.map(({ line, column, ruleId, message }) => `${line}:${column} ${message} (${ruleId})`);
}

describe('the rule', () => {
  test.each([
    ['an id twice', '<p id="a">A</p><p id="a">B</p>'],
    ['an image without words', '<img src="/a.png">'],
    ['a block inside a line', '<span><div>A</div></span>'],
    ['a button without words', '<button type="button"></button>'],
    ['an unknown element', '<blok>A</blok>'],
    ['a tag that closes nothing', '<p>A</p></div>'],
  ])('finds planted: %s', (_, html) => expect(faults(plantedPage(html)).length).toBeGreaterThan(0));
});

everyPage('is valid HTML without a warning', faults, allPages);
