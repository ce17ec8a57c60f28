import { expect, test, type Page } from 'playwright/test';
import { aNeutralSite } from '../support/browser/neutral-site.ts';
import { languages, templates } from '../support/browser/site.ts';
import { words } from '../support/browser/words.ts';

const { home } = templates;
const item = '/lv/jaunumi/2016/greta-ekspertu-vizite/';

/** Opens another site first, as a visitor may have, then the page. */
async function arrive(page: Page, path: string): Promise<void> {
  await aNeutralSite(page);
  await page.goto('https://before.test/');
  await page.goto(path);
}

async function expectToHaveLeft(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'A neutral page' })).toBeVisible();
  expect(page.url()).toMatch(/^https:\/\/\w\w\.wikipedia\.org\/$/);
}

for (const language of languages) {
  test(`the exit link leads away, and Back does not show the page again, in ${language}`, async ({ page }) => {
    await arrive(page, home?.[language] ?? '');
    await page.getByRole('link', { name: words[language].exit, exact: true }).first().click();
    await expectToHaveLeft(page);
    await page.goBack();
    await expect(page).toHaveURL('https://before.test/');
  });
}

test('the exit link of the skip links leads away by keyboard', async ({ page }) => {
  await arrive(page, item);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: words.lv.exitFromSkip })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectToHaveLeft(page);
  await page.goBack();
  await expect(page).toHaveURL('https://before.test/');
});

/** Clicks the exit link and looks at the page in the same breath, before the browser can do anything else. `comesBack`: as from its cache after Back. */
async function lookRightAfterLeaving(page: Page, comesBack: boolean) {
  return page.getByRole('link', { name: words.lv.exit, exact: true }).evaluate((link: HTMLElement, isBack) => {
    link.click();
    if (isBack) window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    const cover = document.querySelector('[role=alert]');
    const { width, height } = cover?.getBoundingClientRect() ?? {};
    return {
      cover: cover && { words: cover.textContent, isWholeScreen: width === innerWidth && height === innerHeight },
      isTextSeen: document.querySelector('h1')?.checkVisibility({ visibilityProperty: true }),
      title: document.title,
      path: location.pathname,
    };
  }, comesBack);
}

test('the page goes blank at once, before the neutral site answers', async ({ page }) => {
  await aNeutralSite(page);
  await page.goto(item);
  const { leaving } = words.lv;
  expect(await lookRightAfterLeaving(page, false)).toEqual({
    cover: { words: leaving, isWholeScreen: true },
    isTextSeen: false,
    title: leaving,
    path: '/lv/',
  });
  await expectToHaveLeft(page);
});

test('a page that the browser brings back is readable again', async ({ page }) => {
  await aNeutralSite(page);
  await page.goto(item);
  const title = await page.title();
  expect(await lookRightAfterLeaving(page, true)).toMatchObject({ cover: null, isTextSeen: true, title });
});

test.describe('three presses of Shift', () => {
  const presses = {
    left: ['ShiftLeft', 'ShiftLeft', 'ShiftLeft'],
    right: ['ShiftRight', 'ShiftRight', 'ShiftRight'],
    'left and right in turn': ['ShiftLeft', 'ShiftRight', 'ShiftLeft'],
  };
  for (const [name, keys] of Object.entries(presses)) {
    test(`(${name}) lead away, and Back does not show the page again`, async ({ page }) => {
      await arrive(page, item);
      for (const key of keys) await page.keyboard.press(key);
      await expectToHaveLeft(page);
      await page.goBack();
      await expect(page).toHaveURL('https://before.test/');
    });
  }

  for (const language of languages) {
    test(`are counted aloud and by dots, in ${language}`, async ({ page }) => {
      await aNeutralSite(page);
      await page.goto(home?.[language] ?? '');
      const status = page.getByRole('status');
      const dots = page.locator('.exit-dots');
      await expect(status).toHaveText('');
      await expect(dots).toBeHidden();
      await page.keyboard.press('Shift');
      await expect(status).toHaveText(words[language].twoMore);
      await expect(dots).toBeVisible();
      await page.keyboard.press('Shift');
      await expect(status).toHaveText(words[language].oneMore);
      await page.keyboard.press('Shift');
      await expectToHaveLeft(page);
    });
  }

  test('are forgotten five seconds after the last one, and this is said', async ({ page }) => {
    await aNeutralSite(page);
    await page.clock.install({ time: '2026-01-01T00:00:00Z' });
    await page.goto(item);
    await page.clock.pauseAt('2026-01-01T01:00:00Z');
    const status = page.getByRole('status');
    await page.keyboard.press('Shift');
    await page.clock.runFor(4900);
    await page.keyboard.press('Shift');
    await page.clock.runFor(4900);
    await expect(status).toHaveText(words.lv.oneMore);
    await page.clock.runFor(200);
    await expect(status).toHaveText(words.lv.expired);
    await expect(page.locator('.exit-dots')).toBeHidden();
    await page.keyboard.press('Shift');
    await expect(status).toHaveText(words.lv.twoMore);
    await expect(page).toHaveURL(item);
  });

  const unmeant: Record<string, (page: Page) => Promise<void>> = {
    'while Shift makes a capital': async ({ keyboard }) => {
      await keyboard.down('Shift');
      await keyboard.press('KeyA');
      await keyboard.up('Shift');
    },
    'with another key between': async ({ keyboard }) => {
      await keyboard.press('Shift');
      await keyboard.press('KeyA');
    },
    'while Alt and Shift change the language of the keyboard': async ({ keyboard }) => {
      await keyboard.down('Alt');
      await keyboard.press('Shift');
      await keyboard.press('Shift');
      await keyboard.up('Alt');
    },
    'while Control and Shift belong to a shortcut': async ({ keyboard }) => {
      await keyboard.down('Control');
      await keyboard.press('Shift');
      await keyboard.press('Shift');
      await keyboard.up('Control');
    },
  };
  for (const [name, press] of Object.entries(unmeant)) {
    test(`do not count ${name}`, async ({ page }) => {
      await aNeutralSite(page);
      await page.goto(item);
      for (let round = 0; round < 4; round += 1) await press(page);
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect(page).toHaveURL(item);
    });
  }

  for (const field of ['input', 'textarea', 'select']) {
    test(`do not count while the reader is in a field (${field})`, async ({ page }) => {
      await aNeutralSite(page);
      await page.goto(item);
      await page.evaluate((name) => {
        const element = document.createElement(name);
        document.querySelector('main')?.prepend(element);
        element.focus();
      }, field);
      for (let round = 0; round < 4; round += 1) await page.keyboard.press('Shift');
      await expect(page.getByRole('status')).toHaveText('');
      await expect(page).toHaveURL(item);
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const language of languages) {
    test(`the exit link is a plain link, after which Back returns, in ${language}`, async ({ page }) => {
      await arrive(page, home?.[language] ?? '');
      await page.getByRole('link', { name: words[language].exit, exact: true }).first().click();
      await expectToHaveLeft(page);
      await page.goBack();
      await expect(page).toHaveURL(home?.[language] ?? '');
    });
  }
});
