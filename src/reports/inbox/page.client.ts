/** The reader in one HTML file: keys and reports are chosen from the disk, opened in memory, shown as text. Nothing leaves the page. */
import type { UiKey } from '../../i18n/t.ts';
import { harmless } from './harmless.ts';
import { type Group, groupReports, identitiesIn, isSealedName, openFiles, type OpenedReport, type SealedFile } from './opening.ts';
import { replyBox, type ReplyDesk, replyDesk } from './page-reply.ts';
import { answerText, headLines, labelOf } from './printing.ts';
import { joinAdditions } from './threads.ts';

const all = (globalThis as unknown as { inboxWords: Record<string, Record<string, string>> }).inboxWords;
let language = 'lv';

function t(key: UiKey, params: Record<string, string | number> = {}): string {
  return (all[language]?.[key] ?? key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function fileInput(label: string, accept: string): { box: HTMLElement; input: HTMLInputElement } {
  const box = element('label', label);
  const input = element('input');
  Object.assign(input, { type: 'file', multiple: true, accept });
  box.append(document.createElement('br'), input);
  return { box, input };
}

async function* filesIn(input: HTMLInputElement): AsyncGenerator<SealedFile> {
  for (const file of input.files ?? [])
    if (isSealedName(file.name)) yield { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function article(group: Group, number: number, total: number, desk: ReplyDesk): HTMLElement {
  const made = element('article');
  made.append(element('h2', t('inbox.report', { number, total })), ...headLines(group, t).map((line) => element('p', line)));
  const answers = element('dl');
  for (const answer of group.report.answers)
    answers.append(element('dt', labelOf(answer.field, t)), element('dd', harmless(answerText(answer, t))));
  if (group.report.unknown !== undefined) answers.append(element('dt', t('inbox.unknown')), element('dd', harmless(group.report.unknown)));
  made.append(answers, replyBox(group, number, desk, t));
  return made;
}

function show(): void {
  document.documentElement.lang = language;
  document.title = t('inbox.title');
  const choice = element('select');
  choice.setAttribute('aria-label', 'Valoda / Language / Язык');
  for (const name of Object.keys(all)) choice.append(new Option(all[name]?.['language.name'] ?? name, name, false, name === language));
  choice.addEventListener('change', () => {
    language = choice.value;
    show();
  });
  const keys = fileInput(t('inbox.keys'), '.txt,.pem');
  const reports = fileInput(t('inbox.files'), '');
  const button = element('button', t('inbox.open'));
  const state = element('p');
  state.setAttribute('role', 'status');
  const results = element('div');
  button.addEventListener('click', () => void open(keys.input, reports.input, state, results));
  document.body.replaceChildren(
    choice,
    element('h1', t('inbox.title')),
    element('p', t('inbox.offline')),
    keys.box,
    reports.box,
    element('p'),
    button,
    state,
    results,
  );
}

async function open(keys: HTMLInputElement, files: HTMLInputElement, state: HTMLElement, results: HTMLElement): Promise<void> {
  const texts = await Promise.all([...(keys.files ?? [])].map((file) => file.text()));
  const opened: OpenedReport[] = [];
  const faults: HTMLElement[] = [];
  const total = files.files?.length ?? 0;
  for await (const one of openFiles(filesIn(files), texts.flatMap(identitiesIn))) {
    if ('report' in one) opened.push(one.report);
    else faults.push(element('p', t('inbox.fault', { name: harmless(one.name), why: one.fault })));
    state.textContent = t('inbox.progress', { done: opened.length + faults.length, total });
  }
  const groups = groupReports(opened);
  await joinAdditions(groups);
  const desk = await replyDesk(keys.files ?? [], files.files ?? []);
  results.replaceChildren(...faults, ...groups.map((group, index) => article(group, index + 1, groups.length, desk)));
  if (total === 0) state.textContent = t('inbox.none');
}

show();
