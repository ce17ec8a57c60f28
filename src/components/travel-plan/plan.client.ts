/**
 * Writes what is typed on the sheet and on the card, prints one of them, and makes the calendar file. Keeps and sends nothing:
 * what was typed is gone when the page is left, and the reader is warned before, except by the exit button, which nothing may hold back.
 */
import { calendarFile } from '../../travel-plan/calendar-file.ts';
import { callTimes, type Rhythm } from '../../travel-plan/check-ins.ts';
import { keepFromOthers } from '../site/keep-from-others.ts';

function startPlan(root: HTMLElement): void {
  const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-plan="${name}"]`) as HTMLElement;
  const form = part('form');
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select')];
  const valueOf = (name: string): string => fields.find(({ id }) => id === `plan-${name}`)?.value.trim() ?? '';
  /** Typed and neither printed nor saved since. */
  let isUnsaved = false;

  const say = (text = ''): void => {
    part('said').textContent = text;
  };
  const calls = (): Date[] =>
    callTimes({ first: valueOf('first'), last: valueOf('last'), time: valueOf('time'), every: Number(valueOf('every')) as Rhythm });

  const write = (): void => {
    for (const line of root.querySelectorAll<HTMLElement>('[data-plan-line]')) line.textContent = valueOf(line.dataset['planLine'] ?? '');
    const moments = calls();
    const format = new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    const items = moments.map((moment) => {
      const item = document.createElement('li');
      item.textContent = format.format(moment);
      return item;
    });
    part('calls')
      .querySelector('ul')
      ?.replaceChildren(...items);
    part('calls').hidden = items.length === 0;
    part('blank-calls').hidden = items.length > 0;
  };

  /** Leaves out of the print all that does not lead to the part. */
  const print = (name: string): void => {
    const left: Element[] = [];
    for (let inner: Element = part(name); inner !== document.body && inner.parentElement; inner = inner.parentElement)
      for (const other of inner.parentElement.children) if (other !== inner && !other.classList.contains('not-printed')) left.push(other);
    for (const other of left) other.classList.add('not-printed');
    window.addEventListener('afterprint', () => left.forEach((other) => other.classList.remove('not-printed')), { once: true });
    isUnsaved = false;
    window.print();
  };

  const saveCalendar = (): void => {
    const moments = calls();
    const { summary = '', file = '', noCalls, made } = root.dataset;
    if (moments.length === 0) {
      say(noCalls);
      document.getElementById('plan-first')?.focus();
      return;
    }
    const name = valueOf('name');
    const own = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const reminders = moments.map((start, index) => ({
      uid: `${own}-${index}`,
      start,
      summary: name === '' ? summary : `${summary}: ${name}`,
    }));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([calendarFile(reminders, new Date())], { type: 'text/calendar' }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    isUnsaved = false;
    say(made);
  };

  const clear = (): void => {
    for (const field of fields) {
      if (field instanceof HTMLSelectElement) field.selectedIndex = 0;
      else field.value = '';
    }
    isUnsaved = false;
    write();
  };

  form.addEventListener('input', () => {
    isUnsaved = fields.some((field) => !(field instanceof HTMLSelectElement) && field.value !== '');
    say();
    write();
  });
  form.addEventListener('click', ({ target }) => {
    const wanted = target instanceof Element ? target.closest<HTMLElement>('[data-plan-do]')?.dataset['planDo'] : undefined;
    if (wanted === 'calendar') saveCalendar();
    else if (wanted === 'clear') {
      clear();
      say(root.dataset['cleared']);
      fields[0]?.focus();
    } else if (wanted !== undefined) print(wanted);
  });
  // Leaving quickly and calling come before the text: no question then.
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('a[data-exit], a[href^="tel:"]')) isUnsaved = false;
    },
    { capture: true },
  );
  window.addEventListener('beforeunload', (event) => {
    if (isUnsaved && !document.documentElement.classList.contains('is-leaving')) event.preventDefault();
  });
  keepFromOthers(root, clear);
  window.addEventListener('pageshow', write);
}

const root = document.querySelector<HTMLElement>('[data-plan="root"]');
if (root) startPlan(root);
