/**
 * Upgrades the report form, which works without it: checks, shows the report before it is sent, has it sealed here, tries again when
 * the line breaks. Keeps nothing; what was typed is gone when the page is left.
 */
import { type Fields, FIELDS, isShortEnough, readFields } from '../../reports/message/report.ts';
import type * as Seal from './seal.client.ts';

const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000];
const CLOCK_PATIENCE = 3_000;

type Part = 'form' | 'preview' | 'sent';

function startReport(root: HTMLElement, form: HTMLFormElement): void {
  const { sealSrc = '', sealIntegrity = '', epochs = '[]', words: wordsText = '{}' } = form.dataset;
  const words = JSON.parse(wordsText) as Record<string, string>;
  const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-report="${name}"]`) as HTMLElement;
  let sealing: Promise<typeof Seal> | undefined;
  let code = '';
  /** The body of a report under way; a changed text gets a new one. */
  let body: string | undefined;
  let isBusy = false;

  /** A link that preloads a module carries the integrity that `import()` cannot, and the policy asks for. */
  const load = (): Promise<typeof Seal> => {
    if (!sealing) {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'modulepreload', href: sealSrc, integrity: sealIntegrity, crossOrigin: 'anonymous' });
      document.head.append(link);
      sealing = import(/* @vite-ignore */ sealSrc) as Promise<typeof Seal>;
      sealing.catch(() => (sealing = undefined));
    }
    return sealing;
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

  const preview = async (): Promise<void> => {
    const fields = typed();
    const fault = faultOf(fields);
    showFault(fault);
    if (fault !== undefined) return;
    const { newCode, spell } = await load();
    code ||= newCode();
    body = undefined;
    const answers = FIELDS.filter((name) => fields[name] !== '').map((name): [string, string] => [
      words[name] ?? name,
      name === 'about' ? (words[`about.${fields.about}`] ?? '') : fields[name],
    ]);
    if (fields.danger) answers.unshift([words['danger'] ?? '', '✓']);
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

  const clock = async (): Promise<Date> => {
    try {
      const answer = await fetch('/api/status', { ...QUIET, signal: AbortSignal.timeout(CLOCK_PATIENCE) });
      const { time } = (await answer.json()) as { time: string };
      return Number.isNaN(Date.parse(time)) ? new Date() : new Date(time);
    } catch {
      return new Date();
    }
  };

  const send = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    part('failed').hidden = part('again').hidden = true;
    say(words['sending'] ?? '');
    try {
      body ??= await sealNow();
      const isStored = await post(body, () => say(words['retrying'] ?? ''));
      if (isStored) finish();
      else fail();
    } catch {
      offerPlain();
    } finally {
      isBusy = false;
    }
  };
  const sealNow = async (): Promise<string> => {
    const { sealedBody } = await load();
    const trap = form.elements.namedItem('site') as HTMLInputElement;
    const sending = { code, fields: typed(), lang: document.documentElement.lang, isTrapped: trap.value !== '' };
    return sealedBody({ ...sending, now: await clock(), epochs: JSON.parse(epochs) as Seal.Sending['epochs'] });
  };
  const fail = (): void => {
    say('');
    part('send').hidden = true;
    part('failed').hidden = part('again').hidden = false;
    focusOn(part('failed'));
  };
  const finish = (): void => {
    wipeText();
    show('sent');
    focusOn(part('sent-title'));
  };
  /** Without the means to seal here, the form can still go as it would have gone without this module. */
  const offerPlain = (): void => {
    say('');
    show('form');
    part('plain').hidden = false;
    focusOn(part('plain'));
  };

  const wipeText = (): void => {
    form.reset();
    for (const control of form.querySelectorAll<HTMLInputElement>('textarea, input[type="text"]')) control.value = '';
    part('answers').replaceChildren();
    body = undefined;
  };
  const wipe = (): void => {
    wipeText();
    code = '';
    for (const place of root.querySelectorAll('[data-report="code"]')) place.textContent = '';
    show('form');
    showFault(undefined);
  };

  part('no-script').hidden = true;
  form.noValidate = true;
  (form.querySelector('button[type="submit"]') as HTMLElement).textContent = words['preview'] ?? '';
  const prepare = async (): Promise<void> => (await load()).warmUp(JSON.parse(epochs) as Seal.Sending['epochs']);
  form.addEventListener('focusin', () => void prepare().catch(() => undefined), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    preview().catch(offerPlain);
  });
  part('edit').addEventListener('click', () => {
    show('form');
    focusOn(form.elements.namedItem('what') as HTMLElement);
  });
  part('send').addEventListener('click', () => void send());
  part('again').addEventListener('click', () => void send());
  part('plain-send').addEventListener('click', () => form.submit());
  window.addEventListener('pagehide', wipe);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) wipe();
  });
  document.addEventListener('visibilitychange', () => {
    // The system's picture of open programs must not show the text.
    root.style.visibility = document.hidden ? 'hidden' : '';
  });
}

const QUIET: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error' };

/** Posts until the report is stored, the endpoint refuses it for good, or patience ends. The same bytes each time, so it is stored once. */
async function post(body: string, onRetry: () => void): Promise<boolean> {
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch('/api/report', { ...QUIET, method: 'POST', headers: { 'Content-Type': 'application/json' }, body }).catch(
      () => undefined,
    );
    if (answer?.status === 201 || answer?.status === 200) return true;
    const pause = PAUSES[attempt];
    if (pause === undefined || (answer && answer.status < 500)) return false;
    onRetry();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

const root = document.querySelector<HTMLElement>('[data-report="root"]');
const form = root?.querySelector('form');
if (root && form) startReport(root, form);
