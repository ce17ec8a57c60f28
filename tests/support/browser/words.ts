import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './site.ts';

const data = join(import.meta.dirname, '../../../content/data');

/** The names by which tests find things, read from the site's own words so that an editor may change them. */
function wordsOf(language: Language) {
  const ui = JSON.parse(readFileSync(join(data, 'ui', `${language}.json`), 'utf8')) as Record<string, string>;
  const word = (key: string): string => {
    const found = ui[key];
    if (found === undefined)
      throw new Error(`content/data/ui/${language}.json has no "${key}". Correct the key in tests/support/browser/words.ts.`);
    return found;
  };
  return {
    helpStrip: word('help.strip'),
    exit: word('exit.label'),
    exitFromSkip: word('exit.skip'),
    leaving: word('exit.leaving'),
    twoMore: word('exit.twoMore'),
    oneMore: word('exit.oneMore'),
    expired: word('exit.expired'),
    skip: word('skip.content'),
    menu: word('menu.open'),
    menuLinks: word('menu.mobile'),
    mainMenu: word('menu.main'),
    breadcrumb: word('breadcrumb.label'),
    home: word('breadcrumb.home'),
    languages: word('language.switch'),
    languageName: word('language.name'),
    noPageInThisLanguage: word('language.missing'),
    news: word('news.title'),
    allNews: word('news.all'),
    newest: word('home.newest'),
    neighbours: word('news.neighbours'),
    older: word('news.older'),
    newer: word('news.newer'),
    pages: word('pagination.label'),
    nextPage: word('pagination.next'),
    previousPage: word('pagination.previous'),
    notFound: word('notFound.title'),
    toHome: word('notFound.home'),
    openNow: word('openNow.open'),
    unknownOnHolidays: word('openNow.holiday'),
    search: word('search.title'),
    searchLabel: word('search.label'),
    searchButton: word('search.button'),
    searchFilters: word('search.filters'),
    searchType: word('search.filter.type'),
    typeCampaign: word('search.type.campaign'),
    searchFound: word('search.found_other'),
    searchMore: word('search.more'),
    nothingFound: word('search.nothing'),
    searchIndex: word('search.index'),
    headlineLabel: word('headline.label'),
    headlineButton: word('headline.button'),
    headlineNothing: word('headline.nothing'),
    headlineBlaming: word('headline.kind.blaming'),
    headlineBetter: word('headline.better'),
    forPolice: word('country.card.police'),
    forDriver: word('country.card.driver'),
  };
}

export const words = { lv: wordsOf('lv'), en: wordsOf('en'), ru: wordsOf('ru') } as const;
