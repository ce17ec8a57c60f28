import { locales, type Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import type { HelpLanguage } from '~/schemas/help-in-languages.ts';
import { inAllLanguages } from './contacts.ts';
import { helpLanguages } from './help-in-languages.ts';
import { standingPage, type Alternates } from './pages.ts';
import { paperSizes, type PaperSize } from './paper-sizes.ts';

/** Eight pocket cards: Latvian on one half of each, another language on the other. */
export interface CardSheet {
  kind: 'cards';
  language: HelpLanguage;
}

/** A poster with strips to tear off, in a language of the site. */
export interface PosterSheet {
  kind: 'poster';
  locale: Locale;
  size: PaperSize;
}

export type PaperSheet = CardSheet | PosterSheet;

const words = {
  cards: { lv: 'kartites', en: 'cards', ru: 'kartochki' },
  poster: { lv: 'plakats', en: 'poster', ru: 'plakat' },
} as const satisfies Record<PaperSheet['kind'], Record<Locale, string>>;

/** The standing page that lists what can be printed. */
const front = 'drukai';

/** Every language a card can pair with Latvian, by its own name. */
export function cardSheets(): CardSheet[] {
  return helpLanguages()
    .filter(({ id }) => id !== 'lv')
    .map((language) => ({ kind: 'cards', language }));
}

export function posterSheets(locale: Locale): PosterSheet[] {
  return (Object.keys(paperSizes) as PaperSize[]).map((size) => ({ kind: 'poster', locale, size }));
}

/** What a sheet is called in lists and on its page. */
export function sheetTitle(sheet: PaperSheet, locale: Locale): string {
  const t = translator(locale);
  return sheet.kind === 'cards'
    ? t('paper.cards.title', { language: sheet.language.name[locale] })
    : t('paper.poster.title', { size: sheet.size.toUpperCase() });
}

/** The address of the page that shows and prints a sheet, for readers in one language. */
export async function sheetPath(sheet: PaperSheet, locale: Locale): Promise<string> {
  const page = await standingPage(front, locale);
  if (!page) throw new Error(`content/pages/${locale}/${front}.mdx is missing. The sheets to print stand below it.`);
  const which = sheet.kind === 'cards' ? `lv-${sheet.language.id.toLowerCase()}` : sheet.size;
  return `${page.path}${words[sheet.kind][locale]}-${which}/`;
}

/** The same sheet for readers in each language. A poster has its own words in each. */
export function sheetAlternates(sheet: PaperSheet): Promise<Alternates> {
  return inAllLanguages((locale) => sheetPath(sheet, locale));
}

/** Paths of `[locale]/[help]/[paper]/[sheet].astro`. */
export async function sheetPaths() {
  const pages = locales.flatMap((locale) => [...cardSheets(), ...posterSheets(locale)].map((sheet: PaperSheet) => ({ sheet, locale })));
  return Promise.all(
    pages.map(async ({ sheet, locale }) => {
      const [, , help, paper, name] = (await sheetPath(sheet, locale)).split('/');
      return { params: { locale, help, paper, sheet: name }, props: { sheet, locale } };
    }),
  );
}

const pdfFolder = '/druka/';

/** The address of a sheet's PDF. */
export function pdfPath(sheet: PaperSheet): string {
  return `${pdfFolder}${pdfName(sheet)}.pdf`;
}

/** Paths of `druka/[sheet].pdf.ts`. */
export function pdfPaths() {
  const sheets: PaperSheet[] = [...cardSheets(), ...locales.flatMap(posterSheets)];
  return sheets.map((sheet) => ({ params: { sheet: pdfName(sheet) }, props: { sheet } }));
}

function pdfName(sheet: PaperSheet): string {
  return sheet.kind === 'cards' ? `kartites-lv-${sheet.language.id.toLowerCase()}` : `plakats-${sheet.locale}-${sheet.size}`;
}
