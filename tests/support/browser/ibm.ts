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

const exemptions = [
  {
    rule: 'element_tabbable_role_valid',
    element: /^<(?:section|div)[^>]* tabindex="0"/,
    // axe's scrollable-region-focusable demands what IBM forbids while the table happens to fit. Since 2026-11-22.
    reason: 'a wide table scrolls in a named box that the keyboard reaches',
    link: 'https://dequeuniversity.com/rules/axe/4.11/scrollable-region-focusable',
  },
];

/** What IBM's engine calls a sure violation on the open page, without the exemptions. Needs `bypassCSP`. */
export async function ibmFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'ace' in window))) await page.evaluate(`${source}; window.ace = ace; undefined`);
  const found = await page.evaluate(async () => {
    const { results } = await new window.ace.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility']);
    return results
      .filter(({ value }) => value.join(' ') === 'VIOLATION FAIL')
      .map(({ ruleId, message, snippet }) => ({ ruleId, message, snippet }));
  });
  return found
    .filter(({ ruleId, snippet }) => !exemptions.some(({ rule, element }) => ruleId === rule && element.test(snippet)))
    .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 160)}`);
}

declare global {
  interface Window {
    ace: Engine;
  }
}
