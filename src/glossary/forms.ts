import type { Locale } from '../i18n/locales.ts';
import { latvianForms } from './latvian-forms.ts';

/** The forms that a pattern of `linked` in content/glossary stands for. */
export function formsOf(pattern: string, locale: Locale): string[] {
  return locale === 'lv' ? latvianForms(pattern) : bracedForms(pattern);
}

/** `victim{,s} of {war,crime}`: every choice, each once. */
export function bracedForms(pattern: string): string[] {
  const [whole, choices] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  if (whole === undefined || choices === undefined) return [pattern];
  return [...new Set(choices.split(',').flatMap((choice) => bracedForms(pattern.replace(whole, () => choice))))];
}
