import type { Page } from 'playwright/test';
import { focusFaults } from './rules/focus.ts';

export interface Walk {
  /** Each stop in the order it was reached, as its opening tag and first words. */
  stops: string[];
  /** Stops that cannot be seen, or stand under the help strip. */
  faults: string[];
}

/** Numbers every control that the keyboard should reach, in the order of the document, and returns them. Choices of one name are one stop. */
export async function controls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const reachable = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea, [tabindex="0"]'),
    ].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [tabindex="-1"]'));
    const groups = new Map<string, string>();
    const stops = reachable.map((element, index) => {
      const stop = `${index} ${element.tagName} ${element.textContent?.trim().slice(0, 60)}`;
      const group = element.matches('input[type="radio"]') ? (element.getAttribute('name') ?? stop) : stop;
      if (!groups.has(group)) groups.set(group, stop);
      return (element.dataset['stop'] = groups.get(group) ?? stop);
    });
    return [...new Set(stops)];
  });
}

const MOST_INSIDE = 6;
/** Presses between two questions to the page: each question is a journey to the browser and back. */
const AT_ONCE = 24;

interface Stop {
  /** As `controls` numbered it; undefined outside the page's controls. */
  stop?: string;
  seen: string[];
}

/** Has the page note, before each further press of a key, where the focus stands and what is wrong there. */
const noteStops = `
  window.stops = [];
  window.here = () => ({ stop: document.activeElement instanceof HTMLElement ? document.activeElement.dataset.stop : undefined, seen: (${focusFaults.toString()})() });
  window.addEventListener('keydown', ({ key }) => { if (key === 'Tab') window.stops.push(window.here()); }, true);
`;

/** The stops since this was last asked, with the one that the last press has led to. */
const notedStops = `window.stops.splice(0).concat(window.here())`;

/** Presses the key until the focus leaves the page or has gone round. `controls` must have numbered the page before. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Walk> {
  const stops: string[] = [];
  const faults: string[] = [];
  let inside = 0;
  await page.evaluate(noteStops);
  for (;;) {
    for (let press = 0; press < AT_ONCE; press += 1) await page.keyboard.press(key);
    // The first is where the focus stood before these presses.
    for (const { stop, seen } of (await page.evaluate<Stop[]>(notedStops)).slice(1)) {
      // A field for a date has several stops of its own: day, month, year, and the calendar.
      const isInside = stop !== undefined && stop === stops.at(-1) && ++inside < MOST_INSIDE;
      if (isInside) continue;
      inside = 0;
      if (stop === undefined || stops.includes(stop)) return { stops, faults };
      stops.push(stop);
      faults.push(...seen);
    }
  }
}
