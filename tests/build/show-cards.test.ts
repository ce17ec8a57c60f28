import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/t.ts';
import { attribute, elementsIn, isOneOf, languageOf, textOf } from '../support/built-site/html.ts';
import { countryPages } from '../support/built-site/help.ts';
import { type Page, plantedPage } from '../support/built-site/pages.ts';
import { world } from '../support/built-site/records.ts';

interface Line {
  text: string;
  lang: string;
}

/** The cards of a page: what is read on each, with the language it is marked with. */
function cardsOn(page: Page): Line[][] {
  return page
    .named('details')
    .filter((one) => attribute(one, 'name') !== undefined)
    .map((card) =>
      elementsIn(card)
        .filter(isOneOf('p'))
        .map((line) => ({ text: textOf(line), lang: languageOf(line) })),
    );
}

/** The cards that the registers promise for a country, the emergency number in its place. */
function promised(id: string): Line[][] {
  const country = world().countries.find(({ value }) => value.id === id)?.value;
  const number = country?.emergency[0]?.shortCode ?? '';
  const filled = (text = '') => text.replaceAll('{emergency}', number);
  return world()
    .showCards.filter(({ value }) => value.id === id)
    .flatMap(({ value: { language, cards } }) =>
      Object.values(cards).map(({ local, lv }) =>
        local.flatMap((text, index) => [
          { text: filled(text), lang: language },
          { text: filled(lv[index]), lang: 'lv' },
        ]),
      ),
    );
}

test('the rule finds a planted card in the wrong language', () => {
  const page = plantedPage('<details name="a"><p lang="de">Ich brauche Hilfe.</p><p>Man vajag palīdzību.</p></details>', '/en/page/');
  expect(cardsOn(page)).toEqual([
    [
      { text: 'Ich brauche Hilfe.', lang: 'de' },
      { text: 'Man vajag palīdzību.', lang: 'en' },
    ],
  ]);
});

describe.each(countryPages())('$page.address', ({ record, locale, page }) => {
  test('shows a card for the police, a doctor and a driver, each line in its language', () => {
    expect(cardsOn(page)).toEqual(promised(record.id));
    expect(cardsOn(page).length % 3).toBe(0);
    expect(page.html).not.toContain('{emergency}');
  });

  test('says that nobody has checked them, as long as that is so', () => {
    const isChecked = world()
      .showCards.filter(({ value }) => value.id === record.id)
      .every(({ value }) => value.reviewed);
    expect(page.html.includes(translator(locale)('country.unreviewed'))).toBe(!isChecked);
  });
});
