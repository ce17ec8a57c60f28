import type { Phone } from '~/schemas/contact.ts';

/** What a telephone dials: `tel:112`, `tel:+37128612120`. */
export function dialled({ e164, shortCode }: Phone): string {
  const number = e164 ?? shortCode;
  if (!number) throw new Error('content/data/contacts.yml: a phone has neither e164 nor shortCode. Add one of them.');
  return `tel:${number}`;
}
