import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../src/hosting/policy.ts';
import { ROOT } from '../support/built-site/dist.ts';
import { attribute, elementsIn, type Element } from '../support/built-site/html.ts';
import { everyPage, type Page, plantedPage, textPages } from '../support/built-site/pages.ts';

const { noStore } = await readPolicy(ROOT);

function replyForms(page: Page): Element[] {
  return page.named('form').filter((form) => (attribute(form, 'action') ?? '').startsWith('/api/mailbox'));
}

/** What keeps a reply from being read or proved, or keeps its number in a telephone. */
function formFaults(page: Page): string[] {
  return replyForms(page).flatMap((form) => {
    const controls = elementsIn(form).filter(({ tagName }) => ['input', 'textarea'].includes(tagName));
    const names = controls.map((one) => attribute(one, 'name') ?? '');
    const keys = JSON.parse(attribute(form, 'data-keys') ?? '[]') as unknown[];
    return [
      ...(names.join() === 'code' ? [] : [`asks for "${names.join()}", not for the number alone`]),
      ...controls.filter((one) => attribute(one, 'autocomplete') !== 'off').map(() => 'lets the browser keep the number'),
      ...(keys.length > 0 ? [] : ['has no key to prove a reply with']),
      ...(attribute(form, 'method') === 'post' ? [] : ['puts the number into the address']),
      ...(attribute(form, 'action') === `/api/mailbox?l=${page.locale}` ? [] : ['is answered in another language']),
      ...(noStore.some((start) => page.address.startsWith(start)) ? [] : ['is kept by the browser']),
    ];
  });
}

describe('the rule', () => {
  test('finds a planted form that keeps and shows the number', () =>
    expect(formFaults(plantedPage('<form action="/api/mailbox?l=xx"><input name="number"></form>'))).toHaveLength(6));
});

test('there is a page for replies in every language', () =>
  expect(textPages.filter((page) => replyForms(page).length > 0).map(({ address }) => address)).toEqual(
    expect.arrayContaining(['/lv/atbilde/', '/en/reply/', '/ru/otvet/']),
  ));
everyPage('asks for the number of a reply safely, and is not kept', formFaults, textPages);
