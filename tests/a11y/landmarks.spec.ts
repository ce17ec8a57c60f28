import { expect, test } from 'playwright/test';
import { desktop, setting } from '../support/browser/settings.ts';
import { everyPath, languageOf, languages } from '../support/browser/site.ts';

// What a screen reader is told before the content, in order. A change here is a change for everyone who listens: read it aloud
// before you accept it. The entries of the menus are left open, because editors change them.

test.describe('at the top of a page a screen reader hears', () => {
  test.use(setting(desktop));

  test('the ways past it, help, the site, the menu and the languages, in lv', async ({ page }) => {
    await page.goto('/lv/');
    await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
      - link "Pāriet uz saturu"
      - link "Pamest vietni tūlīt":
        - /url: https://lv.wikipedia.org/
      - navigation "Palīdzība tūlīt":
        - list:
          - listitem:
            - 'link "112: Vienotais ārkārtas palīdzības tālrunis 112"':
              - /url: tel:112
          - listitem:
            - link "2861 2120 darba dienās 9–17 Uzticības tālrunis cilvēku tirdzniecības gadījumos":
              - /url: tel:+37128612120
        - link "Pamest vietni":
          - /url: https://lv.wikipedia.org/
        - status
      - link "Cilvēktirdzniecība.lv":
        - /url: /lv/
      - navigation "Galvenā izvēlne"
      - list "Valoda":
        - listitem: LV
        - listitem:
          - link "EN, English"
        - listitem:
          - link "RU, Русский"
      - link "Meklēt":
        - /url: /lv/meklet/
    `);
  });

  test('the ways past it, help, the site, the menu and the languages, in en', async ({ page }) => {
    await page.goto('/en/');
    await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
      - link "Skip to content"
      - link "Leave this site now":
        - /url: https://en.wikipedia.org/
      - navigation "Help now":
        - list:
          - listitem:
            - 'link "112: Emergency number 112"':
              - /url: tel:112
          - listitem:
            - link "2861 2120 workdays 9–17 Helpline on human trafficking":
              - /url: tel:+37128612120
        - link "Leave this site":
          - /url: https://en.wikipedia.org/
        - status
      - link "Cilvektirdznieciba.lv":
        - /url: /en/
      - navigation "Main menu"
      - list "Language":
        - listitem:
          - link "LV, Latviešu"
        - listitem: EN
        - listitem:
          - link "RU, Русский"
      - link "Search":
        - /url: /en/search/
    `);
  });

  test('the ways past it, help, the site, the menu and the languages, in ru', async ({ page }) => {
    await page.goto('/ru/');
    await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
      - link "Перейти к содержанию"
      - link "Покинуть сайт сейчас":
        - /url: https://ru.wikipedia.org/
      - navigation "Помощь сейчас":
        - list:
          - listitem:
            - 'link "112: Единый экстренный номер 112"':
              - /url: tel:112
          - listitem:
            - link "2861 2120 по будням 9–17 Телефон доверия по вопросам торговли людьми":
              - /url: tel:+37128612120
        - link "Покинуть сайт":
          - /url: https://ru.wikipedia.org/
        - status
      - link "Cilvektirdznieciba.lv":
        - /url: /ru/
      - navigation "Главное меню"
      - list "Язык":
        - listitem:
          - link "LV, Latviešu"
        - listitem:
          - link "EN, English"
        - listitem: RU
      - link "Поиск":
        - /url: /ru/poisk/
    `);
  });
});

/** Addresses and words of the links in help strip, menu and footer, in order: all that repeats, without breadcrumb and languages. */
function frameOf(html: string): string[] {
  const parts = html.match(/<header[\s\S]*?<\/header>|<footer[\s\S]*?<\/footer>/g) ?? [];
  const links = parts.join('').matchAll(/<a ([^>]*)>([\s\S]*?)<\/a>/g);
  return [...links].flatMap(([, attributes = '', label = '']) => {
    const href = /href="([^"]*)"/.exec(attributes)?.[1];
    return attributes.includes('hreflang') ? [] : [`${href} ${label.replaceAll(/<[^>]*>/g, '').trim()}`];
  });
}

for (const language of languages) {
  test(`help, menu and footer say the same in the same order on every page in ${language}`, async ({ request }) => {
    const frames = new Map<string, string[]>();
    for (const path of await everyPath(request)) {
      if (languageOf(path) !== language) continue;
      const html = await (await request.get(path)).text();
      const frame = frameOf(html).join('\n');
      // A small help page in a further language stands alone, without menu and footer.
      if (!html.includes('data-style-sheet="minimal"')) frames.set(frame, [...(frames.get(frame) ?? []), path]);
    }
    expect([...frames.keys()][0]?.split('\n').length).toBeGreaterThan(8);
    expect(
      [...frames.values()].map((paths) => paths.slice(0, 3)),
      'pages by their frame',
    ).toHaveLength(1);
  });
}
