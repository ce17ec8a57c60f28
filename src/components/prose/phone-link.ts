import type { Phone } from '~/schemas/contact.ts';

/** What a telephone dials: `tel:112`, `tel:+37128612120`. */
export function dialled({ e164, shortCode }: Pick<Phone, 'e164' | 'shortCode'>): string {
  const number = e164 ?? shortCode;
  if (!number) throw new Error('content/data/contacts.yml: a phone has neither e164 nor shortCode. Add one of them.');
  return `tel:${number}`;
}

/** The number as its caller reads it: with the country code for callers from abroad. A short number has only one form. */
export function printedFor({ printed, printedInternational }: Pick<Phone, 'printed' | 'printedInternational'>, isAbroad: boolean): string {
  return isAbroad ? (printedInternational ?? printed) : printed;
}
