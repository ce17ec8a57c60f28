import { describe, expect, test } from 'vitest';
import type { Contact, WithdrawnContact } from '../../src/schemas/contact.ts';
import { attribute, closest, type Element, elementsIn, isOneOf, textOf } from '../support/built-site/html.ts';
import { allPages, everyPage, type Page, plantedPage, select } from '../support/built-site/pages.ts';
import { digitsOf, world } from '../support/built-site/records.ts';

const withdrawn = world().withdrawnContacts.map(({ value }) => value);
const contacts = new Map(world().contacts.map(({ value }) => [value.id, value]));
const block = isOneOf('p', 'li', 'td', 'dd', 'figcaption', 'blockquote');
const isStruck = isOneOf('s');

/** How a withdrawn value may be written. Digits may be grouped in any way and begin with a country code. */
function patternOf({ kind, value, alsoWritten = [] }: WithdrawnContact): RegExp {
  if (kind === 'phone')
    return new RegExp(String.raw`(?<!\d)(?:(?:\+|00)?\d{2,3}[ \u00a0-]?)?${[...value].join(String.raw`[ \u00a0().-]{0,2}`)}(?!\d)`);
  const words = [value, ...alsoWritten].map((one) =>
    one.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/[\s\u00a0]+/g, String.raw`[\s\u00a0]+`),
  );
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${words.join('|')})(?![\p{L}\d])`, 'iu');
}

const patterns = new Map(withdrawn.map((one) => [one.id, patternOf(one)]));

/** All that a reader sees, hears or dials, without what is struck through. */
function currentTexts(page: Page): string[] {
  const body = page.elements.find(({ tagName }) => tagName === 'body');
  const attributes = page.elements
    .filter((one) => !closest(one, isStruck))
    .flatMap((one) => ['alt', 'aria-label', 'content', 'href', 'title'].flatMap((name) => attribute(one, name) ?? []));
  return [body ? textOf(body, isStruck) : '', ...attributes.map((text) => text.replace(/^(?:tel|mailto):/, ''))];
}

/** Ways in which a contact of today can be reached. */
function addressesOf({ phones, email, web }: Contact): string[] {
  return [...phones.map(({ e164, shortCode }) => `tel:${e164 ?? shortCode}`), ...(email ? [`mailto:${email}`] : []), ...(web ? [web] : [])];
}

function shownFaults(page: Page): string[] {
  const texts = currentTexts(page);
  return withdrawn
    .filter(({ kind }) => kind !== 'claim')
    .flatMap(({ id }) => (texts.some((text) => patterns.get(id)?.test(text)) ? [`shows ${id} as if it were current`] : []));
}

/** A claim is withdrawn only of one number or contact: it may not stand in the same paragraph or line. */
function claimFaults(page: Page): string[] {
  return withdrawn.flatMap(({ id, about = '', kind }) => {
    if (kind !== 'claim') return [];
    const name = contacts.get(about)?.name[page.locale];
    const isAbout = (text: string) => (name === undefined ? digitsOf(text).includes(digitsOf(about)) : text.includes(name));
    const faulty = select(page, (one) => block(one) && !elementsIn(one).some(block)).find((one) => {
      const text = textOf(one, isStruck);
      return isAbout(text) && patterns.get(id)?.test(text);
    });
    return faulty ? [`claims ${id}: "${textOf(faulty)}"`] : [];
  });
}

/** Beside what is struck through stands what took its place. */
function struckFaults(page: Page): string[] {
  return select(page, isStruck).flatMap((struck) => {
    const found = withdrawn.find(({ id, kind }) => kind !== 'claim' && patterns.get(id)?.test(textOf(struck)));
    if (!found) return [];
    const ways = addressesOf(contacts.get(found.insteadContact) as Contact);
    const around: Element | undefined = closest(struck, block);
    const isThere = around !== undefined && elementsIn(around).some((one) => ways.includes(attribute(one, 'href') ?? ''));
    return isThere ? [] : [`${found.id} is struck through, but ${found.insteadContact} does not stand beside it`];
  });
}

describe('the rule', () => {
  const phone = withdrawn.find(({ kind }) => kind === 'phone');
  const number = phone?.value ?? '';
  const email = withdrawn.find(({ kind }) => kind === 'email')?.value ?? '';
  const address = withdrawn.find(({ kind }) => kind === 'address')?.value ?? '';
  const claim = withdrawn.find(({ kind, about }) => kind === 'claim' && /^\d+$/.test(about ?? ''));
  const [way] = addressesOf(contacts.get(phone?.insteadContact ?? '') as Contact);

  test.each([
    number,
    `+371 ${number.slice(0, 4)} ${number.slice(4)}`,
    `${number.slice(0, 2)}\u00a0${number.slice(2, 5)}\u00a0${number.slice(5)}`,
    email,
    address,
  ])('finds a planted %s', (text) => {
    expect(shownFaults(plantedPage(`<p>Zvaniet vai rakstiet: ${text}.</p>`))).toHaveLength(1);
  });
  test('finds a planted link that dials it', () => expect(shownFaults(plantedPage(`<a href="tel:+371${number}">A</a>`))).toHaveLength(1));
  test('finds a planted claim', () => expect(claimFaults(plantedPage(`<p>Zvaniet ${claim?.about}, ${claim?.value}.</p>`))).toHaveLength(1));
  test('leaves the same words about another alone', () =>
    expect(claimFaults(plantedPage(`<p>Zvaniet 112, ${claim?.value}.</p>`))).toEqual([]));
  test('passes a struck number with today’s beside it', () => {
    const page = plantedPage(`<p><s>${number}</s> <a href="${way}">A</a></p>`);
    expect([...shownFaults(page), ...struckFaults(page)]).toEqual([]);
  });
  test('finds a planted struck number alone', () => expect(struckFaults(plantedPage(`<p><s>${number}</s></p>`))).toHaveLength(1));
  test('has values to look for', () => expect(withdrawn.length).toBeGreaterThan(0));
});

everyPage('shows no withdrawn number or address as current', shownFaults, allPages);
everyPage('repeats no withdrawn claim', claimFaults, allPages);
everyPage('gives today’s contact beside a struck one', struckFaults, allPages);
