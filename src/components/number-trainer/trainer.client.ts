/** Lets the reader hide a number, type it from memory and see how much was right. Keeps nothing. */
import { keepFromOthers } from '../site/keep-from-others.ts';
import { compareDigits } from './compare.ts';

/** The country code of Latvia, which readers at home leave out. */
const PREFIX = '371';

function startNumber(number: HTMLElement, words: DOMStringMap): void {
  const part = (name: string): HTMLElement => number.querySelector(`[data-trainer="${name}"]`) as HTMLElement;
  const field = part('field');
  const input = field.querySelector('input') as HTMLInputElement;
  const hide = field.querySelector('[data-trainer-do="hide"]') as HTMLElement;

  const show = (isShown: boolean): void => {
    part('shown').hidden = !isShown;
    hide.setAttribute('aria-pressed', String(!isShown));
  };
  const check = (): void => {
    const { isWhole, right } = compareDigits(input.value, number.dataset['digits'] ?? '', PREFIX);
    const text = (isWhole ? words['right'] : right > 0 ? words['nearly'] : words['wrong']) ?? '';
    part('said').textContent = text.replace('{right}', String(right));
    if (isWhole) show(true);
    else input.focus();
  };

  const forget = (): void => {
    input.value = '';
    part('said').textContent = '';
  };

  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') check();
  });
  field.addEventListener('click', ({ target }) => {
    const name = target instanceof Element ? target.closest<HTMLElement>('[data-trainer-do]')?.dataset['trainerDo'] : undefined;
    if (name === 'check') check();
    if (name !== 'hide') return;
    show(part('shown').hidden !== false);
    forget();
    input.focus();
  });
  keepFromOthers(number, () => {
    forget();
    show(true);
  });
}

const root = document.querySelector<HTMLElement>('[data-trainer="root"]');
for (const number of root?.querySelectorAll<HTMLElement>('[data-trainer="number"]') ?? []) startNumber(number, root?.dataset ?? {});
