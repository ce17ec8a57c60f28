// npm run inbox -- COMMAND: the only way to read reports. What each command does and where it may run: src/reports/README.md.
//   keygen --org NAME --from 2026-12 [--months 12] --keys FOLDER   makes keys and prints the part for recipients.json
//   pull   --org NAME --to FOLDER                                  copies sealed reports (needs the store's settings)
//   open   --keys FOLDER --reports FOLDER [--language lv]          opens them; no network
//          [--save FOLDER]                                        writes attached files, each under a name of ours
//   purge                                                          removes what all have pulled and what is too old
//   page   --to FILE                                               writes inbox.html, which opens reports without a command line
// On a copy that is being tried out, pull, open and purge need no options.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isLocale, type Locale } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { DEVELOPMENT_ORGANISATIONS, developmentIdentities } from '../keys/development.ts';
import { fingerprint } from '../keys/fingerprint.ts';
import list from '../keys/recipients.json' with { type: 'json' };
import type { RecipientList } from '../keys/recipients.ts';
import { dayOf } from '../message/report.ts';
import { type OpenedPart, recoverFiles } from './attachments.ts';
import { harmless } from './harmless.ts';
import { groupReports, identitiesIn, openFiles, type OpenedReport, type SealedFile } from './opening.ts';
import { describeFile, describeGroup } from './printing.ts';
import { saveFiles } from './saving.ts';

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)));
const { organisations }: RecipientList = list;
const isDevelopment = organisations.length === 0;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    org: { type: 'string', ...(isDevelopment && { default: DEVELOPMENT_ORGANISATIONS[0] }) },
    from: { type: 'string' },
    months: { type: 'string', default: '12' },
    keys: { type: 'string' },
    to: { type: 'string', ...(isDevelopment && { default: join(root, '.reports/pulled') }) },
    save: { type: 'string' },
    reports: { type: 'string', ...(isDevelopment && { default: join(root, '.reports/store/r') }) },
    language: { type: 'string', default: 'lv' },
  },
});

function need(name: 'org' | 'from' | 'keys' | 'to' | 'reports'): string {
  const value = values[name];
  if (value === undefined) throw new Error(`--${name} is missing. The head of src/reports/inbox/main.ts shows every command.`);
  return value;
}

async function keygen(): Promise<void> {
  const { makeKeys } = await import('./keygen.ts');
  const part = await makeKeys({ org: need('org'), folder: need('keys'), from: need('from'), months: Number(values.months) });
  console.log(JSON.stringify(part, null, 2));
  console.error(`Put the part above into src/reports/keys/recipients.json. Read out to compare: ${await fingerprint(part.identity)}`);
}

async function pull(): Promise<void> {
  const { openStore } = await import('../adapters/node.ts');
  const { pullReports } = await import('./pull.ts');
  const { store } = await openStore({ root, settings: process.env, isProduction: !isDevelopment }, () => new Date());
  let shown = 0;
  const onProgress = (done: number, all: number): void => {
    if (done < all && performance.now() - shown < 1_000) return;
    shown = performance.now();
    console.error(`${done} of ${all}`);
  };
  const copied = await pullReports({ store, org: need('org'), folder: need('to'), onProgress });
  console.log(`${copied} new in ${need('to')}`);
}

async function purge(): Promise<void> {
  const { openStore } = await import('../adapters/node.ts');
  const { purgeReports } = await import('./purge.ts');
  const { store } = await openStore({ root, settings: process.env, isProduction: !isDevelopment }, () => new Date());
  const orgs = isDevelopment ? DEVELOPMENT_ORGANISATIONS : organisations.map(({ org }) => org);
  console.log(`${await purgeReports({ store, orgs, today: dayOf(new Date()) })} removed`);
}

async function* sealedFiles(folder: string): AsyncGenerator<SealedFile> {
  if (!existsSync(folder)) throw new Error(`${folder} does not exist. Pull reports first, or name their folder: --reports FOLDER`);
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (!/(?:^|[\\/])(?:[0-9a-f]{32}|[^\\/]+\.age)$/.test(name)) continue;
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

async function page(): Promise<void> {
  const { writeInboxPage } = await import('./page.ts');
  const file = values.to && values.to.endsWith('.html') ? values.to : 'inbox.html';
  await writeInboxPage(root, file);
  console.log(`Wrote ${file}. Carry it to the device without internet, open it in a browser, choose the keys and the reports.`);
}

const COMMANDS: Record<string, () => Promise<void>> = { keygen, pull, open, purge, page };
const command = COMMANDS[positionals[0] ?? ''];

try {
  if (!command) throw new Error(`Say what to do: npm run inbox -- ${Object.keys(COMMANDS).join(' | ')}`);
  await command();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
