import type { Browser, BrowserContextOptions, Page } from 'playwright/test';

export interface Reader {
  /** Shows what the open page has become, scripts included, and hands out the tab that shows it. */
  show: (page: Page) => Promise<Page>;
  close: () => Promise<void>;
}

/**
 * A tab of its own for the engines that look for barriers: it keeps them loaded and warm, while a page that is opened anew would load half a megabyte
 * and more of them again, which is a quarter of their time. `options` are the window and colours that the pages are shown in.
 */
export async function openReader(browser: Browser, options: Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>): Promise<Reader> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce', bypassCSP: true });
  const tab = await context.newPage();
  return {
    async show(page) {
      // So that it has the address of the site, and the layout of a page with a doctype.
      if (tab.url() === 'about:blank') {
        if (page.url() !== 'about:blank') await tab.goto(new URL('/robots.txt', page.url()).href);
        await tab.setContent('<!doctype html><title>-</title>');
      }
      const html = await page.evaluate(() => document.documentElement.outerHTML);
      await tab.evaluate(async (text) => {
        const { documentElement } = new DOMParser().parseFromString(text, 'text/html');
        document.replaceChild(document.adoptNode(documentElement), document.documentElement);
        await document.fonts.ready;
      }, html);
      return tab;
    },
    close: () => context.close(),
  };
}
