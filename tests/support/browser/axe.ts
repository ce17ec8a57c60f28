import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer depends on the colours and the width a page is shown in. */
const rulesOfLook = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

interface Scope {
  /** Leave out header and footer, which are the same on every page. */
  isWithoutFrame?: boolean;
  /** Only the rules whose answer depends on the colours and the width. */
  isOnlyLook?: boolean;
}

/**
 * What axe finds on the open page: violations, and what it could not decide. Needs `bypassCSP`.
 * In forced colours the contrast is the reader's own choice, and axe reads the colours that were replaced.
 */
export async function axeFaults(page: Page, { isWithoutFrame = false, isOnlyLook = false }: Scope = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${source}; undefined`);
  const scope = {
    exclude: isWithoutFrame ? ['body > header', 'body > footer'] : [],
    runOnly: isOnlyLook ? { type: 'rule' as const, values: rulesOfLook } : { type: 'tag' as const, values: tags },
  };
  return page.evaluate(async ({ exclude, runOnly }) => {
    const hasOwnColours = !matchMedia('(forced-colors: active)').matches;
    // A rule that is asked for by name runs even where it is switched off.
    const values = runOnly.values.filter((value) => hasOwnColours || !value.startsWith('color-contrast'));
    const { violations, incomplete } = await window.axe.run(exclude.length > 0 ? { exclude } : document, {
      runOnly: { ...runOnly, values },
      rules: {
        'color-contrast': { enabled: hasOwnColours },
        'color-contrast-enhanced': { enabled: hasOwnColours },
        'target-size': { enabled: true },
      },
      resultTypes: ['violations', 'incomplete'],
      // The style sheet stands in the page: nothing is to be fetched beforehand.
      preload: false,
    });
    // axe sees no ground behind the words of a drawing and cannot decide; they have the colours of text, which tests/unit/styles measures.
    const isWordOfDrawing = (html: string) => html.startsWith('<text ');
    const undecided = incomplete.map((result) =>
      result.id.startsWith('color-contrast') ? { ...result, nodes: result.nodes.filter(({ html }) => !isWordOfDrawing(html)) } : result,
    );
    return [...violations, ...undecided].flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, scope);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
