import { expect, test, type Page } from 'playwright/test';
import { phone, setting } from '../support/browser/settings.ts';
import { languageOf, templatePaths, visit } from '../support/browser/site.ts';
import { words } from '../support/browser/words.ts';

test.use(setting(phone));

/** Where the strip of the open page, and each way to help in it, stands: CSS pixels from the window's corner; undefined where it is not there once. */
function places(page: Page, { strip, exit }: { strip: string; exit: string }) {
  return page.evaluate(
    ([stripName, exitName]) => {
      const named = [...document.querySelectorAll('nav')].filter((nav) => nav.getAttribute('aria-label') === stripName);
      const placeOf = (found: readonly Element[]) => {
        const { x, y, right, bottom, height } = found[0]?.getBoundingClientRect() ?? new DOMRect();
        return found.length === 1 && height > 0 ? { x, y, right, bottom, height } : undefined;
      };
      const links = named.flatMap((nav) => [...nav.querySelectorAll('a')]);
      return {
        strip: placeOf(named),
        '112': placeOf(links.filter((link) => link.getAttribute('href') === 'tel:112')),
        helpline: placeOf(links.filter((link) => link.getAttribute('href') === 'tel:+37128612120')),
        exit: placeOf(links.filter((link) => link.textContent.trim() === exitName)),
      };
    },
    [strip, exit] as const,
  );
}

test('112, the helpline and the way out stand in the first screen of a phone, in a quarter of it, and stay there', async ({ page }) => {
  await visit(page, templatePaths, async (path) => {
    const { helpStrip, exit } = words[languageOf(path)];
    const found = await places(page, { strip: helpStrip, exit });
    for (const [what, place] of Object.entries(found)) {
      const inside = place && place.x >= 0 && place.y >= 0 && place.right <= phone.width && place.bottom <= phone.height;
      expect.soft(inside, `${path} ${what} in the first screen, at ${JSON.stringify(place)}`).toBe(true);
    }
    expect.soft(found.strip?.height, path).toBeLessThanOrEqual(phone.height / 4);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const scrolled = await places(page, { strip: helpStrip, exit });
    expect.soft(scrolled.strip?.y, `${path} when scrolled`).toBe(0);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const second = await page.evaluate(() => {
      const { activeElement: element } = document;
      return { isExit: element?.hasAttribute('data-exit'), href: element?.getAttribute('href') };
    });
    expect.soft(second, `${path} second stop of the keyboard`).toEqual({ isExit: true, href: expect.stringMatching(/^https:/) });
  });
});
