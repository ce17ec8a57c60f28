// npm run inbox -- COMMAND: the only way to read reports. What each command does and where it may run: src/reports/README.md.
//   keygen --org NAME --from 2026-12 [--months 12] --keys FOLDER   makes keys and prints the part for recipients.json
//   pull   --org NAME --to FOLDER                                  copies sealed reports (needs the store's settings)
//   open   --keys FOLDER --reports FOLDER [--language lv]          opens them; no network
//          [--save FOLDER]                                        writes attached files, each under a name of ours
//   reply  --keys FOLDER --reports FOLDER --id ID --text FILE --to OUTBOX [--more]   signs and seals a reply; no network
//   push   --org NAME --from OUTBOX                                stores replies (needs the store's settings)
//   purge  --org NAME                                              removes what all have pulled and what is too old, also replies
//   notify --org NAME [--language lv]                              a mail without content when there is something to pull; once a day, by cron
//   log                                                            prints who pulled, pushed and purged, and checks that nothing of it was changed
//   page   --to FILE                                               writes inbox.html, which opens reports without a command line
// On a copy that is being tried out, only reply needs options: --id and --text.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isLocale, type Locale } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { DEVELOPMENT_ORGANISATIONS, developmentIdentities, developmentReplyFile, developmentReplyKey } from '../keys/development.ts';
import { fingerprint } from '../keys/fingerprint.ts';
import list from '../keys/recipients.json' with { type: 'json' };
import type { RecipientList } from '../keys/recipients.ts';
import { dayOf } from '../message/report.ts';
import { type OpenedPart, recoverFiles } from './attachments.ts';
import { harmless } from './harmless.ts';
import { groupReports, identitiesIn, isSealedName, openFiles, type OpenedReport, type SealedFile } from './opening.ts';
import { describeFile, describeGroup } from './printing.ts';
import { saveFiles } from './saving.ts';
import { privateKeyIn, signerOf } from '../replies/signer.ts';
import type { Signer } from '../replies/reply.ts';
import type { Store } from '../stores/store.ts';
import { HASHES, NUMBERS, replyKeyFile } from './file-names.ts';
import type { LogEntry } from './log.ts';
import { joinAdditions } from './threads.ts';

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)));
const { organisations }: RecipientList = list;
const isDevelopment = organisations.length === 0;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    org: { type: 'string', ...(isDevelopment && { default: DEVELOPMENT_ORGANISATIONS[0] }) },
    from: { type: 'string' },
    id: { type: 'string' },
    text: { type: 'string' },
    more: { type: 'boolean', default: false },
    months: { type: 'string', default: '12' },
    keys: { type: 'string' },
    to: { type: 'string' },
    save: { type: 'string' },
    reports: { type: 'string', ...(isDevelopment && { default: join(root, '.reports/store/r') }) },
    language: { type: 'string', default: 'lv' },
  },
});

const PULLED = join(root, '.reports/pulled');
const OUTBOX = join(root, '.reports/outbox');

function need(name: 'org' | 'from' | 'keys' | 'to' | 'reports' | 'id' | 'text', whenTrying?: string): string {
  const value = values[name] ?? (isDevelopment ? whenTrying : undefined);
  if (value === undefined) throw new Error(`--${name} is missing. The head of src/reports/inbox/main.ts shows every command.`);
  return value;
}

async function keygen(): Promise<void> {
  const { makeKeys } = await import('./keygen.ts');
  const part = await makeKeys({ org: need('org'), folder: need('keys'), from: need('from'), months: Number(values.months) });
  console.log(JSON.stringify(part, null, 2));
  console.error(`Put the part above into src/reports/keys/recipients.json. Read out to compare: ${await fingerprint(part.identity)}`);
}

async function openedStore(): Promise<Store> {
  const { openStore } = await import('../adapters/node.ts');
  return (await openStore({ root, settings: process.env, isProduction: !isDevelopment }, () => new Date())).store;
}

/** Every touch of the store is noted before it is done; the hash is also kept here, where nobody at the store can change it. */
async function noteInLog(store: Store, action: LogEntry['action'], folder?: string): Promise<void> {
  const { appendToLog } = await import('./log.ts');
  const hash = await appendToLog(store, { day: dayOf(new Date()), org: need('org'), action });
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, HASHES), `${hash}\n`, { flag: 'a', mode: 0o600 });
}

