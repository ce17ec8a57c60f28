/** Buttons that copy a text of their page and say that they did. */
import { copyText } from './copy-text.ts';

for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const { copy = '', done = '', failed = '' } = button.dataset;
  const status = button.nextElementSibling;
  button.addEventListener('click', () => {
    const from = document.getElementById(copy);
    const text = from instanceof HTMLTextAreaElement ? from.value : (from?.textContent ?? '').trim();
    const isCopied = text !== '' && copyText(text);
    if (status) status.textContent = isCopied ? done : failed;
  });
}
