import { locales, type Locale } from '../../i18n/locales.ts';
import type { Problem } from '../../records/problem.ts';
import type { TextEntry, World } from '../../records/world.ts';
import type { Rule } from '../rule.ts';

export const languages: Rule = {
  promise:
    'Standing pages exist in all three languages with the same sections; news and easy pages exist at least in Latvian, easy pages with a front; address words are set; each country has its cards.',
  check: (world) => [
    ...pagesInAll(world),
    ...newsInLatvian(world),
    ...easyInLatvian(world),
    ...addressWords([...world.news, ...world.pages, ...world.easyRead.filter(({ name }) => name !== 'index')]),
    ...cardsOfCountries(world),
  ],
};

function pagesInAll({ pages }: World): Problem[] {
  const byName = Map.groupBy(pages, ({ name }) => name);
  return [...byName].flatMap(([name, versions]) => {
    const of = (locale: Locale) => versions.find((page) => page.locale === locale);
    const latvian = of('lv');
    const wantedLocales = latvian?.data.onlyLatvian ? (['lv'] as const) : locales;
    const absent = wantedLocales
      .filter((locale) => !of(locale))
      .map((locale): Problem => ({
        file: `content/pages/${locale}/${name}.mdx`,
        message: 'is missing',
        remedy: 'translate the page; standing pages are required in all three languages',
      }));
    if (!latvian) return absent;
    const wanted = sections(latvian.body);
    const uneven = versions.flatMap((page): Problem[] => {
      const found = sections(page.body);
      if (found.join() === wanted.join() && page.data.parent === latvian.data.parent) return [];
      return [
        {
          file: page.file,
          message: `has the sections ${found.join(' ') || 'none'}, the Latvian page has ${wanted.join(' ') || 'none'}, or another parent`,
          remedy: 'give both the same headings in the same order and the same parent',
        },
      ];
    });
    return [...absent, ...uneven];
  });
}

/** The outline of a page as heading marks: ## ### ##. */
function sections(body: string): string[] {
  return [...body.matchAll(/^(#{2,4}) /gm)].map((match) => match[1] ?? '');
}

function newsInLatvian({ news }: World): Problem[] {
  const latvian = new Map(news.filter(({ locale }) => locale === 'lv').map((item) => [item.name, item]));
  return news.flatMap(({ file, name, data }): Problem[] => {
    const twin = latvian.get(name);
    if (!twin) return [{ file, message: 'has no Latvian version', remedy: `write content/news/lv/${name}.md with the same file name` }];
    if (twin.data.publishedOn !== data.publishedOn || twin.data.records.join() !== data.records.join()) {
      return [{ file, message: 'differs from its Latvian version in publishedOn or records', remedy: `make both equal to ${twin.file}` }];
    }
    return [];
  });
}

function easyInLatvian({ easyRead }: World): Problem[] {
  const has = (locale: Locale, name: string) => easyRead.some((page) => page.locale === locale && page.name === name);
  const orphans = easyRead.flatMap(({ file, name }): Problem[] =>
    has('lv', name) ? [] : [{ file, message: 'has no Latvian version', remedy: `write content/easy-read/lv/${name}.mdx` }],
  );
  const fronts = [...new Set(easyRead.map(({ locale }) => locale))].flatMap((locale): Problem[] =>
    has(locale, 'index')
      ? []
      : [{ file: `content/easy-read/${locale}/index.mdx`, message: 'is missing', remedy: 'write the front of the section' }],
  );
  return [...orphans, ...fronts];
}

function addressWords(entries: readonly TextEntry<{ urlSlug?: string | undefined }>[]): Problem[] {
  return entries.flatMap(({ file, locale, data }): Problem[] => {
    if (locale === 'lv' && data.urlSlug !== undefined)
      return [
        { file, field: 'urlSlug', message: 'stands in a Latvian file', remedy: 'delete the line; a Latvian address is the file name' },
      ];
    if (locale !== 'lv' && data.urlSlug === undefined)
      return [{ file, field: 'urlSlug', message: 'is missing', remedy: 'add the address word, for example urlSlug: get-help' }];
    return [];
  });
}

/** A card to show for each language of a country, and no other. */
function cardsOfCountries({ countries, showCards }: World): Problem[] {
  const has = (id: string, language: string) => showCards.some(({ value }) => value.id === id && value.language === language);
  const spoken = (id: string) => countries.find(({ value }) => value.id === id)?.value.localLanguages ?? [];
  return [
    ...countries.flatMap(({ value: { id, localLanguages }, file, line }) =>
      localLanguages
        .filter((language) => !has(id, language))
        .map((language): Problem => ({
          file,
          line,
          field: `${id}.localLanguages`,
          message: `${language} has no cards`,
          remedy: 'write them in content/data/show-cards.yml, or take the language away',
        })),
    ),
    ...showCards
      .filter(({ value: { id, language } }) => !spoken(id).includes(language))
      .map(({ value: { id, language }, file, line }): Problem => ({
        file,
        line,
        message: `${language} is not a language of ${id}`,
        remedy: 'add it to localLanguages in content/data/countries.yml, or delete the cards',
      })),
  ];
}
