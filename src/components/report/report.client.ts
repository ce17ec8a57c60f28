/**
 * Upgrades the report form, which works without it: checks, shows the report before it is sent, has it sealed here, tries again when
 * the line breaks. Keeps nothing; what was typed is gone when the page is left.
 */
import { type Fields, FIELDS, isShortEnough, readFields } from '../../reports/message/report.ts';
import { breath } from '../loading/breath.ts';
import { moduleLoader } from '../loading/module-loader.ts';
import { keepFromOthers } from '../site/keep-from-others.ts';
import { endpointClock, postReport } from './endpoint.ts';
import type * as Files from './files.client.ts';
import type * as Seal from './seal.client.ts';
import type * as Work from './work.client.ts';

const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000];

type Part = 'form' | 'preview' | 'sent';

function startReport(root: HTMLElement, form: HTMLFormElement): void {
  const { epochs = '[]', words: wordsText = '{}' } = form.dataset;
  const words = JSON.parse(wordsText) as Record<string, string>;
  const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-report="${name}"]`) as HTMLElement;
  let code = '';
  /** The report under way; a changed text gets a new one. */
  let sealed: Seal.Sealed | undefined;
  let basket: Files.Basket | undefined;
  let taking: Promise<void> | undefined;
  let isBusy = false;

  const load = moduleLoader<typeof Seal>(form.dataset['sealSrc'], form.dataset['sealIntegrity']);
  const loadWork = moduleLoader<typeof Work>(form.dataset['workSrc'], form.dataset['workIntegrity']);
  const loadFiles = moduleLoader<typeof Files>(form.dataset['filesSrc'], form.dataset['filesIntegrity']);
  const input = form.elements.namedItem('files') as HTMLInputElement | null;

  /** Files leave the input for the basket, where they are clean and can be removed; what stays in the input could not be taken. */
  const takeFiles = async (isHere: () => boolean): Promise<void> => {
    const chosen = [...(input?.files ?? [])];
    if (!input || chosen.length === 0) return;
    const { Basket } = await loadFiles();
    if (!isHere()) return;
    input.value = '';
    basket ??= new Basket({ part, words });
    await basket.add(chosen, isHere);
  };

  const show = (name: Part): void => {
    for (const other of ['form', 'preview', 'sent'] as const) part(other).hidden = other !== name;
    say('');
  };
  const focusOn = (element: HTMLElement): void => {
    element.focus();
    element.scrollIntoView();
  };
  const say = (text: string): void => {
    part('state').textContent = text;
  };
  const typed = (): Fields => {
    const data = new FormData(form);
    return readFields((name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : undefined;
    });
  };

  const faultOf = (fields: Fields): string | undefined => {
    if (fields.what === '') return words['missing'];
    return isShortEnough(fields) ? undefined : words['tooLong'];
  };
  const showFault = (text: string | undefined): void => {
    const what = form.elements.namedItem('what') as HTMLTextAreaElement;
    const [summary, line] = [part('errors'), part('what-error')];
    summary.hidden = line.hidden = text === undefined;
    line.textContent = text ?? '';
    (summary.querySelector('a') as HTMLElement).textContent = text ?? '';
    what.setAttribute('aria-invalid', String(text !== undefined));
    if (text !== undefined) focusOn(summary);
  };

  const preview = async (isHere: () => boolean): Promise<void> => {
    const fields = typed();
    const fault = faultOf(fields);
    showFault(fault);
    if (fault !== undefined) return;
    await (taking ?? takeFiles(isHere));
    const { newCode, spell } = await load();
    if (!isHere()) return;
    code ||= newCode();
    sealed = undefined;
    const answers = FIELDS.filter((name) => fields[name] !== '').map((name): [string, string] => [
      words[name] ?? name,
      name === 'about' ? (words[`about.${fields.about}`] ?? '') : fields[name],
    ]);
    if (fields.danger) answers.unshift([words['danger'] ?? '', '✓']);
    if (basket?.lines.length) answers.push([words['files'] ?? '', basket.lines.join('\n')]);
    const list = part('answers');
    list.replaceChildren();
    for (const [label, text] of answers) {
      const [question, answer] = [document.createElement('dt'), document.createElement('dd')];
      question.className = 'mt-4 font-strong';
      question.textContent = label;
      for (const line of text.split('\n')) answer.append(line, document.createElement('br'));
      list.append(question, answer);
    }
    for (const place of root.querySelectorAll('[data-report="code"]')) place.textContent = spell(code);
    part('failed').hidden = part('again').hidden = true;
    part('send').hidden = false;
    show('preview');
    focusOn(part('preview-title'));
  };

  const send = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    part('failed').hidden = part('again').hidden = true;
    say(words['sending'] ?? '');
    const isHere = begin();
    try {
      await breath();
      const made = sealed ?? (await sealNow());
      await breath();
      // Nothing has left yet. What is posted from here on goes to its end with its files, also when nobody is here to see it.
      if (!isHere()) return;
      sealed = made;
      const isStored = await post(made.report, isHere, () => isHere() && say(words['retrying'] ?? ''));
      if (isStored) await finish(made.files, isHere);
      else if (isHere()) fail();
    } catch {
      offerPlain(isHere);
    } finally {
      if (isHere()) isBusy = false;
    }
  };
  /** Whether the report is stored now. The same bytes each time, so it is stored once. */
  const post = (body: string, isHere: () => boolean, onRetry: () => void): Promise<boolean> =>
    postReport(body, { pauses: PAUSES, onRetry, loadWork, telling: { place: part('state'), text: words['working'] ?? '', isHere } });
  const sealNow = async (): Promise<Seal.Sealed> => {
    const { sealAll } = await load();
    const trap = form.elements.namedItem('site') as HTMLInputElement;
    const attachments = basket?.attachments ?? [];
    const sending = { code, fields: typed(), lang: document.documentElement.lang, isTrapped: trap.value !== '', attachments };
    await breath();
    return sealAll({ ...sending, now: await endpointClock(), epochs: JSON.parse(epochs) as Seal.Sending['epochs'] });
  };
  const fail = (): void => {
    say('');
    part('send').hidden = true;
    part('failed').hidden = part('again').hidden = false;
    focusOn(part('failed'));
  };
  const finish = async (files: Seal.Sealed['files'], isHere: () => boolean): Promise<void> => {
    if (isHere()) wipeText();
    await breath();
    if (isHere()) {
      show('sent');
      focusOn(part('sent-title'));
    }
    if (files.length > 0) void basket?.send(files, (body) => post(body, isHere, () => undefined), isHere);
  };
  /** Without the means to seal here, the form can still go as it would have gone without this module. */
  const offerPlain = (isHere: () => boolean): void => {
    if (!isHere()) return;
    say('');
    show('form');
    part('plain').hidden = false;
    focusOn(part('plain'));
  };

  const wipeText = (): void => {
    form.reset();
    for (const control of form.querySelectorAll<HTMLInputElement>('textarea, input[type="text"]')) control.value = '';
    part('answers').replaceChildren();
    sealed = undefined;
  };
  const { begin } = keepFromOthers(root, () => {
    wipeText();
    isBusy = false;
    taking = undefined;
    if (basket) {
      basket.clear();
      part('files-sending').hidden = true;
    }
    code = '';
    for (const place of root.querySelectorAll('[data-report="code"]')) place.textContent = '';
    show('form');
    showFault(undefined);
  });

  part('no-script').hidden = true;
  form.noValidate = true;
  (form.querySelector('button[type="submit"]') as HTMLElement).textContent = words['preview'] ?? '';
  const prepare = async (): Promise<void> => (await load()).warmUp(JSON.parse(epochs) as Seal.Sending['epochs']);
  form.addEventListener('focusin', () => void prepare().catch(() => undefined), { once: true });
  input?.addEventListener('change', () => {
    const isHere = begin();
    taking = takeFiles(isHere).finally(() => isHere() && (taking = undefined));
    taking.catch(() => offerPlain(isHere));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const isHere = begin();
    preview(isHere).catch(() => offerPlain(isHere));
  });
  part('edit').addEventListener('click', () => {
    show('form');
    focusOn(form.elements.namedItem('what') as HTMLElement);
  });
  part('send').addEventListener('click', () => void send());
  part('again').addEventListener('click', () => void send());
  part('plain-send').addEventListener('click', () => {
    const hasRoom = !input || !basket || basket.putInto(input);
    if (!hasRoom && part('plain-files').hidden) part('plain-files').hidden = false;
    else form.submit();
  });
}

const root = document.querySelector<HTMLElement>('[data-report="root"]');
const form = root?.querySelector('form');
if (root && form) startReport(root, form);
