/**
 * <help-contacts>: puts today's numbers and hours into the contact card of another website. The card is whole without it: what
 * was copied stays where the data cannot be had. Keeps nothing, sends nothing but the request for the data.
 */
type Words = Record<string, string>;
interface Data {
  contacts: {
    id: string;
    checkedOn: string;
    phones: { e164?: string; shortCode?: string; printed: string; printedInternational?: string; hoursInWords: Words }[];
  }[];
}

function renew(card: HTMLElement, { contacts }: Data): void {
  const lang = card.closest('[lang]')?.getAttribute('lang') ?? 'lv';
  const days: string[] = [];
  for (const row of card.querySelectorAll<HTMLElement>('[data-contact]')) {
    const contact = contacts.find(({ id }) => id === row.dataset['contact']);
    const [phone] = contact?.phones ?? [];
    const link = row.querySelector('a');
    // A contact that is no longer published must not be called.
    if (!contact || !phone || !link) {
      row.remove();
      continue;
    }
    link.href = `tel:${phone.e164 ?? phone.shortCode}`;
    link.textContent = phone.printedInternational ?? phone.printed;
    const hours = row.querySelector('[data-hours]');
    if (hours) hours.textContent = phone.hoursInWords[lang] ?? '';
    days.push(contact.checkedOn);
  }
  const time = card.querySelector('time');
  const [oldest] = days.sort();
  if (!time || !oldest) return;
  time.dateTime = oldest;
  time.textContent = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(oldest),
  );
}

class HelpContacts extends HTMLElement {
  connectedCallback(): void {
    fetch(`${new URL(import.meta.url).origin}/help.json`, { credentials: 'omit', referrerPolicy: 'no-referrer' })
      .then((answer) => answer.json() as Promise<Data>)
      .then((data) => renew(this, data))
      .catch(() => undefined);
  }
}

customElements.define('help-contacts', HelpContacts);
