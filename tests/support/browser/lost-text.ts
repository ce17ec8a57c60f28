import type { Page } from 'playwright/test';
import { clippedText, outsideTheWindow, overlappingText } from './rules/layout.ts';

/** What WCAG 1.4.12 lets every reader set. */
const textSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** Texts of the open page that reach out of the window, are cut off or lie over each other, in words. */
export async function lostText(page: Page): Promise<string[]> {
  return [...(await page.evaluate(outsideTheWindow)), ...(await page.evaluate(clippedText)), ...(await page.evaluate(overlappingText))];
}

/** Checks the open page as a reader sees it who sets lines, letters and words wide apart. Needs `bypassCSP`. */
export async function withTextSpacing(page: Page, check: () => Promise<void>): Promise<void> {
  const style = await page.addStyleTag({ content: textSpacing });
  await check();
  await style.evaluate((element) => (element as HTMLStyleElement).remove());
}
