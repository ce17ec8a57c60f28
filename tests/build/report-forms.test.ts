import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../src/hosting/policy.ts';
import { ABOUT, FIELDS } from '../../src/reports/message/report.ts';
import { attribute, elementsIn, type Element } from '../support/built-site/html.ts';
import { ROOT } from '../support/built-site/dist.ts';
import { everyPage, type Page, plantedPage, textPages } from '../support/built-site/pages.ts';

const { noStore } = await readPolicy(ROOT);

function reportForms(page: Page): Element[] {
  return page.named('form').filter((form) => (attribute(form, 'action') ?? '').startsWith('/api/report'));
}

/** What keeps a report from coming in, or keeps its page in a telephone. */
function formFaults(page: Page): string[] {
  const known = new Set<string>([...FIELDS, 'danger', 'files', 'lang', 'place', 'site']);
  return reportForms(page).flatMap((form) => {
    const controls = elementsIn(form).filter(({ tagName }) => ['input', 'textarea'].includes(tagName));
    const names = new Set(controls.map((one) => attribute(one, 'name') ?? ''));
    const about = controls.filter((one) => attribute(one, 'name') === 'about').map((one) => attribute(one, 'value') ?? '');
    return [
      ...[...names].filter((name) => !known.has(name)).map((name) => `asks for "${name}", which the endpoint drops`),
      ...['what', 'contact', 'danger', 'lang', 'site'].filter((name) => !names.has(name)).map((name) => `has no "${name}"`),
      ...about.filter((value) => !ABOUT.some((one) => one === value)).map((value) => `offers "${value}", which the endpoint drops`),
      ...(attribute(form, 'action') === `/api/report?l=${page.locale}` ? [] : ['is answered in another language']),
      ...(noStore.some((start) => page.address.startsWith(start)) ? [] : ['is kept by the browser']),
    ];
  });
}

describe('the rule', () => {
  test('finds a planted form with a foreign field on a page that is kept', () =>
    expect(formFaults(plantedPage('<form action="/api/report?l=lv"><textarea name="story"></textarea></form>'))).toHaveLength(7));
});

test('there are forms in usual and in easy language', () =>
  expect(textPages.filter((page) => reportForms(page).length > 0).map(({ address }) => address)).toEqual(
    expect.arrayContaining(['/lv/zinot/', '/lv/viegli-lasit/zinojums/']),
  ));
everyPage('sends reports as the endpoint reads them, and is not kept', formFaults, textPages);
