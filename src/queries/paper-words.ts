import { formatDay } from '~/i18n/format.ts';
import type { Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import type { HelpLanguage, HelpRole } from '~/schemas/help-in-languages.ts';
import { describeHelpHours, helpCheckedOn, helpContact, helpInLanguages, helpLanguages, helpListPath } from './help-in-languages.ts';
import { linkTo } from './links.ts';

/** A number to call: when somebody answers, and for whom it is. */
export interface PaperCall {
  role: HelpRole;
  /** As it is dialled from anywhere. */
  number: string;
  reason: string;
  hours: string;
}

/** What stands on a card in one language. */
export interface CardWords {
  lang: string;
  direction: 'ltr' | 'rtl';
  title: string;
  calls: PaperCall[];
  promise: string;
  /** Whether the words need a smaller size to fit on a card. */
  isLong: boolean;
}

/** Drawings of src/assets/fruit on the cards, one after another, so that a cut sheet is a set. */
export const cardFruit = ['strawberry', 'pear', 'banana', 'orange'];

/** So many letters fit on half a card in the usual size. */
const mostLetters = 270;

const cardRoles: HelpRole[] = ['emergency', 'helpline', 'victims', 'crisis', 'abroad'];

export function cardWords(language: HelpLanguage): CardWords {
  const { id, direction, texts } = language;
  const calls = cardRoles.map((role) => call(role, language));
  const promise = [texts.isFree, texts.withoutPapers].join(id.startsWith('zh') ? '' : ' ');
  const letters = [promise, ...calls.flatMap(({ reason, hours }) => [reason, hours])].join('').length;
  return { lang: id, direction, title: texts.youAreNotAlone, calls, promise, isLong: letters > mostLetters };
}

/** What stands on a poster. */
export interface PosterWords {
  lang: Locale;
  title: string;
  lead: string;
  heading: string;
  calls: PaperCall[];
  promise: string;
  /** Addresses inside this site, each a QR code with its caption. */
  codes: { path: string; caption: string }[];
  /** Before the line for a contact nearby. */
  nearby: string;
  checked: string;
}

export async function posterWords(locale: Locale): Promise<PosterWords> {
  const language = languageOf(locale);
  const t = translator(locale);
  const { href, label } = await linkTo('pages/kur-meklet-palidzibu', locale);
  return {
    lang: locale,
    title: `${t('home.title')}.`,
    lead: t('home.lead'),
    heading: t('home.callHelp'),
    calls: cardRoles.map((role) => call(role, language)),
    promise: cardWords(language).promise,
    codes: [
      { path: href, caption: label },
      { path: helpListPath(locale), caption: helpInLanguages().list.title[locale] },
    ],
    nearby: t('paper.nearby'),
    checked: checkedNote(locale),
  };
}

/** When the oldest of the numbers on the paper was checked, in words. */
export function checkedNote(locale: Locale): string {
  return languageOf(locale).texts.numbersChecked.replace('{date}', formatDay(helpCheckedOn(), locale));
}

export function languageOf(locale: Locale): HelpLanguage {
  const language = helpLanguages().find(({ id }) => id === locale);
  if (!language) throw new Error(`content/data/help-in-languages.yml: ${locale} is missing. Paper is printed in it.`);
  return language;
}

/** When to call a contact, in a few words. */
export function reasonOf(role: HelpRole, { texts }: HelpLanguage): string {
  return {
    emergency: texts.inDanger,
    helpline: texts.needHelp,
    newcomers: texts.fromOutside,
    victims: texts.harmed,
    crisis: texts.atNight,
    abroad: texts.notInLatvia,
  }[role];
}

function call(role: HelpRole, language: HelpLanguage): PaperCall {
  const { phone } = helpContact(role);
  const [hours = ''] = role === 'crisis' ? [] : describeHelpHours(phone, language.texts);
  return { role, number: phone.printedInternational ?? phone.printed, reason: reasonOf(role, language), hours };
}
