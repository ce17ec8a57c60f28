import { locales, type Locale } from '~/i18n/locales.ts';
import { pathIn } from '~/i18n/paths.ts';
import { glossaryParts } from '~/schemas/glossary.ts';
import { calendarMonths, calendarYears, yearAlternates } from './calendar.ts';
import { campaignLists, campaigns } from './campaigns.ts';
import { contactPagesIn } from './contacts.ts';
import { countryPagesIn } from './countries.ts';
import { datasetAlternates, datasetPath, datasets } from './datasets.ts';
import { easyAlternates, easyPagesIn } from './easy-read.ts';
import { inAllLanguages, partPath, termPath, termsIn } from './glossary.ts';
import { helpLanguages, helpListPath, helpPagePath } from './help-in-languages.ts';
import { builtInAlternates, designPath, searchPath, siteMapPath } from './links.ts';
import { newsArchivePaths } from './news-archives.ts';
import { newsAlternates, newsIn } from './news.ts';
import { alternatesOf, standingPagesIn, type Alternates } from './pages.ts';
import { pageIndex } from './page-index.ts';
import { projects } from './projects.ts';
import { publicationLists, publications } from './publications.ts';
import { replyPath, reportPath } from './report.ts';

interface Listed {
  path: string;
  alternates: Alternates;
  changedOn?: string;
}

/** sitemap.xml: every address to be indexed, with its twins in other languages. */
export async function sitemap(origin: string): Promise<string> {
  const listed: Listed[] = [
    ...(await Promise.all(locales.map(pagesIn))).flat(),
    { path: designPath, alternates: { lv: designPath } },
    ...helpLanguages().map((language) => ({ path: helpPagePath(language), alternates: {} })),
    ...newsArchivePaths().map(({ props: { archive } }) => ({
      path: archive.pages[archive.page - 1] ?? '',
      alternates: archive.alternates,
    })),
    ...archivePages(),
    ...glossaryPages(),
    ...(await Promise.all(locales.map(pageIndex))).flat().map(({ path, locale }) => ({ path, alternates: { [locale]: path } })),
  ];
  const urls = listed.sort((a, b) => (a.path < b.path ? -1 : 1)).map((page) => entry(page, origin));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** The sections beside the news; most of them exist in Latvian only. */
function archivePages(): Listed[] {
  const latvian = [
    ...campaignLists().map(({ path }) => path),
    ...campaigns().flatMap(({ path, hasPage }) => (hasPage ? [path] : [])),
    ...projects().map(({ path }) => path),
    ...publicationLists().map(({ path }) => path),
    ...publications().map(({ path }) => path),
    ...calendarMonths().map(({ path }) => path),
  ].map((path) => ({ path, alternates: { lv: path } }));
  const years = locales.flatMap((locale) => calendarYears(locale)).map(({ path, year }) => ({ path, alternates: yearAlternates(year) }));
  return [...latvian, ...years];
}

function glossaryPages(): Listed[] {
  const paths = [
    ...termsIn('lv').map((term) => (locale: Locale) => termPath(term, locale)),
    ...glossaryParts.map((part) => (locale: Locale) => partPath(part, locale)),
  ];
  return paths.flatMap((path) => locales.map((locale) => ({ path: path(locale), alternates: inAllLanguages(path) })));
}

async function pagesIn(locale: (typeof locales)[number]): Promise<Listed[]> {
  const standing = await Promise.all(
    (await standingPagesIn(locale)).map(async ({ path, name, entry: { data } }) => ({
      path,
      alternates: await alternatesOf(name),
      changedOn: data.checkedOn,
    })),
  );
  const easy = await Promise.all(
    (await easyPagesIn(locale)).map(async ({ path, name, entry: { data } }) => ({
      path,
      alternates: await easyAlternates(name),
      changedOn: data.checkedOn,
    })),
  );
  const news = newsIn(locale).map(({ path, name }) => ({ path, alternates: newsAlternates(name) }));
  const help = [...(await contactPagesIn(locale)), ...(await countryPagesIn(locale))];
  const fronts = [pathIn, siteMapPath, helpListPath, searchPath, reportPath, replyPath].map((front) => ({
    path: front(locale),
    alternates: builtInAlternates(front),
  }));
  const figures = datasets().map((dataset) => ({
    path: datasetPath(dataset, locale),
    alternates: datasetAlternates(dataset),
    changedOn: dataset.record.checkedOn,
  }));
  return [...fronts, ...standing, ...easy, ...help, ...figures, ...news];
}

function entry({ path, alternates, changedOn }: Listed, origin: string): string {
  const twins = locales.flatMap((locale) => {
    const twin = alternates[locale];
    return twin ? [`<xhtml:link rel="alternate" hreflang="${locale}" href="${origin}${twin}"/>`] : [];
  });
  if (alternates.lv) twins.push(`<xhtml:link rel="alternate" hreflang="x-default" href="${origin}${alternates.lv}"/>`);
  return `<url><loc>${origin}${path}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}${twins.join('')}</url>`;
}
