import { isLocale, type Locale } from '../i18n/locales.ts';
import { pathIn } from '../i18n/paths.ts';
import { parseYaml, type Parsed } from '../records/parse-yaml.ts';
import { describeProblem } from '../records/problem.ts';
import { readText } from '../records/read-files.ts';
import type { Contact, Phone } from '../schemas/contact.ts';
import {
  helpInLanguagesSchema,
  type HelpInLanguages,
  type HelpLanguage,
  type HelpRole,
  type HelpTexts,
} from '../schemas/help-in-languages.ts';
import { contact } from './site.ts';

const file = 'content/data/help-in-languages.yml';
const addressWords = {
  lv: 'palidziba-citas-valodas',
  en: 'help-in-other-languages',
  ru: 'pomosch-na-drugih-yazykah',
} as const satisfies Record<Locale, string>;

/** Reads the file below a root folder; faults are in `problems`. */
export function readHelpInLanguages(root: string): Parsed<HelpInLanguages> {
  return parseYaml(file, readText(root, file), helpInLanguagesSchema);
}

let cached: HelpInLanguages | undefined;

/** The file, read once. Throws with every fault. */
export function helpInLanguages(): HelpInLanguages {
  if (cached) return cached;
  const { value, problems } = readHelpInLanguages(process.cwd());
  if (!value) throw new Error(`The content has faults:\n${problems.map(describeProblem).join('\n')}`);
  return (cached = value);
}

/** Every language by its own name: those in Latin letters first, the other scripts after them. */
export function helpLanguages(): HelpLanguage[] {
  const { compare } = new Intl.Collator('en');
  return [...helpInLanguages().languages].sort((a, b) => compare(a.ownName, b.ownName));
}

/** The page that lists the languages. */
export function helpListPath(locale: Locale): string {
  return pathIn(locale, addressWords[locale]);
}

/** The page of one language: one address, whichever list leads there. */
export function helpPagePath({ id }: HelpLanguage): string {
  return pathIn('lv', addressWords.lv, id);
}

/** Path parameters of the list in each language of the site, for `[locale]/[helpInLanguages]/`. */
export function helpListParams(locale: Locale): { locale: Locale; helpInLanguages: string } {
  return { locale, helpInLanguages: addressWords[locale] };
}

export interface HelpContact {
  contact: Contact;
  phone: Phone;
}

/** The contact of a role, and the number to call first. */
export function helpContact(role: HelpRole): HelpContact {
  const found = contact(helpInLanguages().contacts[role]);
  const [phone] = found.phones;
  if (!phone) throw new Error(`${file}: contacts.${role}: ${found.id} shows no phone. Choose another contact.`);
  return { contact: found, phone };
}

/** Days and hours of a phone. Throws where the texts have no words for them. */
export function describeHelpHours({ hours }: Phone, texts: HelpTexts): string[] {
  if ('always' in hours) return [texts.always];
  if ('unknown' in hours) return [];
  const [rule, ...more] = hours.rules;
  const template = { 'mo,tu,we,th,fr': texts.mondayToFriday, 'mo,tu,we,th,fr,sa,su': texts.everyDay }[rule?.days.join(',') ?? ''];
  if (!rule || !template || more.length > 0)
    throw new Error(
      `${file}: there are no words for these hours of content/data/contacts.yml: ${JSON.stringify(hours.rules)}. Add them to every language.`,
    );
  const times = template.replace('{from}', clock(rule.from)).replace('{to}', clock(rule.to));
  return hours.holidays === 'closed' ? [times, texts.closedOnHolidays] : [times];
}

/** What the call costs; nothing where that is not confirmed. */
export function describeHelpCost({ cost }: Phone, texts: HelpTexts): string[] {
  return { free: [texts.callIsFree], 'call-rate': [texts.callIsCharged], unknown: [] }[cost.kind];
}

/** That an interpreter helps in this language, where the register says so. Throws where the text is missing. */
export function describeInterpreter({ id, texts }: HelpLanguage): string[] {
  if (!hasInterpreter(id, helpContact('newcomers').contact)) return [];
  if (!texts.interpreter)
    throw new Error(`${file}: ${id}: texts.interpreter is missing, though the register names an interpreter for this language.`);
  return [texts.interpreter];
}

/** Whether a contact helps in a language; a script in the tag does not matter on the phone. */
export function hasInterpreter(id: string, { languages = [] }: Contact): boolean {
  return languages.includes(id.split('-')[0] ?? id);
}

/** What the reader says first on the phone, in Latvian and in English; nothing on the Latvian page. */
export function firstWords({ id, name }: HelpLanguage): { lang: 'lv' | 'en'; text: string }[] {
  if (id === 'lv') return [];
  const { sayAloud } = helpInLanguages();
  return (['lv', 'en'] as const).map((lang) => ({ lang, text: sayAloud[lang].replace('{language}', name[lang]) }));
}

/** The site's own languages for a reader of this one: the same language first, then those that most strangers can read. */
export function localesFor({ id }: HelpLanguage): [Locale, ...Locale[]] {
  const others: [Locale, ...Locale[]] = ['en', 'ru', 'lv'];
  return isLocale(id) ? [id, ...others.filter((locale) => locale !== id)] : others;
}

/** The oldest day on which one of the numbers was checked. */
export function helpCheckedOn(): string {
  const roles = Object.keys(helpInLanguages().contacts) as HelpRole[];
  const days = roles.map((role) => helpContact(role).contact.checkedOn).sort();
  return days[0] ?? '';
}

function clock(time: string): string {
  return time.replace(/^0/, '');
}
