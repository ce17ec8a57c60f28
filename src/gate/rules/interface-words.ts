import { locales } from '../../i18n/locales.ts';
import type { Problem } from '../../records/problem.ts';
import type { Rule } from '../rule.ts';

const pluralSuffix = /_(?:zero|one|two|few|many|other)$/;

export const interfaceWords: Rule = {
  promise: 'The interface has the same words, plural forms and placeholders in every language.',
  check({ ui }) {
    const bases = new Set(locales.flatMap((locale) => Object.keys(ui[locale]).map((key) => key.replace(pluralSuffix, ''))));
    const plural = new Set(
      locales.flatMap((locale) =>
        Object.keys(ui[locale])
          .filter((key) => pluralSuffix.test(key))
          .map((key) => key.replace(pluralSuffix, '')),
      ),
    );
    return locales.flatMap((locale) => {
      const file = `content/data/ui/${locale}.json`;
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      return [...bases].flatMap((base): Problem[] => {
        const keys = plural.has(base) ? forms.map((form) => `${base}_${form}`) : [base];
        return keys.flatMap((key): Problem[] => {
          const text = ui[locale][key];
          if (text === undefined)
            return [
              { file, field: key, message: 'is missing', remedy: 'add the word; every language needs every key and all its plural forms' },
            ];
          const wanted = placeholders(ui.lv[key] ?? ui.lv[`${base}_other`] ?? '');
          if (placeholders(text) === wanted || (text.length > 0 && isSubsetAllowed(base))) return [];
          return [
            {
              file,
              field: key,
              message: `has the placeholders ${placeholders(text) || 'none'}, Latvian has ${wanted || 'none'}`,
              remedy: 'use the same {names}',
            },
          ];
        });
      });
    });
  },
};

/** The front's lead names the first year only where the archive is complete: in Latvian. */
function isSubsetAllowed(base: string): boolean {
  return base === 'news.lead';
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join(' ');
}
