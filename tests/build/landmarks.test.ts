import { describe, expect, test } from 'vitest';
import { accessibleName, attribute, closest, type Element, isOneOf } from '../support/built-site/html.ts';
import { DESIGN_PAGE, everyPage, framedPages, type Page, plantedPage } from '../support/built-site/pages.ts';

/** VARAM's guide: fewer do not help to find one's way, more make it longer than the page. */
const FEWEST = 5;
const MOST = 7;

const ROLES: Record<string, string> = { main: 'main', nav: 'navigation', aside: 'complementary', search: 'search' };
const LANDMARKS = ['banner', 'contentinfo', 'main', 'navigation', 'complementary', 'search', 'region', 'form'];
const sectioning = isOneOf('article', 'aside', 'main', 'nav', 'section');

interface Landmark {
  role: string;
  name: string;
}

function landmarkOf(element: Element, all: readonly Element[]): Landmark | undefined {
  const name = accessibleName(element, all).trim();
  const { tagName } = element;
  const isOfPage = closest(element, (one) => one !== element && sectioning(one)) === undefined;
  const own = attribute(element, 'role') ?? ROLES[tagName];
  if (own) return LANDMARKS.includes(own) ? { role: own, name } : undefined;
  if (tagName === 'header' && isOfPage) return { role: 'banner', name };
  if (tagName === 'footer' && isOfPage) return { role: 'contentinfo', name };
  if ((tagName === 'section' || tagName === 'form') && name !== '') return { role: tagName === 'form' ? 'form' : 'region', name };
  return undefined;
}

/** What is inside a closed disclosure is not there until it is opened: the menu on a phone, beside the one on a desktop. */
function isShut(element: Element): boolean {
  const details = closest(element, isOneOf('details'));
  return details !== undefined && attribute(details, 'open') === undefined;
}

function landmarks({ elements }: Page): Landmark[] {
  return elements.filter((element) => !isShut(element)).flatMap((element) => landmarkOf(element, elements) ?? []);
}

function numberFaults(page: Page): string[] {
  const found = landmarks(page);
  if (found.length >= FEWEST && found.length <= MOST) return [];
  return [`${found.length} landmarks: ${found.map(({ role, name }) => (name ? `${role} "${name}"` : role)).join(', ')}`];
}

function singleFaults(page: Page): string[] {
  const found = landmarks(page);
  return ['banner', 'main', 'contentinfo'].flatMap((role) => {
    const count = found.filter((one) => one.role === role).length;
    return count === 1 ? [] : [`${count} × ${role}`];
  });
}

function nameFaults(page: Page): string[] {
  const found = page.elements.flatMap((element) => landmarkOf(element, page.elements) ?? []);
  return found.flatMap(({ role, name }, index) => {
    const twins = found.filter((one) => one.role === role);
    if (twins.length > 1 && name === '') return [`one of ${twins.length} × ${role} has no name`];
    return name !== '' && found.findIndex((one) => one.name === name) !== index ? [`two landmarks are called "${name}"`] : [];
  });
}

const WHOLE = '<header></header><nav aria-label="A"></nav><main></main><nav aria-label="B"></nav><footer></footer>';

describe('the rule', () => {
  test('passes a page with five', () => expect([...numberFaults(plantedPage(WHOLE)), ...nameFaults(plantedPage(WHOLE))]).toEqual([]));
  test('finds a planted crowd', () => {
    const crowd = [1, 2, 3].map((number) => `<section aria-label="${number}"></section>`).join('');
    expect(numberFaults(plantedPage(WHOLE + crowd))).toHaveLength(1);
  });
  test('finds a planted lack', () => expect(numberFaults(plantedPage('<main></main>'))).toHaveLength(1));
  test('does not count what a closed disclosure holds', () => {
    expect(landmarks(plantedPage('<details><summary>A</summary><nav></nav></details>'))).toEqual([]);
  });
  test('finds a planted second main', () => expect(singleFaults(plantedPage(`${WHOLE}<main></main>`))).toEqual(['2 × main']));
  test('finds a planted missing footer', () =>
    expect(singleFaults(plantedPage('<header></header><main></main>'))).toEqual(['0 × contentinfo']));
  test('finds a planted second name', () => expect(nameFaults(plantedPage(`${WHOLE}<nav aria-label="A"></nav>`))).toHaveLength(1));
  test('finds a planted navigation without a name', () => expect(nameFaults(plantedPage(`${WHOLE}<nav></nav>`))).toHaveLength(1));
  test('finds a planted name given by an id', () => {
    const html = `${WHOLE}<section aria-labelledby="x"><h2 id="x">A</h2></section>`;
    expect(nameFaults(plantedPage(html))).toEqual(['two landmarks are called "A"']);
  });
});

const readersPages = framedPages.filter(({ address }) => address !== DESIGN_PAGE);
everyPage(`has ${FEWEST} to ${MOST} landmarks`, numberFaults, readersPages);
everyPage('has one banner, one main and one footer', singleFaults);
everyPage('calls every landmark differently', nameFaults);
