import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from './planted.ts';

const advertSchema = z.strictObject({
  id: z.string(),
  language: z.enum(['lv', 'ru', 'en', 'uk']),
  fair: z.boolean().default(false),
  flags: z.array(z.string()),
  told: z.array(z.string()),
  text: z.string(),
});
export type Advert = z.output<typeof advertSchema>;

function readPart<T>(part: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(join(projectRoot, 'tests/fixtures/offer-corpus', `${part}.yml`), 'utf8')));
}

/** A part of the corpus of invented adverts. */
export function adverts(part: string): Advert[] {
  return readPart(part, z.array(advertSchema));
}

/** Sentences by the flag they show, and those of fair offers. */
export function sentences(): { alarms: Record<string, string[]>; fine: string[] } {
  return readPart('sentences', z.strictObject({ alarms: z.record(z.string(), z.array(z.string())), fine: z.array(z.string()) }));
}

export interface Score {
  id: string;
  hits: number;
  falseAlarms: number;
  misses: number;
}

export function precision({ hits, falseAlarms }: Score): number {
  return hits + falseAlarms === 0 ? 1 : hits / (hits + falseAlarms);
}
export function recall({ hits, misses }: Score): number {
  return hits + misses === 0 ? 1 : hits / (hits + misses);
}

export interface Reading {
  expected: readonly string[];
  found: readonly string[];
}

/** How often each id was found rightly, wrongly and not at all. */
export function scores(ids: readonly string[], readings: readonly Reading[]): Score[] {
  return ids.map((id) => ({
    id,
    hits: readings.filter(({ expected, found }) => expected.includes(id) && found.includes(id)).length,
    falseAlarms: readings.filter(({ expected, found }) => !expected.includes(id) && found.includes(id)).length,
    misses: readings.filter(({ expected, found }) => expected.includes(id) && !found.includes(id)).length,
  }));
}

export function total(all: readonly Score[]): Score {
  const sum = (of: 'hits' | 'falseAlarms' | 'misses') => all.reduce((count, score) => count + score[of], 0);
  return { id: 'all', hits: sum('hits'), falseAlarms: sum('falseAlarms'), misses: sum('misses') };
}
