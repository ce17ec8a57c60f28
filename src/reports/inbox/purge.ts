import { dayAfter } from '../message/epochs.ts';
import { everyObject, MAILBOXES, reportKey, type Store } from '../stores/store.ts';
import { receiptKey } from './pull.ts';

/** Days after every organisation has a report, and days after it came, whichever is first. */
const AFTER_PULL = 30;
const AT_MOST = 180;
/** Days after the last reply of a mailbox. */
const AFTER_REPLY = 30;

export interface PurgeOptions {
  store: Store;
  /** All organisations that must have pulled a report before it goes. */
  orgs: readonly string[];
  today: string;
}

/** Removes reports whose time is over, then the notes about them. Safe to interrupt: a note without its report is removed by the next run. */
export async function purgeReports({ store, orgs, today }: PurgeOptions): Promise<number> {
  const pulledOn = new Map<string, Map<string, string>>();
  for (const org of orgs) {
    const days = new Map<string, string>();
    for await (const { key, day } of everyObject(store, `a/${org}/`)) days.set(key.slice(key.lastIndexOf('/') + 1), day);
    pulledOn.set(org, days);
  }
  let removed = 0;
  const kept = new Set<string>();
  for await (const { key, day } of everyObject(store, 'r/')) {
    const id = key.slice(key.lastIndexOf('/') + 1);
    const pulls = orgs.map((org) => pulledOn.get(org)?.get(id));
    const last = pulls.some((pull) => pull === undefined) ? undefined : pulls.sort().at(-1);
    const isOver = dayAfter(day, AT_MOST) <= today || (last !== undefined && dayAfter(last, AFTER_PULL) <= today);
    if (!isOver) kept.add(id);
    else {
      await store.remove(reportKey(id));
      removed++;
    }
  }
  for (const [org, days] of pulledOn) {
    for (const id of days.keys()) if (!kept.has(id)) await store.remove(receiptKey(org, id));
  }
  return removed;
}

/**
 * Removes all replies of a mailbox that had none for thirty days. The newest goes last, so that an interrupted run is finished by the next
 * one. Gives back how many went.
 */
export async function purgeReplies(store: Store, today: string): Promise<number> {
  const mailboxes = new Map<string, { key: string; day: string }[]>();
  for await (const { key, day } of everyObject(store, MAILBOXES)) {
    const box = key.slice(0, key.lastIndexOf('/'));
    mailboxes.set(box, [...(mailboxes.get(box) ?? []), { key, day }]);
  }
  let removed = 0;
  for (const replies of mailboxes.values()) {
    const lastDay = replies.reduce((last, { day }) => (day > last ? day : last), '');
    if (dayAfter(lastDay, AFTER_REPLY) > today) continue;
    const oldestFirst = [...replies].sort((one, other) => one.day.localeCompare(other.day) || one.key.localeCompare(other.key));
    for (const { key } of oldestFirst) {
      await store.remove(key);
      removed++;
    }
  }
  return removed;
}
