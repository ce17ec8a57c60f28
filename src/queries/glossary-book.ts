import { formatDay } from '~/i18n/format.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import { glossaryParts } from '~/schemas/glossary.ts';
import { glossaryFront, termsOf, termTitle } from './glossary.ts';
import { site } from './site.ts';
import { world } from './world.ts';

/** The glossary as it is printed. */
export interface GlossaryBook {
  locale: Locale;
  title: string;
  lead: string;
  parts: {
    title: string;
    terms: { name: string; equivalents: { locale: Locale; text: string }[]; plain: string; avoid: string }[];
  }[];
  /** Whose it is, how it may be used, of which day. */
  footer: string;
  /** ISO day on which the glossary was last checked. */
  day: string;
}

/** All terms of a language, part by part: name, the other languages, the plain explanation, words to avoid. */
export function glossaryBook(locale: Locale): GlossaryBook {
  const t = translator(locale);
  const front = world().pages.find((one) => one.locale === locale && one.name === glossaryFront);
  if (!front) throw new Error(`content/pages/${locale}/${glossaryFront}.mdx is missing. The printed glossary has its day from it.`);
  const day = front.data.checkedOn;
  return {
    locale,
    title: t('glossary.fileTitle'),
    lead: `${t('glossary.ownWords')} ${t('glossary.printLead')}`,
    parts: glossaryParts.map((part) => ({
      title: t(`glossary.part.${part}`),
      terms: termsOf(part, locale).map((term) => ({
        name: termTitle(term, locale),
        equivalents: locales.filter((other) => other !== locale).map((other) => ({ locale: other, text: term.term[other] })),
        plain: term.plain[locale],
        avoid: term.avoid ? `${t('glossary.avoid')}: ${term.avoid.map(({ words }) => words[locale]).join('; ')}` : '',
      })),
    })),
    footer: `${site().name[locale]} · ${formatDay(day, locale)} · CC BY 4.0`,
    day,
  };
}

/** Address of the glossary as PDF. */
export function glossaryBookPath(locale: Locale): string {
  return `/glosarijs/glosarijs-${locale}.pdf`;
}

/** Paths of `glosarijs/[book].pdf.ts`. */
export function glossaryBookPaths() {
  return locales.map((locale) => ({ params: { book: `glosarijs-${locale}` }, props: { locale } }));
}
