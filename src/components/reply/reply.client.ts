/**
 * Upgrades the page where replies are read, which works without it: here the number never leaves the browser. Keeps nothing; what was typed and
 * read is gone when the page is left.
 */
import { isShortEnough, readFields } from '../../reports/message/report.ts';
import { readReturnCode } from '../../reports/message/return-code.ts';
import { moduleLoader } from '../loading/module-loader.ts';
import { endpointClock, postPatiently, postReport } from '../report/endpoint.ts';
import { keepFromOthers } from '../site/keep-from-others.ts';
import type * as Work from '../report/work.client.ts';
import type * as Seal from './reply-seal.client.ts';

const PAUSES = [1_000, 2_000, 4_000];
const PATIENCE = 20_000;

function startReply(root: HTMLElement, form: HTMLFormElement, addForm: HTMLFormElement): void {
  const { sealSrc = '', sealIntegrity = '', epochs = '[]', keys = '[]', words: wordsText = '{}' } = form.dataset;
  const words = JSON.parse(wordsText) as Record<string, string>;
  const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-reply="${name}"]`) as HTMLElement;
  const code = form.elements.namedItem('code') as HTMLInputElement;
  const text = addForm.elements.namedItem('what') as HTMLTextAreaElement;
  let mailbox: Seal.Mailbox | undefined;
  /** The body of an addition under way; a changed text gets a new one. */
  let body: string | undefined;
  let isBusy = false;

  const load = moduleLoader<typeof Seal>(sealSrc, sealIntegrity);
  const loadWork = moduleLoader<typeof Work>(form.dataset['workSrc'], form.dataset['workIntegrity']);
  const say = (message = ''): void => {
    part('state').textContent = message;
  };
  const focusOn = (element: HTMLElement): void => {
    element.focus();
    element.scrollIntoView();
  };
  const word = (key: string, params: Record<string, string | number> = {}): string =>
    (words[key] ?? '').replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  const showOnly = (name?: string): void => {
    for (const alert of ['failed', 'plain']) part(alert).hidden = alert !== name;
    if (name) focusOn(part(name));
  };

  const paragraph = (content: string, className = ''): HTMLElement => {
    const made = document.createElement('p');
    made.className = className;
    made.textContent = content;
    return made;
  };
  const longDay = (day: string): string =>
    new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const described = (shown: Seal.Shown): HTMLElement[] => {
    if (shown.kind !== 'reply') {
      const { from = 0, to = 0, seq = 0 } = shown as { from?: number; to?: number; seq?: number };
      const line = word(shown.kind, { seq, numbers: from === to ? from : `${from}–${to}` });
      return [paragraph(line, 'edge-in-forced-colours mt-6 rounded-card border-s-8 border-danger bg-peach px-5 py-4 font-strong')];
    }
    const { seq, day, text: content, more } = shown.reply;
    const heading = document.createElement('h3');
    heading.className = 'mt-6 text-h4 font-heading';
    heading.textContent = word('item', { seq, day: longDay(day) });
    return [
      heading,
      ...content.split('\n').map((line) => paragraph(line, 'mt-3 break-words')),
      ...(more ? [paragraph(word('more'), 'mt-3 font-strong')] : []),
      paragraph(word('signed'), 'mt-3 text-small text-ink-soft'),
    ];
  };

  const showFault = (message?: string): void => {
    const error = part('code-error');
    error.hidden = message === undefined;
    error.textContent = message ?? '';
    code.setAttribute('aria-invalid', String(message !== undefined));
    // Not scrolled to the top: the fault stands above the field.
    if (message !== undefined) code.focus();
  };

  const read = async (): Promise<void> => {
    const typed = readReturnCode(code.value);
    showFault(typed === undefined ? words['code'] : undefined);
    if (typed === undefined || isBusy) return;
    isBusy = true;
    showOnly();
    say(words['reading']);
    const isHere = begin();
    try {
      const { MAILBOX_BYTES, mailboxOf, openMailbox } = await load();
      const asked = await mailboxOf(typed);
      if (!isHere()) return;
      const answer = await postPatiently('/api/mailbox', JSON.stringify({ v: 1, box: asked.box }), patience(isHere));
      if (!isHere()) return;
      if (!answer?.ok) return failed(answer?.status);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      // A broken line cut it.
      if (bytes.length !== MAILBOX_BYTES) return failed();
      const shown = await openMailbox(bytes, asked, JSON.parse(keys) as Seal.ReplyKey[]);
      if (!isHere()) return;
      mailbox = asked;
      const hasReply = shown.some(({ kind }) => kind === 'reply');
      part('title').textContent = word(hasReply ? 'found' : 'none');
      part('none').hidden = hasReply;
      part('list').replaceChildren(...shown.flatMap(described));
      part('ask').hidden = true;
      part('replies').hidden = false;
      say();
      focusOn(part('title'));
    } catch {
      if (!isHere()) return;
      say();
      showOnly('plain');
    } finally {
      if (isHere()) isBusy = false;
    }
  };
  const failed = (status?: number): void => {
    say();
    part('failed-text').textContent = word(status === 429 ? 'busy' : 'failed');
    showOnly('failed');
  };

  const add = async (): Promise<void> => {
    const data = new FormData(addForm);
    const fields = readFields((name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : undefined;
    });
    const fault = fields.what === '' ? words['empty'] : isShortEnough(fields) ? undefined : words['tooLong'];
    const error = part('add-error');
    error.hidden = fault === undefined;
    error.textContent = fault ?? '';
    text.setAttribute('aria-invalid', String(fault !== undefined));
    if (fault !== undefined) return text.focus();
    if (isBusy || !mailbox) return;
    isBusy = true;
    part('add-failed').hidden = true;
    say(words['sending']);
    const isHere = begin();
    try {
      const { sealedAddition } = await load();
      const addition = { mailbox, fields, lang: document.documentElement.lang, now: await endpointClock() };
      const keyed = { ...addition, epochs: JSON.parse(epochs) as Parameters<typeof sealedAddition>[0]['epochs'] };
      const sealed = body ?? (await sealedAddition(keyed));
      // Nothing has left yet. What is posted from here on goes to its end.
      if (!isHere()) return;
      body = sealed;
      const telling = { place: part('state'), text: word('working'), isHere };
      if (!(await postReport(sealed, { ...patience(isHere), loadWork, telling }))) throw new Error('refused');
      if (!isHere()) return;
      wipeText();
      addForm.hidden = true;
      part('added').hidden = false;
      focusOn(part('added'));
    } catch {
      if (!isHere()) return;
      part('add-failed').hidden = false;
      focusOn(part('add-failed'));
    } finally {
      if (isHere()) {
        say();
        isBusy = false;
      }
    }
  };

  const patience = (isHere: () => boolean) => ({ pauses: PAUSES, most: PATIENCE, onRetry: () => isHere() && say(words['retrying']) });

  const wipeText = (): void => {
    addForm.reset();
    text.value = '';
    body = undefined;
  };
  const { begin, wipe } = keepFromOthers(root, () => {
    wipeText();
    isBusy = false;
    form.reset();
    code.value = '';
    mailbox = undefined;
    part('list').replaceChildren();
    part('replies').hidden = part('added').hidden = part('add-failed').hidden = true;
    part('ask').hidden = addForm.hidden = false;
    showFault();
    showOnly();
    say();
  });

  form.noValidate = addForm.noValidate = true;
  form.addEventListener('focusin', () => void load().catch(() => undefined), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void read();
  });
  addForm.addEventListener('submit', (event) => {
    event.preventDefault();
    void add();
  });
  addForm.addEventListener('input', () => (body = undefined));
  part('close').addEventListener('click', () => {
    wipe();
    focusOn(code);
  });
  part('plain-send').addEventListener('click', () => form.submit());
}

const root = document.querySelector<HTMLElement>('[data-reply="root"]');
const form = root?.querySelector<HTMLFormElement>('form[action]');
const addForm = root?.querySelector<HTMLFormElement>('form[data-reply="add"]');
if (root && form && addForm) startReply(root, form, addForm);
