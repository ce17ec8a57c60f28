import { mailboxOf, readReturnCode } from '../message/return-code.ts';
import { BOX } from '../replies/mailbox.ts';
import type { Group, OpenedReport } from './opening.ts';

/** Where a reply to a report goes. */
export interface ReplyAddress {
  box: string;
  /** age recipient. */
  key: string;
}

/**
 * The mailbox a report names, or the one of the code that came with it; undefined when it names none that can be. Deriving from a code takes
 * some 24 ms.
 */
export async function replyAddressOf({ returnTo }: OpenedReport): Promise<ReplyAddress | undefined> {
  if (typeof returnTo !== 'object' || returnTo === null) return undefined;
  const { box, key, code } = returnTo as Record<string, unknown>;
  if (typeof box === 'string' && typeof key === 'string') {
    return BOX.test(box) && /^age1[02-9ac-hj-np-z]{58}$/.test(key) ? { box, key } : undefined;
  }
  const known = typeof code === 'string' ? readReturnCode(code) : undefined;
  return known === undefined ? undefined : mailboxOf(known);
}

/** Says of each addition which report of the same mailbox it belongs to. Codes are derived only where there are additions. */
export async function joinAdditions(groups: readonly Group[]): Promise<void> {
  if (!groups.some(({ report }) => report.isAddition)) return;
  const reportOf = new Map<string, string>();
  const boxOf = new Map<OpenedReport, string>();
  for (const report of groups.flatMap(({ members }) => members)) {
    const box = (await replyAddressOf(report))?.box;
    if (box === undefined) continue;
    boxOf.set(report, box);
    if (!report.isAddition) reportOf.set(box, report.id);
  }
  for (const { report } of groups) if (report.isAddition) report.addsTo = reportOf.get(boxOf.get(report) ?? '');
}
