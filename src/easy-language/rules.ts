import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { languages } from './languages.ts';

const inTwoLanguages = z.strictObject({ lv: z.string(), en: z.string() });
const examples = z.strictObject({ wrong: z.array(z.string()), right: z.array(z.string()) });

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  level: z.enum(['error', 'warning']),
  group: z.enum(['words', 'sentences', 'signs', 'layout', 'whole-text']),
  checklist: z.array(z.int().min(1).max(51)).min(1).describe('Numbers of the 51 easy-to-read rules in README.md.'),
  sources: z.array(z.string()).min(1),
  languages: z.array(z.enum(languages)).default(['lv']),
  formats: z.array(z.enum(['text', 'markdown'])).default(['text', 'markdown']),
  says: inTwoLanguages,
  suggests: inTwoLanguages,
  ...examples.shape,
  en: examples.optional(),
  ru: examples.optional(),
});

const rulesFileSchema = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ title: z.string(), href: z.url().optional() })),
  rules: z.array(ruleSchema),
});

export type Rule = z.output<typeof ruleSchema>;
export type RulesFile = z.output<typeof rulesFileSchema>;

/** Reads a file of `data/` and checks its shape. */
export function readData<T>(name: string, schema: z.ZodType<T>): T {
  const found = schema.safeParse(parse(readFileSync(join(import.meta.dirname, 'data', name), 'utf8')));
  if (!found.success) throw new Error(`${name}: ${z.prettifyError(found.error)}`);
  return found.data;
}

/** All rules and where they come from (data/rules.yml). */
export const { rules, sources } = readData('rules.yml', rulesFileSchema);
