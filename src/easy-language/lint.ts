import { z } from 'zod';
import { excerptOf, type Check, type Hit, type LatvianCheck, type LatvianSubject, type Level, type Subject } from './check.ts';
import { layoutChecks, wholeTextChecks } from './checks/layout.ts';
import { latvianSentenceChecks, sentenceChecks } from './checks/sentences.ts';
import { latvianSignChecks, signChecks } from './checks/signs.ts';
import { latvianWordChecks, wordChecks } from './checks/words.ts';
import { languageOf, languages, limits, type Language } from './languages.ts';
import { figuresOf, type Figures } from './lix.ts';
import { latvianMorphology } from './morphology.ts';
import { formatOf, lineOf, readText, type Format } from './read-text.ts';
import { readData, rules, type Rule } from './rules.ts';
import { scoreOf } from './score.ts';
import { sentencesOf } from './sentences.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

export interface Finding {
  /** Counted from 1. */
  line: number;
  column: number;
  rule: string;
  level: Level;
  /** What stands there. */
  excerpt: string;
  /** What is wrong and what to write instead, in the language of the messages. */
  message: string;
  suggestion: string;
  /** Why the writer keeps it (only warnings can be kept). */
  reason?: string;
}

export interface Report {
  file: string;
  language: Language;
  figures: Figures;
  /** 0 to 100; see score.ts. */
  score: number;
  errors: number;
  warnings: number;
  findings: Finding[];
}

export interface LintOptions {
  /** Name of the text: its ending tells the format, a folder `lv`, `en` or `ru` the language. */
  file?: string;
  language?: Language;
  format?: Format;
  /** Further words that count as common. */
  words?: readonly string[];
  /** How many words the whole text should have. Without it any length is right. */
  length?: { least: number; most: number };
  /** Language of the messages. */
  messages?: 'lv' | 'en';
}

const checks: Readonly<Record<string, Check>> = { ...wordChecks, ...sentenceChecks, ...signChecks, ...layoutChecks, ...wholeTextChecks };
const latvianChecks: Readonly<Record<string, LatvianCheck>> = { ...latvianWordChecks, ...latvianSentenceChecks, ...latvianSignChecks };

/** Checks one text against all rules of its language. */
export async function lint(source: string, options: LintOptions = {}): Promise<Report> {
  const file = options.file ?? '';
  const language = options.language ?? languageOf(file, source);
  const text = readText(source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), options.format ?? formatOf(file), language);
  const subject: Subject = {
    text,
    sentences: sentencesOf(text),
    limits: limits[language],
    language,
    abbreviations: abbreviationsOf(language),
    length: options.length,
  };
  const latvian = language === 'lv' ? await latvianSubject(subject, options.words ?? []) : undefined;
  const hits = rules
    .filter((rule) => rule.languages.includes(language) && rule.formats.includes(text.format))
    .flatMap((rule) => hitsOf(rule, subject, latvian).map((hit) => ({ rule, hit })))
    .sort((a, b) => a.hit.start - b.hit.start || (a.rule.id < b.rule.id ? -1 : 1));
  const findings = hits.map(({ rule, hit }) => findingOf(rule, hit, subject, options.messages ?? 'lv'));
  const figures = figuresOf(subject.sentences);
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const errors = count('error');
  const warnings = count('warning');
  return { file, language, figures, score: scoreOf({ errors, warnings, words: figures.words }), errors, warnings, findings };
}

/** Ids of rules that have a check: those of `rules.yml`, no more and no fewer. */
export const checkedRules: readonly string[] = [...Object.keys(checks), ...Object.keys(latvianChecks)];

const abbreviations = readData('abbreviations.yml', z.record(z.enum(languages), z.record(z.string(), z.string())));

function abbreviationsOf(language: Language): Subject['abbreviations'] {
  return Object.entries(abbreviations[language]).map(([text, better]) => ({ text, better }));
}

const vocabularies = new Map<string, Vocabulary>();

async function latvianSubject(subject: Subject, words: readonly string[]): Promise<LatvianSubject> {
  const morphology = await latvianMorphology();
  const key = words.join(' ');
  let vocabulary = vocabularies.get(key);
  if (!vocabulary) vocabularies.set(key, (vocabulary = readVocabulary(morphology, words)));
  return { ...subject, morphology, vocabulary };
}

function hitsOf({ id }: Rule, subject: Subject, latvian: LatvianSubject | undefined): Hit[] {
  const own = latvianChecks[id];
  if (own) return latvian ? own(latvian) : [];
  const general = checks[id];
  if (!general) throw new Error(`rules.yml names the rule "${id}", which no file in checks/ checks.`);
  return general(subject);
}

function findingOf(rule: Rule, hit: Hit, { text }: Subject, messages: 'lv' | 'en'): Finding {
  const line = lineOf(text.source, hit.start);
  const level = hit.level ?? rule.level;
  const fill = (words: string) => words.replaceAll('{detail}', hit.detail).replaceAll('{better}', hit.better ?? '');
  const kept =
    level === 'error' ? undefined : text.reasons.find((entry) => entry.rule === rule.id && covers(rule, entry.line, line, text.source));
  return {
    line,
    column: hit.start - text.source.lastIndexOf('\n', hit.start - 1),
    rule: rule.id,
    level,
    excerpt: excerptOf(text, hit),
    message: fill(rule.says[messages]),
    suggestion:
      hit.better && !rule.suggests[messages].includes('{better}')
        ? `${fill(rule.suggests[messages])}: ${hit.better}`
        : fill(rule.suggests[messages]),
    ...(kept ? { reason: kept.reason } : {}),
  };
}

/** A reason stands on the line above the one it is for, empty lines between; for a rule about the whole text anywhere. */
function covers(rule: Rule, from: number, line: number, source: string): boolean {
  if (rule.group === 'whole-text') return true;
  if (line < from) return false;
  const between = source.split('\n').slice(from - 1, line - 1);
  return between.every((text) => text.trim() === '' || /^\s*(?:\{\/\*|<!--)/.test(text));
}