async function pull(): Promise<void> {
  const { pullReports } = await import('./pull.ts');
  const { numbersIn } = await import('./push.ts');
  const store = await openedStore();
  const folder = need('to', PULLED);
  let shown = 0;
  const onProgress = (done: number, all: number): void => {
    if (done < all && performance.now() - shown < 1_000) return;
    shown = performance.now();
    console.error(`${done} of ${all}`);
  };
  await noteInLog(store, 'pull', folder);
  const copied = await pullReports({ store, org: need('org'), folder, onProgress });
  await writeFile(join(folder, NUMBERS), JSON.stringify(Object.fromEntries(await numbersIn(store))), { mode: 0o600 });
  console.log(`${copied} new in ${folder}`);
  await log();
}

async function push(): Promise<void> {
  const { pushReplies } = await import('./push.ts');
  const store = await openedStore();
  await noteInLog(store, 'push');
  const { stored, refused } = await pushReplies(store, need('from', OUTBOX));
  for (const { name, why } of refused) {
    console.error(
      why === 'taken' ? `${name}: somebody else has replied meanwhile. Pull and write it again.` : `${name} is no sealed reply.`,
    );
  }
  console.log(`${stored} replies stored`);
  if (refused.length > 0) process.exitCode = 1;
}

async function purge(): Promise<void> {
  const { purgeReports, purgeReplies } = await import('./purge.ts');
  const store = await openedStore();
  await noteInLog(store, 'purge');
  const orgs = isDevelopment ? DEVELOPMENT_ORGANISATIONS : organisations.map(({ org }) => org);
  const today = dayOf(new Date());
  console.log(`${await purgeReports({ store, orgs, today })} reports and ${await purgeReplies(store, today)} replies removed`);
}

/** Prints the log and compares it with the hashes that earlier pulls of this device have kept. */
async function log(): Promise<void> {
  const { readLog } = await import('./log.ts');
  const { entries, hashes, faults } = await readLog(await openedStore());
  const file = join(need('to', PULLED), HASHES);
  const kept = existsSync(file) ? (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '') : [];
  const gone = kept.filter((hash) => !hashes.has(hash)).length;
  if (positionals[0] === 'log')
    for (const { number, day, org, action } of entries) console.log(`${number} ${day} ${harmless(org)} ${action}`);
  for (const fault of [...faults, ...(gone > 0 ? [`${gone} entries that this device made are gone`] : [])]) {
    console.error(`The log of the store was tampered with: ${fault}.`);
    process.exitCode = 1;
  }
}

async function* sealedFiles(folder: string): AsyncGenerator<SealedFile> {
  if (!existsSync(folder)) throw new Error(`${folder} does not exist. Pull reports first, or name their folder: --reports FOLDER`);
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (!isSealedName(name)) continue;
    yield { name, bytes: await readFile(join(folder, name)) };
  }
}

async function readIdentities(): Promise<string[]> {
  if (values.keys === undefined && isDevelopment) return (await developmentIdentities(dayOf(new Date()))).map(({ identity }) => identity);
  const folder = need('keys');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
  const identities = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).flatMap(identitiesIn);
  if (identities.length === 0) throw new Error(`${folder} has no key in a .txt file. Give the folder that "inbox keygen" made.`);
  return identities;
}

async function open(): Promise<void> {
  const language: Locale = isLocale(values.language) ? values.language : 'lv';
  const t = translator(language);
  const reports: OpenedReport[] = [];
  const parts: OpenedPart[] = [];
  const identities = await readIdentities();
  for await (const opened of openFiles(sealedFiles(need('reports')), identities)) {
    if ('report' in opened) reports.push(opened.report);
    else if ('part' in opened) parts.push(opened.part);
    else console.log(t('inbox.fault', { name: harmless(opened.name), why: opened.fault }));
  }
  const groups = groupReports(reports);
  await joinAdditions(groups);
  const read = (name: string) => readFile(join(need('reports'), name));
  for (const [index, group] of groups.entries()) {
    const { id, name, attached } = group.report;
    const files = attached ? await recoverFiles({ name, attached, parts, read, identities }) : [];
    const saved = values.save === undefined ? [] : await saveFiles(values.save, id, files);
    const lines = [
      ...(files.length > 0 ? [t('inbox.attached'), ...files.map((file) => describeFile(file, t))] : []),
      ...saved.map((file) => t('inbox.file.saved', { file })),
      ...(files.length > 0
        ? [saved.length > 0 ? t('inbox.file.warning') : t('inbox.attachedHow', { command: 'npm run inbox -- open --save FOLDER' })]
        : []),
    ];
    console.log(describeGroup(group, index + 1, groups.length, t, lines));
  }
  const threads = new Set(reports.map(({ attached }) => attached?.thread));
  const strays = parts.filter(({ thread }) => !threads.has(thread)).length;
  if (strays > 0) console.log(t('inbox.strayParts', { number: strays }));
  if (groups.length === 0) console.log(t('inbox.none'));
}

