/** The reader in one HTML file: keys and reports are chosen from the disk, opened in memory, shown as text. Nothing leaves the page. */
import type { UiKey } from '../../i18n/t.ts';
import { sizeOf } from '../../picture-metadata/size.ts';
import { type OpenedPart, type Recovered, recoverFiles, safeName } from './attachments.ts';
import { harmless } from './harmless.ts';
import { type Group, groupReports, identitiesIn, isSealedName, openFiles, type OpenedReport, type SealedFile } from './opening.ts';
import { replyBox, type ReplyDesk, replyDesk } from './page-reply.ts';
import { answerText, describeFile, headLines, labelOf } from './printing.ts';
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

/** A file that cannot be read, and what to do. */
function unreadable(name: string): string {
  return t('inbox.fault', { name: harmless(name), why: 'damaged, or moved after it was chosen: choose the files again' });
}

/** Rejects with the line that says which file and what to do. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await file.arrayBuffer().catch((): never => {
    throw new Error(unreadable(file.name));
  });
  return new Uint8Array(bytes);
}

async function* filesIn(input: HTMLInputElement): AsyncGenerator<SealedFile> {
  for (const file of input.files ?? []) if (isSealedName(file.name)) yield { name: file.name, bytes: await bytesOf(file) };
}

/** What attached files are made of. */
interface Files {
  parts: readonly OpenedPart[];
  sealed: ReadonlyMap<string, File>;
  identities: readonly string[];
}

function article(group: Group, number: number, total: number, files: Files, desk: ReplyDesk): HTMLElement {
  const made = element('article');
  made.append(element('h2', t('inbox.report', { number, total })), ...headLines(group, t).map((line) => element('p', line)));
  const answers = element('dl');
  for (const answer of group.report.answers)
    answers.append(element('dt', labelOf(answer.field, t)), element('dd', harmless(answerText(answer, t))));
  if (group.report.unknown !== undefined) answers.append(element('dt', t('inbox.unknown')), element('dd', harmless(group.report.unknown)));
  made.append(answers, ...attachedFiles(group.report, files), replyBox(group, number, desk, t));
  return made;
}

/** A list of attached files that are opened when somebody asks for them, one report at a time. */
function attachedFiles({ name, attached }: OpenedReport, { parts, sealed, identities }: Files): HTMLElement[] {
  if (!attached) return [];
  const button = element('button', t('inbox.attached'));
  const state = element('p');
  state.setAttribute('role', 'status');
  const list = element('div');
  let reading = name;
  const read = async (wanted: string) => {
    reading = wanted;
    return new Uint8Array((await sealed.get(wanted)?.arrayBuffer()) ?? new ArrayBuffer());
  };
  button.addEventListener('click', () => {
    state.textContent = '';
    recoverFiles({ name, attached, parts, read, identities }).then(
      (recovered) => list.replaceChildren(element('p', t('inbox.file.warning')), ...recovered.map((file) => attachedFile(file))),
      () => (state.textContent = unreadable(reading)),
    );
  });
  return [button, state, list];
}

function attachedFile(file: Recovered): HTMLElement {
  const made = element('div');
  made.append(element('p', describeFile(file, t)));
  if ('fault' in file) return made;
  const save = element('button', t('inbox.file.save', { n: file.n }));
  save.addEventListener('click', () => saveAs(file.bytes, safeName(file.n, file.kind)));
  made.append(save);
  if (isSmallPicture(file.bytes)) {
    const show = element('button', t('inbox.file.show', { n: file.n }));
    show.addEventListener('click', () => void draw(file.bytes, show));
    made.append(show);
  }
  return made;
}

const SAVING_TIME = 60_000;

function saveAs(bytes: Uint8Array, name: string): void {
  const link = element('a');
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }));
  link.setAttribute('href', address);
  link.download = name;
  link.click();
  // Some browsers read the bytes only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(address), SAVING_TIME);
}

/** Pictures larger than this take more memory than they are worth, and some are made to. */
const MOST_POINTS = 60_000_000;

function isSmallPicture(bytes: Uint8Array): boolean {
  const { width, height } = sizeOf(bytes) ?? { width: 0, height: 0 };
  return width * height > 0 && width * height <= MOST_POINTS;
}

/** Points only: what is shown is drawn anew by the browser's decoder, which runs apart from the rest of the device. */
async function draw(bytes: Uint8Array, button: HTMLElement): Promise<void> {
  const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)])).catch(() => undefined);
  if (!picture) return button.remove();
  const canvas = element('canvas');
  Object.assign(canvas, { width: picture.width, height: picture.height });
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  button.replaceWith(canvas);
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
  button.addEventListener('click', () => {
    open(keys.input, reports.input, state, results).catch((error: unknown) => {
      state.textContent = error instanceof Error ? error.message : String(error);
    });
  });
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
  const texts = await Promise.all([...(keys.files ?? [])].map(async (file) => new TextDecoder().decode(await bytesOf(file))));
  const identities = texts.flatMap(identitiesIn);
  const parts: OpenedPart[] = [];
  const opened: OpenedReport[] = [];
  const faults: HTMLElement[] = [];
  const total = files.files?.length ?? 0;
  for await (const one of openFiles(filesIn(files), identities)) {
    if ('report' in one) opened.push(one.report);
    else if ('part' in one) parts.push(one.part);
    else faults.push(element('p', t('inbox.fault', { name: harmless(one.name), why: one.fault })));
    state.textContent = t('inbox.progress', { done: opened.length + parts.length + faults.length, total });
  }
  const groups = groupReports(opened);
  await joinAdditions(groups);
  const desk = await replyDesk(keys.files ?? [], files.files ?? []);
  const sealed = new Map([...(files.files ?? [])].map((file) => [file.name, file]));
  const attached = { parts, sealed, identities };
  results.replaceChildren(...faults, ...groups.map((group, index) => article(group, index + 1, groups.length, attached, desk)));
  if (total === 0) state.textContent = t('inbox.none');
}

show();
