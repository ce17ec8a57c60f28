import type { FileEntry } from './attachments.ts';
import { textOf, utf8 } from './bytes.ts';

/** What the tipster is asked, in the order of the form. `about` is one of `ABOUT`; the others are free text. */
export const FIELDS = ['about', 'what', 'links', 'where', 'when', 'who', 'contact'] as const;
export type FieldName = (typeof FIELDS)[number];

export const ABOUT = ['recruitment', 'exploited', 'seen', 'myself'] as const;

/** All fields together, in code points after cleaning; the answer to more is `too-large`. */
export const MAX_TEXT = 20_000;

export type Fields = Record<FieldName, string> & { danger: boolean };

/**
 * Where a reply goes. A browser with script sends the mailbox and its public key, derived from the return code. Without script the
 * server seals the code itself, because deriving costs it 24 ms of a core a report (src/reports/README.md, Decisions).
 */
export type ReturnAddress = { box: string; key: string } | { code: string };

/** The JSON of a message, version 1. Readers keep keys they do not know. */
export interface Report {
  v: 1;
  kind: 'report' | 'followup' | 'part';
  /** 32 hex digits, the same as the name it is stored under. */
  id: string;
  /** UTC day; nothing finer is kept. */
  day: string;
  lang: string;
  via: 'js' | 'nojs';
  fields: Fields;
  return?: ReturnAddress;
  /** A field that people do not see was filled: a robot, or a password manager. */
  trap?: true;
  files: readonly FileEntry[];
  /** Under which chance name the files follow, and in how many parts; without it they stand in this message. */
  thread?: string;
  parts?: number;
}

/** Text as it is kept: well-formed, composed, with line feeds only. */
export function cleanText(text: string): string {
  return textOf(utf8(text)).replaceAll(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** Whether the texts are within `MAX_TEXT`, counted as people count letters. */
export function isShortEnough(fields: Fields): boolean {
  return FIELDS.reduce((length, name) => length + Array.from(fields[name]).length, 0) <= MAX_TEXT;
}

/** Fields from what a form or a page sends: known names, cleaned; a subject that was not offered is dropped. */
export function readFields(valueOf: (name: string) => string | undefined): Fields {
  const texts = Object.fromEntries(FIELDS.map((name) => [name, cleanText(valueOf(name) ?? '')])) as Record<FieldName, string>;
  const about = ABOUT.find((choice) => choice === texts.about) ?? '';
  return { ...texts, about, danger: (valueOf('danger') ?? '') !== '' };
}

export interface ReportParts extends Pick<Report, 'id' | 'day' | 'lang' | 'via' | 'fields'> {
  returnTo: ReturnAddress;
  isTrapped: boolean;
}

export function makeReport({ id, day, lang, via, fields, returnTo, isTrapped }: ReportParts): Report {
  return { v: 1, kind: 'report', id, day, lang, via, fields, return: returnTo, ...(isTrapped ? { trap: true } : {}), files: [] };
}

/** The same as an addition to an earlier report, which its return address names. */
export function asAddition(report: Report): Report {
  return { ...report, kind: 'followup' };
}

/** The UTC day of an instant: 2026-11-21. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
