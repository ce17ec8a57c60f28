import en from '../../content/data/ui/en.json' with { type: 'json' };
import lv from '../../content/data/ui/lv.json' with { type: 'json' };
import ru from '../../content/data/ui/ru.json' with { type: 'json' };
import type { Locale } from './locales.ts';

type Key = keyof typeof lv;
type PluralSuffix = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type BaseOf<K> = K extends `${infer Base}_${PluralSuffix}` ? Base : K;
/** A key of content/data/ui/lv.json, plural forms named without their suffix. */
export type UiKey = BaseOf<Key>;
export type Translate = (key: UiKey, params?: Record<string, string | number>) => string;

const words: Record<Locale, Partial<Record<string, string>>> = { lv, en, ru };
const plurals = {
  lv: new Intl.PluralRules('lv'),
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
};
const pluralsOf: Record<Locale, Map<number, string>> = { lv: new Map(), en: new Map(), ru: new Map() };

/** Kept for each number, because Intl is slow. */
function pluralOf(count: number, locale: Locale): string {
  let plural = pluralsOf[locale].get(count);
  if (plural === undefined) pluralsOf[locale].set(count, (plural = plurals[locale].select(count)));
  return plural;
}

/**
 * The interface words of one language. `{name}` in a text is replaced by the parameter of that name;
 * the parameter `count` chooses the plural form (`key_one`, `key_few` …). A missing word throws: there is no other language behind it.
 */
export function translator(locale: Locale): Translate {
  return (key, params = {}) => {
    const form = typeof params['count'] === 'number' ? `${key}_${pluralOf(params['count'], locale)}` : key;
    const text = words[locale][form] ?? words[locale][key];
    if (text === undefined) {
      throw new Error(`content/data/ui/${locale}.json: "${form}" is missing. Add it; the key must be in all three languages.`);
    }
    if (!text.includes('{')) return text;
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}

/** A word's plural forms by the names of `Intl.PluralRules`, for scripts that count in the browser. */
export function pluralForms(key: UiKey, locale: Locale): Record<string, string> {
  const entries = Object.entries(words[locale]).filter(([name]) => name.startsWith(`${key}_`));
  return Object.fromEntries(entries.map(([name, text]) => [name.slice(key.length + 1), text ?? '']));
}
