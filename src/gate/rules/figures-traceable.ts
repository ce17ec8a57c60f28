import type { Problem } from '../../records/problem.ts';
import { lineAt, type Rule } from '../rule.ts';
import { archiveTexts, glossaryTexts, wordsOnly } from '../texts.ts';

const months =
  'janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|' +
  'January|February|March|April|May|June|July|August|September|October|November|December';

/** Numbers of a law's parts: 2, 154.², 2.–4., 1. un 3. */
const part = '\\d+(?:[./]\\d+)*\\.?[¹²³]?\\.?';
const numbers = `${part}(?:(?:[–-]|, ?| un | and | и )${part})*`;

/** Numbers that are no figures: dates, years, laws and standards by their number, the numbers of list items. */
const allowed: readonly RegExp[] = [
  new RegExp(`\\d{1,2}\\.?(?:(?:[–-]| (?:un|līdz|and|to|и|по) )\\d{1,2}\\.?)?[ \\u00a0](?:${months})`, 'gi'),
  new RegExp(`\\d{1,2}\\.? ?(?:janv|febr|marts?|apr|maij|jūn|jūl|aug|sept|okt|nov|dec)`, 'gi'),
  /\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\.?/g,
  /(?<![\d.,])(?:19|20)\d\d(?:\.?[–/-](?:(?:19|20)\d\d|\d\d))?(?!\d|,\d)/g,
  /(?:Nr\.|No\.?|№|Nos?\.)[ \u00a0]?\d+(?:\/\d+)?/g,
  new RegExp(`${numbers}[ \\u00a0](?:pant|daļ|punkt|uzdevum|pielikum|nodaļ)\\p{L}*`, 'giu'),
  new RegExp(
    `(?:Sections?|Articles?|Art\\.|Paragraphs?|Points?|Clauses?|Tasks?|Regulation|Directive|стать\\p{L}+|част\\p{L}+|пункт\\p{L}*|задач\\p{L}+)[ \\u00a0]\\(?${numbers}\\)?(?:\\(\\d+\\))?`,
    'giu',
  ),
  /(?:WCAG|ISO|EN|LVS)[ \u00a0]\d+(?:[.:-]\d+)*/g,
  /\d+\/\d+(?:\/(?:ES|EU|EK|EC|ЕС))?/g,
  /CC (?:BY )?[04](?:\.0)?|CC0/g,
  /^\d+\.(?= )/gm,
];

/** Figures in a text that are typed, and no dates, years or numbers of laws. */
export function typedFigures(body: string): RegExpExecArray[] {
  const text = allowed.reduce((rest, pattern) => rest.replace(pattern, (part) => ' '.repeat(part.length)), wordsOnly(body));
  return [...text.matchAll(/\d+/g)];
}

export const figuresTraceable: Rule = {
  promise: 'No figure is typed in prose, and no quotation mark in news or the archive: both come from seeds/facts by their id.',
  check: (world) => [
    ...[...world.news, ...world.pages, ...world.easyRead, ...archiveTexts(world)].flatMap((entry) => {
      return typedFigures(entry.body).map((match): Problem => ({
        file: entry.file,
        line: lineAt(entry, match.index),
        message: `the figure ${match[0]} is typed in prose`,
        remedy: 'write :fact[id] in news or <Fact id="…" /> on a page, with a record in seeds/facts/figures-*.yml',
      }));
    }),
    ...glossaryTexts(world).flatMap(({ file, line, text }) =>
      typedFigures(text).map(([figure]): Problem => ({
        file,
        line,
        message: `the figure ${figure} is typed in a term`,
        remedy: 'leave it to the page that shows it with its source',
      })),
    ),
    ...[...world.news, ...archiveTexts(world)].flatMap((entry) =>
      [...wordsOnly(entry.body).matchAll(/[„“”«»"]/g)].map((match): Problem => ({
        file: entry.file,
        line: lineAt(entry, match.index),
        message: `a quotation mark ${match[0]} is typed in prose`,
        remedy: 'write :name[id] with a record in seeds/facts/names-*.yml',
      })),
    ),
  ],
};
