import { describe, expect, test } from 'vitest';
import { attribute, closest, type Element, elementsIn, isOneOf, textOf } from '../support/built-site/html.ts';
import { everyPage, framedPages, type Page, plantedPage, select, smallPages } from '../support/built-site/pages.ts';
import { digitsOf, siteRecord, world } from '../support/built-site/records.ts';

/** The two numbers of the strip, as content/data/navigation.yml names them. */
function stripNumbers(): { dialled: string; printed: string }[] {
  const { helpStrip } = world().navigation?.value ?? {};
  return [helpStrip?.emergency, helpStrip?.helpline].map((id) => {
    const [phone] = world().contacts.find(({ value }) => value.id === id)?.value.phones ?? [];
    if (!phone) throw new Error(`content/data/contacts.yml: ${id} has no phone, but the help strip needs it`);
    return { dialled: `tel:${phone.e164 ?? phone.shortCode}`, printed: phone.printed };
  });
}

function hasAddress(href: string): (element: Element) => boolean {
  return (element) => element.tagName === 'a' && attribute(element, 'href') === href;
}

/** The nearest element around a call to 112 that also holds the other number and the way out. */
function stripOf(page: Page): Element | undefined {
  const [emergency, helpline] = stripNumbers();
  const exit = siteRecord().exitHref[page.locale];
  const holdsAll = (element: Element) =>
    [emergency?.dialled, helpline?.dialled, exit].every((href) => href !== undefined && elementsIn(element).some(hasAddress(href)));
  const [first] = select(page, hasAddress(emergency?.dialled ?? ''));
  return first && closest(first, holdsAll);
}

function faults(page: Page): string[] {
  const strip = stripOf(page);
  if (!strip || ['body', 'html'].includes(strip.tagName)) return ['no element holds tel:112, the helpline and the exit link'];
  const main = page.elements.findIndex(({ tagName }) => tagName === 'main');
  if (main >= 0 && page.elements.indexOf(strip) > main) return ['the strip stands after the main content'];
  if (closest(strip, isOneOf('details', 'dialog')) ?? attribute(strip, 'hidden')) return ['the strip is hidden'];
  const seen = digitsOf(textOf(strip));
  return stripNumbers().flatMap(({ printed }) => (seen.includes(digitsOf(printed)) ? [] : [`${printed} is not to be read in the strip`]));
}

/** The small help pages have no strip: they are one, with their way out in the bar at the top. */
function smallPageFaults(page: Page): string[] {
  const missing = stripNumbers().filter(({ dialled }) => select(page, hasAddress(dialled)).length === 0);
  const exit = select(page, (one) => one.tagName === 'a' && attribute(one, 'data-exit') !== undefined);
  return [...missing.map(({ dialled }) => `has no ${dialled}`), ...(exit.length > 0 ? [] : ['has no way out'])];
}

describe('the rule', () => {
  const [emergency, helpline] = stripNumbers();
  const exit = `<a href="${siteRecord().exitHref.lv}">Prom</a>`;
  const calls = `<a href="${emergency?.dialled}">${emergency?.printed}</a><a href="${helpline?.dialled}">${helpline?.printed}</a>`;

  test('passes a whole strip', () => expect(faults(plantedPage(`<nav>${calls}${exit}</nav><main></main>`))).toEqual([]));
  test('finds a planted strip without the helpline', () => {
    expect(faults(plantedPage(`<nav><a href="tel:112">112</a>${exit}</nav>`))).toHaveLength(1);
  });
  test('finds a planted strip without the way out', () => expect(faults(plantedPage(`<nav>${calls}</nav>`))).toHaveLength(1));
  test('finds a planted small page without numbers and way out', () => expect(smallPageFaults(plantedPage('<p></p>'))).toHaveLength(3));
  test('finds a planted strip at the end', () => expect(faults(plantedPage(`<main></main><nav>${calls}${exit}</nav>`))).toHaveLength(1));
  test('finds a planted number without its digits', () => {
    expect(faults(plantedPage(`<nav>${calls.replace(helpline?.printed ?? '', 'Zvanīt')}${exit}</nav>`))).toHaveLength(1);
  });
});

everyPage('has the help strip with 112, the helpline and the way out before its content', faults, framedPages);
everyPage('calls 112 and the helpline, and offers the way out', smallPageFaults, smallPages);
