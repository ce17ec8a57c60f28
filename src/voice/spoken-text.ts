import { quotationMarks, formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import type { TextEntry, World } from '../records/world.ts';
import type { EasyReadFrontMatter } from '../schemas/easy-read.ts';

/** One stretch that is heard and marked at a time: a sentence, a heading, a contact card. */
export interface Spoken {
  kind: 'heading' | 'sentence' | 'contact';
  text: string;
}

type EasyText = TextEntry<EasyReadFrontMatter>;
type Properties = Record<string, string>;

const lone = /^<(\w+)([^>]*)\/>$/;
/** Components that print nothing to be read aloud. */
const silent = new Set(['Picture', 'ExitTryout', 'ReportForm']);

/**
 * What is read aloud of a page in easy language, in the order of the page: its title, then heading by heading and line by line.
 * The layout marks the same elements (src/components/easy-read/reader.client.ts); a test compares them. Throws on a component that it cannot say.
 */
export function spokenText({ data, body, locale, file }: EasyText, world: World): Spoken[] {
  const say = (text: string) => sayInline(text, locale, world, file);
  const lines = body
    .replace(/\{\/\*.*?\*\/\}/gs, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '>' && !/^<\/?(?:Checklist|PictureAnswers)>$/.test(line));
  const spoken = lines.flatMap((line): Spoken[] => {
    const [, component, rest = ''] = lone.exec(line) ?? [];
    if (component !== undefined && silent.has(component)) return [];
    if (component === 'Contact') return [{ kind: 'contact', text: sayContact(propertiesOf(rest), locale, world) }];
    const heading = /^#{2,3} +(.*)$/.exec(line)?.[1];
    if (heading !== undefined) return [{ kind: 'heading', text: say(heading) }];
    return [{ kind: 'sentence', text: say(line.replace(/^(?:-|>) +/, '')) }];
  });
  return [{ kind: 'heading', text: data.title }, ...spoken];
}

function propertiesOf(text: string): Properties {
  return Object.fromEntries([...text.matchAll(/(\w+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, value]));
}

function sayInline(text: string, locale: Locale, world: World, file: string): string {
  return inWords(text, locale, world, file, sayNumber).replaceAll('**', '');
}

/** A line of a page with words in place of its components; what is bold stays between `**`. Throws on a component that has no words. */
export function inWords(text: string, locale: Locale, world: World, file: string, number: (printed: string) => string): string {
  const said = text
    .replace(/<Picture id="[^"]+" \/> */g, '')
    .replace(/<Phone\s([^>]*)\/>/g, (_, rest: string) => {
      const { id = '', isAbroad } = propertiesOf(rest);
      return number(numberOf(id, isAbroad !== undefined, world));
    })
    .replace(/<Fact id="([^"]+)" \/>/g, (_, id: string) => {
      const value = world.figures.find((one) => one.value.id === id)?.value.value ?? '';
      return formatNumber(value, locale);
    })
    .replace(/<Name id="([^"]+)" \/>/g, (_, id: string) => {
      const [open, close] = quotationMarks(locale);
      return `${open}${world.names.find((one) => one.value.id === id)?.value.name ?? ''}${close}`;
    })
    .replace(/<Ui key="([^"]+)" \/>/g, (_, key: string) => world.ui[locale][key] ?? '')
    .replace(/<PageLink[^>]*>|<\/PageLink>/g, '');
  if (/[<>{}]/.test(said))
    throw new Error(`${file}: "${text}" holds a component that cannot be read aloud. Teach it to src/voice/spoken-text.ts.`);
  return said;
}

function sayContact({ id = '', isAbroad }: Properties, locale: Locale, world: World): string {
  const name = world.contacts.find(({ value }) => value.id === id)?.value.name[locale] ?? '';
  return `${name}. ${sayNumber(numberOf(id, isAbroad !== undefined, world))}.`;
}

/** The first number of a contact as it is printed, on request with the country code. */
export function numberOf(id: string, isAbroad: boolean, world: World): string {
  const [phone] = world.contacts.find(({ value }) => value.id === id)?.value.phones ?? [];
  return (isAbroad ? (phone?.printedInternational ?? phone?.printed) : phone?.printed) ?? '';
}

/** Digit by digit, with a short rest between the groups: "2 8 6 1, 2 1 2 0". */
function sayNumber(printed: string): string {
  return printed
    .split(/[\s\u00a0]+/)
    .map((group) => [...group].join(' '))
    .join(', ');
}
