import { formatDay } from '~/i18n/format.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { site } from './site.ts';
import { world } from './world.ts';

/** The editor's checklist as its standing page has it, for one sheet of paper. */
export interface MediaChecklist {
  locale: Locale;
  title: string;
  lead: string;
  groups: { title: string; items: string[] }[];
  /** Whose it is, how it may be used, of which day. */
  footer: string;
  /** ISO day on which the page was last checked. */
  day: string;
}

const name = 'kontrollapa';

/** Reads the checklist from the text of its page: headings, and the items of the lists below them. Items are plain words. */
export function mediaChecklist(locale: Locale): MediaChecklist {
  const page = world().pages.find((one) => one.locale === locale && one.name === name);
  if (!page) throw new Error(`content/pages/${locale}/${name}.mdx is missing. The checklist to print is made from it.`);
  const [lead = '', ...sections] = page.body.split(/^## /m);
  const groups = sections.map((section) => ({
    title: section.split('\n')[0] ?? '',
    items: [...section.matchAll(/^- (.+)$/gm)].flatMap(([, item]) => item ?? []),
  }));
  const marked = groups.flatMap(({ items }) => items).find((item) => /[<[*_]/.test(item));
  if (marked !== undefined) throw new Error(`${page.file}: "${marked}" is more than plain words, which cannot be printed.`);
  return {
    locale,
    title: page.data.title,
    lead: lead.trim().split('\n')[0] ?? '',
    groups,
    footer: `${site().name[locale]} · ${formatDay(page.data.checkedOn, locale)} · CC BY 4.0`,
    day: page.data.checkedOn,
  };
}

/** Address of the checklist as PDF. */
export function mediaChecklistPath(locale: Locale): string {
  return `/medijiem/${name}-${locale}.pdf`;
}

/** Paths of `medijiem/[checklist].pdf.ts`. */
export function mediaChecklistPaths() {
  return locales.map((locale) => ({ params: { checklist: `${name}-${locale}` }, props: { locale } }));
}
