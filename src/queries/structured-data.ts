import { languageNames } from '~/i18n/language-names.ts';
import type { Locale } from '~/i18n/locales.ts';
import { pathIn } from '~/i18n/paths.ts';
import { filePath, LICENCE } from '~/queries/data-file.ts';
import { downloadsOf, type OfferedFiles } from '~/queries/data-files.ts';
import { datasetPath, type Dataset } from '~/queries/datasets.ts';
import { termPath, termTitle } from '~/queries/glossary.ts';
import type { PageLink } from '~/queries/links.ts';
import type { NewsItem } from '~/queries/news.ts';
import { contact, navigation, site } from '~/queries/site.ts';
import type { Contact, OpeningHours } from '~/schemas/contact.ts';
import type { GlossaryTerm } from '~/schemas/glossary.ts';

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

export function breadcrumbData(crumbs: readonly PageLink[], origin: string): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: origin + href,
    })),
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

/** One term with its plain level, in the set that the glossary's front describes. */
export function termData(term: GlossaryTerm, locale: Locale, front: PageLink, origin: string): object {
  return {
    '@type': 'DefinedTerm',
    '@id': `${origin}${termPath(term, locale)}#term`,
    name: termTitle(term, locale),
    description: term.plain[locale],
    inLanguage: locale,
    url: origin + termPath(term, locale),
    inDefinedTermSet: { '@id': `${origin}${front.href}#terms` },
  };
}

/** The glossary with all its terms. */
export function glossarySetData(terms: readonly GlossaryTerm[], locale: Locale, front: PageLink, origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': `${origin}${front.href}#terms`,
    name: front.label,
    inLanguage: locale,
    url: origin + front.href,
    hasDefinedTerm: terms.map((term) => ({ '@type': 'DefinedTerm', name: term.term[locale], url: origin + termPath(term, locale) })),
  };
}

const dayNames = { mo: 'Monday', tu: 'Tuesday', we: 'Wednesday', th: 'Thursday', fr: 'Friday', sa: 'Saturday', su: 'Sunday' } as const;

/** One contact with all its numbers. Hours that nobody knows are left out. */
export function contactData({ name, what, phones, languages, email, web, address }: Contact, locale: Locale): object {
  const availableLanguage = languages && languageNames(languages, locale).map((language) => ({ '@type': 'Language', name: language }));
  return {
    '@type': 'Organization',
    name: name[locale],
    description: what[locale],
    ...(web ? { url: web } : {}),
    ...(email ? { email } : {}),
    ...(address
      ? {
          address: {
            '@type': 'PostalAddress',
            streetAddress: address.street,
            addressLocality: address.place,
            postalCode: address.postcode,
          },
        }
      : {}),
    contactPoint: phones.map(({ printed, printedInternational, label, hours, cost }) => ({
      '@type': 'ContactPoint',
      contactType: label[locale],
      telephone: printedInternational ?? printed,
      ...('unknown' in hours ? {} : { hoursAvailable: openingData(hours) }),
      ...(availableLanguage ? { availableLanguage } : {}),
      ...(cost.kind === 'free' ? { contactOption: 'TollFree' } : {}),
    })),
  };
}

function openingData(hours: Exclude<OpeningHours, { unknown: true }>): object[] {
  const specification = (dayOfWeek: string[], opens: string, closes: string) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek,
    opens,
    closes,
  });
  if ('always' in hours) return [specification(Object.values(dayNames), '00:00', '23:59')];
  return hours.rules.map(({ days, from, to }) =>
    specification(
      days.map((day) => dayNames[day]),
      from,
      to === '24:00' ? '23:59' : to,
    ),
  );
}

/** A dataset with the files that its page offers, for search engines of data. */
export function datasetData(dataset: Dataset, files: OfferedFiles, locale: Locale, origin: string): object {
  const { title, description } = dataset.record;
  return {
    '@type': 'Dataset',
    name: title[locale],
    description: description[locale],
    url: origin + datasetPath(dataset, locale),
    inLanguage: locale,
    license: LICENCE,
    isAccessibleForFree: true,
    distribution: downloadsOf(files).map(({ name, mediaType }) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaType,
      contentUrl: origin + filePath(name),
    })),
  };
}
