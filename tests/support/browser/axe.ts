import axe from 'axe-core';
import type { Page } from 'playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the open page: violations, and what it could not decide. Needs `bypassCSP`.
 * In forced colours the contrast is the reader's own choice, and axe reads the colours that were replaced.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const hasOwnColours = !matchMedia('(forced-colors: active)').matches;
    const { violations, incomplete } = await window.axe.run(document, {
      runOnly,
      rules: {
        'color-contrast': { enabled: hasOwnColours },
        'color-contrast-enhanced': { enabled: hasOwnColours },
        'target-size': { enabled: true },
      },
      resultTypes: ['violations', 'incomplete'],
      // The style sheet stands in the page: nothing is to be fetched beforehand.
      preload: false,
    });
    return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, tags);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
