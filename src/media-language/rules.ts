import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CheckedRule, Lists } from './check.ts';
import { languages } from './languages.ts';

/** What is checked, in the order in which people read it: a file of `data/` each. */
export const categories = ['blaming', 'confusing', 'sexualising', 'sensational', 'identifying', 'numbers', 'pictures', 'help'] as const;
export type Category = (typeof categories)[number];

const kebab = /^[a-z]+(?:-[a-z]+)*$/;
const patterns = z.array(z.string().min(1)).min(1);
const inAllLanguages = z.strictObject({ lv: z.string().min(1), en: z.string().min(1), ru: z.string().min(1) });

const searchSchema = z.strictObject({
  find: patterns,
  near: patterns.optional(),
  unless: patterns.optional(),
  instead: z.string().min(1).describe('An example of what is found, for the list of rules.'),
  say: z.string().min(1).describe('What to write.'),
  hits: z.array(z.string()).min(2).describe('Invented texts in which the rule must find something.'),
  passes: z.array(z.string()).min(2).describe('Invented texts, close to those, in which it must find nothing.'),
});

const ruleSchema = z.strictObject({
  id: z.string().regex(kebab),
  level: z.enum(['avoid', 'look']),
  guide: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('Key of data/guides.yml: the paragraph of the guidelines that explains it.'),
  wholeText: z.int().positive().optional(),
  why: inAllLanguages,
  lv: searchSchema.optional(),
  en: searchSchema.optional(),
  ru: searchSchema.optional(),
});

const listsSchema = z.strictObject({
  lv: z.record(z.string().regex(kebab), patterns),
  en: z.record(z.string().regex(kebab), patterns),
  ru: z.record(z.string().regex(kebab), patterns),
});

const guidesSchema = z.record(z.string(), z.strictObject({ page: z.string(), anchor: z.string() }));

export type Rule = z.output<typeof ruleSchema> & { category: Category };

/** Reads a file of `data/` and checks its shape. */
function readData<T>(name: string, schema: z.ZodType<T>): T {
  const found = schema.safeParse(parse(readFileSync(join(import.meta.dirname, 'data', name), 'utf8')));
  if (!found.success) throw new Error(`src/media-language/data/${name}: ${z.prettifyError(found.error)}`);
  return found.data;
}

/** All rules, by category. */
export const rules: readonly Rule[] = categories.flatMap((category) =>
  readData(`${category}.yml`, z.array(ruleSchema)).map((rule) => ({ ...rule, category })),
);
export const lists: Lists = readData('lists.yml', listsSchema);
/** Where the guidelines explain a rule: the name of a page and an anchor on it. */
export const guides: Readonly<Record<string, { page: string; anchor: string }>> = readData('guides.yml', guidesSchema);

/** The rules as the checker needs them: without reasons and examples. This is what goes to a browser. */
export function checkedRules(): CheckedRule[] {
  return rules.map(({ id, category, level, wholeText, ...rule }) => ({
    id,
    category,
    level,
    ...(wholeText === undefined ? {} : { wholeText }),
    searches: Object.fromEntries(
      languages.flatMap((language) => {
        const search = rule[language];
        if (!search) return [];
        const { find, near, unless, say } = search;
        return [[language, { find, ...(near ? { near } : {}), ...(unless ? { unless } : {}), say }]];
      }),
    ),
  }));
}
