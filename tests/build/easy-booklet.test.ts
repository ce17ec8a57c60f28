import { describe, expect, test } from 'vitest';
import { addressWords, pathIn } from '../../src/i18n/paths.ts';
import { paperSizes } from '../../src/queries/paper-sizes.ts';
import { distFiles } from '../support/built-site/dist.ts';
import { attribute } from '../support/built-site/html.ts';
import { pageAt, select } from '../support/built-site/pages.ts';
import { readPaper, withoutSpaces } from '../support/built-site/paper.ts';
import { world } from '../support/built-site/records.ts';

describe.each(['lv', 'en', 'ru'] as const)('the booklet to fold in %s', async (locale) => {
  const file = `viegli-lasit/burtnica-${locale}.pdf`;
  const paper = await readPaper(file);

  test('is A4 on its side, two sides a sheet, and says its language and title', () => {
    expect(paper.size).toEqual([...paperSizes.a4].reverse());
    expect(paper.pages % 2).toBe(0);
    expect([paper.isTagged, paper.language, paper.title]).toEqual([true, locale, world().ui[locale]['easyRead.booklet.title']]);
  });
  test('has every page of the section that says something on paper', () => {
    const onScreens = /<(?:ReportForm|ExitTryout) /;
    const pages = world().easyRead.filter((page) => page.locale === locale && page.name !== 'index' && !onScreens.test(page.body));
    expect(pages.length).toBeGreaterThan(15);
    // In the list of contents and above its text.
    const missing = pages.filter(({ data }) => paper.text.split(withoutSpaces(data.title)).length < 3);
    expect(missing.map(({ file }) => file)).toEqual([]);
  });
  test('brings its letters with it', () => expect([paper.fonts > 0, paper.embeddedFonts]).toEqual([true, paper.fonts]));
  test('is offered by the booklet of the site', () => {
    const page = pageAt(pathIn(locale, addressWords.easyRead[locale], addressWords.easyBooklet[locale]));
    const links = page ? select(page, ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href')) : [];
    expect(links).toContain(`/${file}`);
    expect(distFiles).toContain(file);
  });
});
