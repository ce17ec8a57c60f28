import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer depends on the colours and the width a page is shown in. */
const rulesOfLook = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/**
 * The contrast of level AAA, asked by the rule of AA: what has it has that of AA too, and measuring every text twice takes a third of axe's time.
 * Everything but the ratios is what axe sets by itself.
 */
const contrast = {
  ignoreUnicode: true,
  ignoreLength: false,
  ignorePseudo: false,
  boldValue: 700,
  boldTextPt: 14,
  largeTextPt: 18,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
  pseudoSizeThreshold: 0.25,
  shadowOutlineEmMax: 0.1,
  textStrokeEmMin: 0.03,
};

interface Scope {
  /** Leave out header and footer, which are the same on every page. */
  isWithoutFrame?: boolean;
  /** Only the rules whose answer depends on the colours and the width. */
  isOnlyLook?: boolean;
}

/**
 * What axe finds on the open page: violations, and what it could not decide.
 * In forced colours the contrast is the reader's own choice, and axe reads the colours that were replaced.
 */
export async function axeFaults(page: Page, { isWithoutFrame = false, isOnlyLook = false }: Scope = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${source}; undefined`);
  const scope = {
    exclude: isWithoutFrame ? ['body > header', 'body > footer'] : [],
    runOnly: isOnlyLook ? { type: 'rule' as const, values: rulesOfLook } : { type: 'tag' as const, values: tags },
    contrast,
  };
  return page.evaluate(async ({ exclude, runOnly, contrast: options }) => {
    const hasOwnColours = !matchMedia('(forced-colors: active)').matches;
    // A rule that is asked for by name runs even where it is switched off.
    const values = runOnly.values.filter((value) => hasOwnColours || value !== 'color-contrast');
    const settings: axe.RunOptions & { checks: Record<string, { options: object }> } = {
      runOnly: { ...runOnly, values },
      rules: { 'color-contrast': { enabled: hasOwnColours }, 'target-size': { enabled: true } },
      checks: { 'color-contrast': { options } },
      resultTypes: ['violations', 'incomplete'],
      // The style sheet stands in the page: nothing is to be fetched beforehand.
      preload: false,
    };
    const { violations, incomplete } = await window.axe.run(exclude.length > 0 ? { exclude } : document, settings);
    // axe sees no ground behind the words of a drawing and cannot decide; they have the colours of text, which tests/unit/styles measures.
    const isWordOfDrawing = (html: string) => html.startsWith('<text ');
    const undecided = incomplete.map((result) =>
      result.id === 'color-contrast' ? { ...result, nodes: result.nodes.filter(({ html }) => !isWordOfDrawing(html)) } : result,
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
