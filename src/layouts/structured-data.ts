import type { Crumb } from '~/components/primitives/Breadcrumb.astro';
import type { Locale } from '~/i18n/locales.ts';
import { pathIn } from '~/i18n/paths.ts';
import type { NewsItem } from '~/queries/news.ts';
import { contact, navigation, site } from '~/queries/site.ts';

/** schema.org descriptions. Each says only what the page shows. `origin` is the scheme and host of this copy. */
export function organisationData(locale: Locale, origin: string): object {
  const { helpStrip } = navigation();
  return {
    '@type': 'Organization',
    '@id': `${origin}/#organisation`,
    name: site().name[locale],
    url: origin + pathIn(locale),
    contactPoint: [helpStrip.emergency, helpStrip.helpline].flatMap((id) => {
      const [phone] = contact(id).phones;
      return phone ? [{ '@type': 'ContactPoint', telephone: phone.printed }] : [];
    }),
  };
}

export function breadcrumbData(crumbs: Crumb[], origin: string): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, index) => ({ '@type': 'ListItem', position: index + 1, name: label, item: origin + href })),
  };
}

export function newsArticleData({ data, locale, path }: NewsItem, origin: string): object {
  return {
    '@type': 'NewsArticle',
    headline: data.title,
    description: data.description,
    datePublished: data.publishedOn,
    inLanguage: locale,
    url: origin + path,
    image: `${origin}/og/news-${locale}-${data.publishedOn.slice(0, 4)}.png`,
    publisher: { '@id': `${origin}/#organisation` },
    ...(data.credit ? { author: { '@type': 'Organization', name: data.credit.publisher } } : {}),
  };
}
