import type { Page } from 'playwright/test';
import { clippedText, outsideTheWindow, overlappingText } from './rules/layout.ts';

/** What WCAG 1.4.12 lets every reader set. */
const textSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** The rules in one expression: asked one by one, each would be a journey to the browser and back. */
const lost = `[${[outsideTheWindow, clippedText, overlappingText].map((rule) => `...(${rule.toString()})()`).join(', ')}]`;

/** Texts of the open page that reach out of the window, are cut off or lie over each other, in words. */
export async function lostText(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(lost);
}

/** Checks the open page as a reader sees it who sets lines, letters and words wide apart. */
export async function withTextSpacing(page: Page, check: () => Promise<void>): Promise<void> {
  // A sheet made by script is no part of the page, so that no policy forbids it.
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, textSpacing);
  await check();
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
}
