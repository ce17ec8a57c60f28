import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

interface Engine {
  Checker: new () => {
    check(
      root: Document,
      policies: string[],
    ): Promise<{ results: { ruleId: string; value: [string, string]; message: string; snippet: string }[] }>;
  };
}

/** What IBM's engine calls a sure violation on the open page. Needs `bypassCSP`. */
export async function ibmFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'ace' in window))) await page.evaluate(`${source}; window.ace = ace; undefined`);
  return page.evaluate(async () => {
    const { results } = await new window.ace.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility']);
    return (
      results
        .filter(({ value }) => value.join(' ') === 'VIOLATION FAIL')
        // 2026-11-22: on a phone the rows of a table are stacked and every cell prints its column's name; the engine misses the hidden head.
        .filter(({ ruleId }) => !(ruleId === 'table_headers_exists' && document.querySelector('td[data-label]')))
        .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 160)}`)
    );
  });
}

declare global {
  interface Window {
    ace: Engine;
  }
}
