import { collator } from '~/i18n/format.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords } from '~/i18n/paths.ts';
import type { Country } from '~/schemas/country.ts';
import { cardReaders, type CardReader } from '~/schemas/show-card.ts';
import { helpFrontPath, inAllLanguages, type HelpPage } from './contacts.ts';
import { world } from './world.ts';

/** File name of the standing page about help abroad. */
export const abroadPage = 'ja-esi-arzemes';

export interface ShownCard {
  reader: CardReader;
  /** The sentence in the local language and in Latvian. */
  lines: { local: string; lv: string }[];
}

/** All countries by their name in one language. */
export function countriesIn(locale: Locale): Country[] {
  const { compare } = collator(locale);
  return world()
    .countries.map(({ value }) => value)
    .sort((a, b) => compare(a.name[locale], b.name[locale]));
}

export async function countryPath({ urlSlug }: Country, locale: Locale): Promise<string> {
  return `${await helpFrontPath(locale)}${addressWords.abroad[locale]}/${urlSlug[locale]}/`;
}

/** The pages of all countries in one language, by name. */
export function countryPagesIn(locale: Locale): Promise<HelpPage[]> {
  return Promise.all(
    countriesIn(locale).map(async (country) => {
      const path = (other: Locale) => countryPath(country, other);
      return {
        path: await path(locale),
        label: country.name[locale],
        alternates: await inAllLanguages(path),
        changedOn: country.checkedOn,
      };
    }),
  );
}

/** Paths of `[locale]/[help]/[abroad]/[country].astro`. */
export async function countryPaths() {
  const paths = locales.flatMap((locale) =>
    countriesIn(locale).map(async (country) => {
      const [, , help, abroad, slug] = (await countryPath(country, locale)).split('/');
      return { params: { locale, help, abroad, country: slug }, props: { locale, country } };
    }),
  );
  return Promise.all(paths);
}

/** The cards of a country by language, with its first emergency number in place. */
export function cardsOf({ id, emergency }: Country): { language: string; reviewed: boolean; cards: ShownCard[] }[] {
  const number = emergency[0]?.shortCode ?? '';
  const filled = (line: string) => line.replaceAll('{emergency}', number);
  return world()
    .showCards.filter(({ value }) => value.id === id)
    .map(({ value: { language, reviewed, cards } }) => ({
      language,
      reviewed,
      cards: cardReaders.map((reader) => ({
        reader,
        lines: cards[reader].local.map((local, index) => ({ local: filled(local), lv: filled(cards[reader].lv[index] ?? '') })),
      })),
    }));
}
