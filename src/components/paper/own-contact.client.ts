/** Writes what is typed in the field on every line of the sheet that is kept for it. Keeps and sends nothing; it is gone when the page is left. */
import { keepFromOthers } from '../site/keep-from-others.ts';

const field = document.querySelector<HTMLElement>('[data-own-contact-field]');
const [page, input] = [field?.closest<HTMLElement>('main'), field?.querySelector('input')];

if (field && page && input) {
  const lines = document.querySelectorAll<HTMLElement>('[data-own-contact]');
  const write = (): void => {
    for (const line of lines) line.textContent = input.value;
  };
  field.hidden = false;
  input.addEventListener('input', write);
  keepFromOthers(page, () => {
    input.value = '';
    write();
  });
}
