import type { UiKey } from '../../i18n/t.ts';
import { ABOUT } from '../message/report.ts';
import type { Recovered } from './attachments.ts';
import { harmless, quoted } from './harmless.ts';
import type { Group, OpenedReport } from './opening.ts';

type Words = (key: UiKey, params?: Record<string, string | number>) => string;

const LABELS: Record<string, UiKey> = {
  about: 'report.field.about',
  what: 'report.field.what',
  links: 'report.field.links',
  where: 'report.field.where',
  when: 'report.field.when',
  who: 'report.field.who',
  contact: 'report.field.contact',
};

/** The question of a field in the reader's words; a field of another version under its own name. */
export function labelOf(field: string, t: Words): string {
  const key = Object.hasOwn(LABELS, field) ? LABELS[field] : undefined;
  return key ? t(key) : harmless(field);
}

/** An answer as people read it: the subject in words, all else as it was written. */
export function answerText({ field, text }: OpenedReport['answers'][number], t: Words): string {
  const choice = field === 'about' ? ABOUT.find((about) => about === text) : undefined;
  return choice ? t(`report.about.${choice}`) : text;
}

/** What stands above the answers of a report, a line each. */
export function headLines({ report, times }: Group, t: Words): string[] {
  return [
    `${harmless(report.day)} · ${report.via === 'nojs' ? t('inbox.viaServer') : t('inbox.viaBrowser')} · ${harmless(report.id)}`,
    ...(report.isDanger ? [`!! ${t('report.field.danger')}`] : []),
    ...(report.isAddition ? [additionLine(report, t)] : []),
    ...(report.isTrapped ? [t('inbox.trap')] : []),
    ...(times > 1 ? [t('inbox.times', { times })] : []),
  ];
}

function additionLine({ addsTo }: OpenedReport, t: Words): string {
  return addsTo === undefined ? t('inbox.additionUnknown') : t('inbox.addition', { id: harmless(addsTo) });
}

/** A file of a report in a line; nothing in it is the sender's. */
export function describeFile(file: Recovered, t: Words): string {
  if (!('fault' in file)) {
    const line = t('inbox.file.kept', { n: file.n, kind: file.kind, size: file.bytes.length });
    return file.hasPlace ? `${line}, ${t('inbox.file.place')}` : line;
  }
  return file.fault === 'absent'
    ? t('inbox.file.absent', { n: file.n, here: file.here, all: file.all })
    : t('inbox.file.changed', { n: file.n });
}

/** A report as text for a terminal, hostile letters made harmless. */
export function describeGroup(group: Group, number: number, total: number, t: Words, fileLines: readonly string[] = []): string {
  const answers = group.report.answers.map((answer) => `${labelOf(answer.field, t)}\n${quoted(answerText(answer, t))}`);
  const unknown = group.report.unknown === undefined ? [] : [`${t('inbox.unknown')}\n${quoted(group.report.unknown)}`];
  return [`━━ ${t('inbox.report', { number, total })}`, ...headLines(group, t), ...answers, ...unknown, ...fileLines, ''].join('\n');
}
