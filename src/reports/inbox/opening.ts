import { Decrypter } from 'age-encryption';
import { MessageFault, unpackMessage } from '../message/format.ts';
import { FIELDS } from '../message/report.ts';
import { type Attached, attachedOf, type OpenedPart, partOf } from './attachments.ts';

/** A sealed file: what it is called where it lies, and its bytes. */
export interface SealedFile {
  name: string;
  bytes: Uint8Array;
}

/** A report as it was written, by whomever: nothing in it may be trusted. */
export interface OpenedReport {
  name: string;
  id: string;
  day: string;
  via: string;
  isTrapped: boolean;
  isDanger: boolean;
  /** Answers by field, in the order of the form, without empty ones. */
  answers: { field: string; text: string }[];
  /** What this version does not know, as JSON. */
  unknown: string | undefined;
  /** Adds to an earlier report of the same mailbox; `addsTo` is its id, where it is among those that were opened. */
  isAddition?: boolean;
  addsTo?: string | undefined;
  /** The address for a reply, as it was written. */
  returnTo?: unknown;
  attached?: Attached | undefined;
}

export type Opened = { report: OpenedReport } | { part: OpenedPart } | { name: string; fault: string };

/** A report and how often the same text came without script within two days: a browser that sends again cannot always say so. */
export interface Group {
  report: OpenedReport;
  times: number;
  /** All of them: each may be another person's, and gets a reply. */
  members: OpenedReport[];
}

const KNOWN = ['v', 'kind', 'id', 'day', 'lang', 'via', 'fields', 'return', 'trap', 'files', 'thread', 'parts'];
const DAY = 86_400_000;

/** Whether a file, with its folders or without, is called as sealed reports are. */
export function isSealedName(name: string): boolean {
  return /(?:^|[\\/])(?:[0-9a-f]{32}|[^\\/]+\.age)$/.test(name);
}

/** The identities in text files of age: a line each, `#` before remarks. */
export function identitiesIn(text: string): string[] {
  return text.split(/\s*\n\s*/).filter((line) => line.startsWith('AGE-SECRET-KEY-1'));
}

/** Opens sealed files with whichever identity fits. What cannot be opened is said and does not stop the rest. No network, no disk. */
export async function* openFiles(
  files: Iterable<SealedFile> | AsyncIterable<SealedFile>,
  identities: readonly string[],
): AsyncGenerator<Opened> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  for await (const { name, bytes } of files) {
    try {
      const { json } = unpackMessage(await decrypter.decrypt(bytes));
      const part = partOf(name, json);
      yield part ? { part } : { report: read(name, json) };
    } catch (error) {
      const fault = error instanceof MessageFault ? error.message : 'no key of yours fits, or the file is damaged';
      yield { name, fault };
    }
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

function read(name: string, json: Record<string, unknown>): OpenedReport {
  const isRecord = typeof json['fields'] === 'object' && json['fields'] !== null;
  const fields = (isRecord ? json['fields'] : {}) as Record<string, unknown>;
  const { danger, ...texts } = fields;
  const order = [
    ...FIELDS.filter((field) => Object.hasOwn(texts, field)),
    ...Object.keys(texts).filter((field) => !FIELDS.some((known) => known === field)),
  ];
  const unknown = Object.fromEntries(Object.entries(json).filter(([key]) => !KNOWN.includes(key)));
  return {
    name,
    id: text(json['id']),
    day: text(json['day']),
    via: text(json['via']),
    isTrapped: json['trap'] === true,
    isDanger: danger === true,
    answers: order.map((field) => ({ field, text: text(texts[field]) })).filter((answer) => answer.text !== ''),
    isAddition: json['kind'] === 'followup',
    returnTo: json['return'],
    unknown: Object.keys(unknown).length > 0 ? JSON.stringify(unknown) : undefined,
    attached: attachedOf(json),
  };
}

/** Danger first, then by day; equal texts without script within 48 hours stand together once. */
export function groupReports(reports: readonly OpenedReport[]): Group[] {
  const groups: Group[] = [];
  const sorted = [...reports].sort((one, other) => Number(other.isDanger) - Number(one.isDanger) || one.day.localeCompare(other.day));
  for (const report of sorted) {
    const same = report.via === 'nojs' ? groups.find((group) => isSame(group.report, report)) : undefined;
    if (!same) groups.push({ report, times: 1, members: [report] });
    else {
      same.times++;
      same.members.push(report);
    }
  }
  return groups;
}

function isSame(one: OpenedReport, other: OpenedReport): boolean {
  const isNear = Math.abs(Date.parse(one.day) - Date.parse(other.day)) <= 2 * DAY;
  const wordsOf = ({ answers, attached }: OpenedReport) => JSON.stringify([answers, attached?.files]);
  return isNear && one.via === other.via && wordsOf(one) === wordsOf(other);
}