async function reply(): Promise<void> {
  const { noteNumber, noteNumbers, readReplyFileName, replyTo } = await import('./replying.ts');
  const opened = await Array.fromAsync(openFiles(sealedFiles(need('reports')), await readIdentities()));
  const groups = groupReports(opened.flatMap((one) => ('report' in one ? one.report : [])));
  const group = groups.find(({ members }) => members.some(({ id }) => id === need('id')));
  if (!group) throw new Error(`No report that your keys open has the number ${need('id')}. "open" shows the numbers.`);
  const outbox = need('to', OUTBOX);
  await mkdir(outbox, { recursive: true, mode: 0o700 });
  const numbers = new Map<string, number>();
  const known = join(need('reports'), NUMBERS);
  for (const file of isDevelopment ? [known, join(PULLED, NUMBERS)] : [known]) {
    if (existsSync(file)) noteNumbers(numbers, await readFile(file, 'utf8'));
  }
  for (const name of await readdir(outbox)) {
    const place = readReplyFileName(name);
    if (place) noteNumber(numbers, place.box, place.seq);
  }
  const day = dayOf(new Date());
  const text = await readFile(need('text'), 'utf8');
  const files = await replyTo(group.members, { text, more: values.more, day }, await replySigner(day), numbers);
  if (files.length === 0) throw new Error('The report names no address for a reply.');
  for (const { name, bytes } of files) {
    const file = join(outbox, name);
    await writeFile(file, bytes, { mode: 0o600, flag: 'wx' });
    console.log(file);
  }
}

async function replySigner(day: string): Promise<Signer> {
  const year = day.slice(0, 4);
  if (values.keys === undefined && isDevelopment) return (await developmentReplyKey(year)).sign;
  const file = join(need('keys'), replyKeyFile(year));
  const key = existsSync(file) ? privateKeyIn(await readFile(file, 'utf8')) : undefined;
  if (!key) throw new Error(`${file} holds no key for replies of ${year}. "keygen" makes one; others see it after the next build.`);
  return signerOf(key);
}

async function page(): Promise<void> {
  const { writeInboxPage } = await import('./page.ts');
  const file = values.to && values.to.endsWith('.html') ? values.to : 'inbox.html';
  await writeInboxPage(root, file);
  if (isDevelopment) await writeDevelopmentKeys(dirname(resolve(file)));
  console.log(`Wrote ${file}. Carry it to the device without internet, open it in a browser, choose the keys and the reports.`);
}

async function notice(): Promise<void> {
  const { notify } = await import('./notify.ts');
  const setting = (name: string): string => {
    const value = process.env[name];
    if (value) return value;
    throw new Error(`${name} is missing. Set NOTIFY_SERVER (smtps://name:password@host), NOTIFY_FROM and NOTIFY_TO.`);
  };
  const [server, from, to] = ['NOTIFY_SERVER', 'NOTIFY_FROM', 'NOTIFY_TO'].map(setting) as [string, string, string];
  const t = translator(isLocale(values.language) ? values.language : 'lv');
  const words = { subject: t('inbox.notice.subject'), text: t('inbox.notice.text') };
  const outcome = await notify({ store: await openedStore(), org: need('org'), today: dayOf(new Date()), server, from, to, ...words });
  console.log(outcome);
}

/** Whoever tries the reader out needs keys to choose. */
async function writeDevelopmentKeys(folder: string): Promise<void> {
  const day = dayOf(new Date());
  const identities = (await developmentIdentities(day)).map(({ identity }) => identity);
  await writeFile(join(folder, 'development-keys.txt'), `${identities.join('\n')}\n`);
  const year = day.slice(0, 4);
  await writeFile(join(folder, replyKeyFile(year)), await developmentReplyFile(year));
}

const COMMANDS: Record<string, () => Promise<void>> = { keygen, pull, open, reply, push, purge, notify: notice, log, page };
const command = COMMANDS[positionals[0] ?? ''];

try {
  if (!command) throw new Error(`Say what to do: npm run inbox -- ${Object.keys(COMMANDS).join(' | ')}`);
  await command();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
