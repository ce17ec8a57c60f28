/** Writes what is typed in the field on every line of the sheet that is kept for it. Keeps and sends nothing. */
const field = document.querySelector<HTMLElement>('[data-own-contact-field]');
const input = field?.querySelector('input');

if (field && input) {
  const lines = document.querySelectorAll<HTMLElement>('[data-own-contact]');
  const write = (): void => {
    for (const line of lines) line.textContent = input.value;
  };
  field.hidden = false;
  input.addEventListener('input', write);
  // The next person at this device finds nothing, also where a browser fills the field again.
  const forget = (): void => {
    input.value = '';
    write();
  };
  window.addEventListener('pagehide', forget);
  window.addEventListener('pageshow', forget);
}

export {};
