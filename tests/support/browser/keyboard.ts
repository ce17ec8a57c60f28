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

/** Both questions in one expression: asked one by one, each would be a journey to the browser and back, thousands of times. */
const focused = `({ stop: document.activeElement instanceof HTMLElement ? document.activeElement.dataset.stop : undefined, seen: (${focusFaults.toString()})() })`;

/** Presses the key until the focus leaves the page or has gone round. `controls` must have numbered the page before. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Walk> {
  const stops: string[] = [];
  const faults: string[] = [];
  let inside = 0;
  for (;;) {
    await page.keyboard.press(key);
    const { stop, seen } = await page.evaluate<{ stop: string | undefined; seen: string[] }>(focused);
    // A field for a date has several stops of its own: day, month, year, and the calendar.
    const isInside = stop !== undefined && stop === stops.at(-1) && ++inside < MOST_INSIDE;
    if (isInside) continue;
    inside = 0;
    if (stop === undefined || stops.includes(stop)) return { stops, faults };
    stops.push(stop);
    faults.push(...seen);
  }
}
