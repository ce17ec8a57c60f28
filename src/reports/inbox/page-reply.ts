/** Replying in the reader's one file: the reply is signed and sealed in memory and saved as a file that is carried to `inbox push`. */
import type { UiKey } from '../../i18n/t.ts';
import { dayOf } from '../message/report.ts';
import type { Signer } from '../replies/reply.ts';
import { privateKeyIn, signerOf } from '../replies/signer.ts';
import { NUMBERS, replyKeyFile } from './file-names.ts';
import type { Group } from './opening.ts';
import { noteNumbers, type Numbers, type ReplyFile, replyTo } from './replying.ts';

type Words = (key: UiKey, params?: Record<string, string | number>) => string;

/** What replies are made with: this year's signing key and the numbers that mailboxes have. */
export interface ReplyDesk {
  sign: Signer | undefined;
  numbers: Numbers;
}

/** The file of the key that a reply of today is signed with. */
function keyName(): string {
  return replyKeyFile(dayOf(new Date()).slice(0, 4));
}

/** Finds the signing key among the key files, and the numbers among those that were pulled. Faulty files are passed over. */
export async function replyDesk(keys: Iterable<File>, pulled: Iterable<File>): Promise<ReplyDesk> {
  const desk: ReplyDesk = { sign: undefined, numbers: new Map() };
  for (const file of keys) {
    const key = file.name === keyName() ? privateKeyIn(await file.text()) : undefined;
    if (key) desk.sign = await signerOf(key).catch(() => undefined);
  }
  for (const file of pulled) {
    if (file.name !== NUMBERS) continue;
    try {
      noteNumbers(desk.numbers, await file.text());
    } catch {
      // Not as pull writes it: push refuses a number that is taken.
    }
  }
  return desk;
}

/** Room for a reply to all reports of a group. */
export function replyBox(group: Group, number: number, desk: ReplyDesk, t: Words): HTMLElement {
  const box = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = t('inbox.reply');
  box.append(summary);
  if (!desk.sign) {
    box.append(paragraph(t('inbox.replyKey', { name: keyName() })));
    return box;
  }
  const { sign, numbers } = desk;
  const label = document.createElement('label');
  label.textContent = t('inbox.replyLabel', { number });
  const text = document.createElement('textarea');
  text.rows = 8;
  label.append(text);
  const more = document.createElement('label');
  const tick = document.createElement('input');
  tick.type = 'checkbox';
  more.append(tick, ` ${t('inbox.replyMore')}`);
  const button = document.createElement('button');
  button.textContent = t('inbox.reply');
  const state = document.createElement('div');
  state.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    replyTo(group.members, { text: text.value, more: tick.checked, day: dayOf(new Date()) }, sign, numbers).then(
      (files) =>
        state.append(...files.map((file) => saveLink(file, t)), paragraph(t('inbox.replyNext', { command: 'npm run inbox -- push' }))),
      (error: unknown) => state.replaceChildren(paragraph(error instanceof Error ? error.message : String(error))),
    );
  });
  box.append(label, more, button, state);
  return box;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

function saveLink({ name, bytes }: ReplyFile, t: Words): HTMLElement {
  const link = document.createElement('a');
  link.setAttribute('href', URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' })));
  link.download = name;
  link.textContent = t('inbox.replyFile', { name });
  const made = document.createElement('p');
  made.append(link);
  return made;
}
