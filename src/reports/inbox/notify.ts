import { createTransport } from 'nodemailer';
import { utf8 } from '../message/bytes.ts';
import { everyObject, type Store } from '../stores/store.ts';
import { receiptKey } from './pull.ts';

export interface NoticeOptions {
  store: Store;
  org: string;
  /** UTC */
  today: string;
  /** smtps://name:password@host or smtp://… ; without TLS only to this machine. */
  server: string;
  from: string;
  to: string;
  subject: string;
  text: string;
}

export type Notice = 'sent' | 'nothing new' | 'sent before';

function noticeKey(org: string, day: string): string {
  return `n/${org}/${day.replaceAll('-', '')}`;
}

async function hasNew(store: Store, org: string): Promise<boolean> {
  const pulled = new Set<string>();
  for await (const { key } of everyObject(store, `a/${org}/`)) pulled.add(key);
  for await (const { key } of everyObject(store, 'r/')) if (!pulled.has(receiptKey(org, key.slice(key.lastIndexOf('/') + 1)))) return true;
  return false;
}

function transportOptions(server: string) {
  const { protocol, hostname, port, username, password } = new URL(server);
  const secure = protocol === 'smtps:';
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(isHere ? { ignoreTLS: !secure } : { requireTLS: true }),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * Says by mail that there is something to pull, once a day and no more: not how much, not since when. Call it at a fixed hour. A mail that could not be sent is
 * tried again by the next call. Rejects with the server's refusal.
 */
export async function notify({ store, org, today, server, from, to, subject, text }: NoticeOptions): Promise<Notice> {
  const key = noticeKey(org, today);
  if ((await store.get(key)) !== null) return 'sent before';
  if (!(await hasNew(store, org))) return 'nothing new';
  const transport = createTransport(transportOptions(server));
  try {
    await transport.sendMail({ from, to, subject, text, xMailer: false });
  } finally {
    transport.close();
  }
  for await (const earlier of everyObject(store, `n/${org}/`)) await store.remove(earlier.key);
  await store.create(key, utf8(org));
  return 'sent';
}
