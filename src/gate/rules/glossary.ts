import { lint, type Report } from '../../easy-language/index.ts';
import { formsOf } from '../../glossary/forms.ts';
import { locales, type Locale } from '../../i18n/locales.ts';
import type { Problem } from '../../records/problem.ts';
import type { World } from '../../records/world.ts';
import { remembering } from '../remember.ts';
import type { Rule } from '../rule.ts';

type Term = World['glossary'][number];

export const glossary: Rule = {
  promise:
    'Every term points at terms, laws and sources that exist, has an address and words of its own, and passes the linter of easy language without an error.',
  check: async (world) => [...pointers(world), ...addresses(world), ...words(world), ...(await easy(world))],
};

function pointers(world: World): Problem[] {
  const terms = new Set(world.glossary.map(({ value }) => value.id));
  const laws = new Set(world.laws.map(({ value }) => value.id));
  const sources = new Set(world.sources.map(({ value }) => value.id));
  return world.glossary.flatMap(({ value: { id, seeAlso, sources: named, law }, file, line }) => {
    const missing = (field: string, register: ReadonlySet<string>, target: string | undefined, where: string): Problem[] =>
      target === undefined || register.has(target)
        ? []
        : [
            {
              file,
              line,
              field: `${id}.${field}`,
              message: `"${target}" does not exist`,
              remedy: `correct it, or add the record to ${where}`,
            },
          ];
    return [
      ...seeAlso.flatMap((target) =>
        target === id
          ? [{ file, line, field: `${id}.seeAlso`, message: 'names the term itself', remedy: 'delete it' }]
          : missing('seeAlso', terms, target, 'content/glossary'),
      ),
      ...named.flatMap((source) => missing('sources', sources, source.id, 'seeds/sources.yml')),
      ...(law?.citations ?? []).flatMap((citation) => [
        ...missing('law', laws, citation.law, 'seeds/facts/laws.yml'),
        ...missing('law', sources, citation.source, 'seeds/sources.yml'),
      ]),
    ];
  });
}

/** Two terms may not have one address; Latvian ones are ids. */
function addresses({ glossary: terms }: World): Problem[] {
  return (['en', 'ru'] as const).flatMap((locale) => twice(terms, `urlSlug.${locale}`, ({ value }) => [value.urlSlug[locale]]));
}

function words({ glossary: terms }: World): Problem[] {
  const faulty: Problem[] = [];
  const formsIn = (locale: Locale) => (term: Term) =>
    (term.value.linked[locale] ?? []).flatMap((pattern) => {
      try {
        return formsOf(pattern, locale);
      } catch (error) {
        const { file, line, value } = term;
        const message = error instanceof Error ? error.message : String(error);
        faulty.push({ file, line, field: `${value.id}.linked.${locale}`, message, remedy: 'content/README.md explains the signs' });
        return [];
      }
    });
  const claimed = locales.flatMap((locale) => twice(terms, `linked.${locale}`, formsIn(locale)));
  return [...faulty, ...claimed];
}

/** One message for each pair of terms, with the first text that both claim. */
function twice(terms: readonly Term[], field: string, of: (term: Term) => readonly string[]): Problem[] {
  const first = new Map<string, string>();
  return terms.flatMap((term) => {
    const { value, file, line } = term;
    const claimed = new Map<string, string>();
    for (const text of of(term)) {
      const other = first.get(text);
      if (other === undefined) first.set(text, value.id);
      else if (other !== value.id && !claimed.has(other)) claimed.set(other, text);
    }
    return [...claimed].map(([other, text]): Problem => ({
      file,
      line,
      field: `${value.id}.${field}`,
      message: `"${text}" already belongs to ${other}`,
      remedy: 'leave it to one of the two',
    }));
  });
}

const reportOf = remembering<Promise<Report>>();

async function easy({ glossary: terms }: World): Promise<Problem[]> {
  const checked = terms.map(async ({ value: { id, easy: texts }, file, line }) => {
    const text = texts.lv.replaceAll(/(?<=[.!?]) /g, '\n');
    const { findings } = await reportOf(id, text, () => lint(text, { file: 'lv/term.md', messages: 'en' }));
    return findings
      .filter(({ level }) => level === 'error')
      .map(({ rule, message, excerpt, suggestion }): Problem => ({
        file,
        line,
        field: `${id}.easy.lv`,
        message: `${rule}: ${message} in „${excerpt}”`,
        remedy: suggestion,
      }));
  });
  return (await Promise.all(checked)).flat();
}
