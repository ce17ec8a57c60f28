import { expect, test, type Page } from 'playwright/test';
import { axeFaults } from '../support/browser/axe.ts';
import { ibmFaults } from '../support/browser/ibm.ts';
import { controls, walk } from '../support/browser/keyboard.ts';
import { kindsOfElements, withEveryKind } from '../support/browser/kinds-of-elements.ts';
import { longLines, smallOrTightText, weakContrast } from '../support/browser/rules/easy-page.ts';
import { focusFaults } from '../support/browser/rules/focus.ts';
import { clippedText, outsideTheWindow, overlappingText, smallTargets } from '../support/browser/rules/layout.ts';
import { movedWhileArriving, movingParts, shiftWhileLoading } from '../support/browser/rules/motion.ts';
import { openReader } from '../support/browser/reader.ts';
import { phone, setting } from '../support/browser/settings.ts';
import { listenToPage, tracesLeft } from '../support/browser/traces.ts';

// Each check is shown a page with one fault and the same page without it: a check that cannot fail proves nothing.

test.use(setting(phone));

const page = (body: string, head = '') =>
  `<!doctype html><html lang="lv"><head><title>Lapa</title><meta name="viewport" content="width=device-width"><style>body { background: #fff; color: #111; margin: 0 } ${head}</style></head><body>${body}</body></html>`;

const afterTab = async (opened: Page): Promise<string[]> => {
  await opened.keyboard.press('Tab');
  return opened.evaluate(focusFaults);
};
const onPage = (rule: () => string[]) => (opened: Page) => opened.evaluate(rule);

interface Plant {
  fault: string;
  check: (opened: Page) => Promise<string[]>;
  bad: string;
  good: string;
}

const whileArriving = async (opened: Page): Promise<string[]> => {
  const html = await opened.content();
  return opened.evaluate(movedWhileArriving, { html, length: html.length });
};
const pushedDown = async (opened: Page): Promise<string[]> => {
  // Opened anew: a document keeps the shifts of all that was ever written into it.
  await opened.goto(`data:text/html,${encodeURIComponent(await opened.content())}`);
  const shift = await opened.evaluate(shiftWhileLoading);
  return shift === 0 ? [] : [`a shift of ${shift}`];
};
const inReader = async (opened: Page): Promise<string[]> => {
  const browser = opened.context().browser();
  if (!browser) throw new Error('The page belongs to no browser.');
  const reader = await openReader(browser, { viewport: phone });
  const faults = await axeFaults(await reader.show(opened));
  await reader.close();
  return faults;
};
const big = 'style="display: inline-block; width: 60px; height: 60px"';
const ring = ':focus-visible { outline: 3px solid #004; outline-offset: 2px }';
const plants: Plant[] = [
  {
    fault: 'grey text on grey (axe)',
    check: axeFaults,
    bad: page('<main><h1>Lapa</h1><p style="color: #777">Teksts</p></main>'),
    good: page('<main><h1>Lapa</h1><p>Teksts</p></main>'),
  },
  {
    fault: 'grey text on grey (axe, in the tab of the reader)',
    check: inReader,
    bad: page('<main><h1>Lapa</h1><p style="color: #777">Teksts</p></main>'),
    good: page('<main><h1>Lapa</h1><p>Teksts</p></main>'),
  },
  {
    fault: 'a picture without words (IBM)',
    check: ibmFaults,
    bad: page('<main><h1>Lapa</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>'),
    good: page('<main><h1>Lapa</h1><img alt="Ābols" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>'),
  },
  {
    fault: 'a line of 56 characters',
    check: onPage(longLines),
    bad: page(`<p style="font-size: 5px">${'ab cd '.repeat(9)}ef</p>`),
    good: page(`<p style="font-size: 5px">${'ab cd '.repeat(9)}</p><p style="font-size: 5px">ef</p>`),
  },
  {
    fault: 'a menu that grows to the left while it arrives',
    check: whileArriving,
    bad: page('<ul style="position: absolute; right: 0; display: flex"><li>Pirmā</li><li>Otrā</li></ul>'),
    good: page('<ul style="position: absolute; left: 0; display: flex"><li>Pirmā</li><li>Otrā</li></ul>'),
  },
  {
    fault: 'letters of 19 px',
    check: onPage(smallOrTightText),
    bad: page('<p style="font-size: 19px; line-height: 1.6">Teksts</p>'),
    good: page('<p style="font-size: 20px; line-height: 1.6">Teksts</p>'),
  },
  {
    fault: 'lines 1.5 apart',
    check: onPage(smallOrTightText),
    bad: page('<p style="font-size: 20px; line-height: 1.5">Teksts</p>'),
    good: page('<h2 style="font-size: 20px; line-height: 1.5">Teksts</h2>'),
  },
  {
    fault: 'large letters with a contrast of 6.9:1',
    check: onPage(weakContrast),
    bad: page('<p style="font-size: 40px; color: #5a5a5a">Teksts</p>'),
    good: page('<p style="font-size: 40px; color: #595959">Teksts</p>'),
  },
  {
    fault: 'a box wider than the window',
    check: onPage(outsideTheWindow),
    bad: page('<p style="width: 400px">Teksts</p>'),
    good: page('<p>Teksts</p>'),
  },
  {
    fault: 'text that a hidden overflow takes away',
    check: onPage(outsideTheWindow),
    bad: page(
      '<p style="white-space: nowrap">Ļoti gara rinda, kas neietilpst tālruņa ekrānā un tāpēc iet pāri malai</p>',
      'html, body { overflow-x: hidden }',
    ),
    good: page('<p>Ļoti gara rinda, kas neietilpst tālruņa ekrānā un tāpēc iet pāri malai</p>', 'html, body { overflow-x: hidden }'),
  },
  {
    fault: 'a box that cuts its text off',
    check: onPage(clippedText),
    bad: page('<p style="height: 20px; line-height: 20px; overflow: hidden">Viena<br>otra</p>'),
    good: page('<p style="height: 40px; line-height: 20px; overflow: hidden">Viena<br>otra</p>'),
  },
  {
    fault: 'two texts over each other',
    check: onPage(overlappingText),
    bad: page('<p style="margin: 0">Viena</p><p style="position: absolute; top: 0; margin: 0">Otra</p>'),
    good: page('<p>Viena</p><p>Otra</p>'),
  },
  {
    fault: 'a small control',
    check: onPage(smallTargets),
    bad: page('<ul><li><a href="/">Saite</a></li></ul>'),
    good: page(`<ul><li><a href="/" ${big}>Saite</a></li></ul><p>Lasiet <a href="/">šo lapu</a> vēlreiz.</p>`),
  },
  {
    fault: 'a control without a focus ring',
    check: afterTab,
    bad: page(`<a href="/" ${big}>Saite</a>`, ':focus { outline: none }'),
    good: page(`<a href="/" ${big}>Saite</a>`, ring),
  },
  {
    fault: 'a focus ring that cannot be told from its ground',
    check: afterTab,
    bad: page(`<a href="/" ${big}>Saite</a>`, ':focus { outline: 3px solid #ccc }'),
    good: page(`<a href="/" ${big}>Saite</a>`, ring),
  },
  {
    fault: 'a focus ring of one pixel',
    check: afterTab,
    bad: page(`<a href="/" ${big}>Saite</a>`, ':focus { outline: 1px solid #000 }'),
    good: page(`<a href="/" ${big}>Saite</a>`, ring),
  },
  {
    fault: 'a control under the help strip',
    check: afterTab,
    bad: page(
      `<header><nav style="position: fixed; top: 0; left: 0; right: 0; height: 90px; background: #ddd">112</nav></header><a href="/" ${big}>Saite</a>`,
      ring,
    ),
    good: page(`<header><nav style="height: 90px; background: #ddd">112</nav></header><a href="/" ${big}>Saite</a>`, ring),
  },
  {
    fault: 'a control that the keyboard reaches out of turn',
    check: async (opened) => {
      const expected = await controls(opened);
      const { stops } = await walk(opened, 'Tab');
      return stops.join() === expected.join() ? [] : [stops.join()];
    },
    bad: page(`<a href="/1" ${big}>Viens</a><a href="/2" tabindex="1" ${big}>Divi</a>`, ring),
    good: page(`<a href="/1" ${big}>Viens</a><a href="/2" ${big}>Divi</a>`, ring),
  },
  {
    fault: 'what comes later and pushes the rest down',
    check: pushedDown,
    bad: page('<main><h1>Lapa</h1></main><script>setTimeout(() => document.body.prepend(document.createElement("hr")), 60)</script>'),
    good: page('<main><h1>Lapa</h1></main>'),
  },
  {
    fault: 'a movement',
    check: onPage(movingParts),
    bad: page('<p style="animation: turn 5s infinite">Teksts</p>', '@keyframes turn { to { rotate: 1turn } }'),
    good: page('<p>Teksts</p>', '@keyframes turn { to { rotate: 1turn } }'),
  },
];

for (const { fault, check, bad, good } of plants) {
  test(`the check finds ${fault}, and nothing where it is mended`, async ({ page: opened }) => {
    await opened.setContent(bad);
    expect(await check(opened)).not.toEqual([]);
    await opened.setContent(good);
    expect(await check(opened)).toEqual([]);
  });
}

test.describe('under a strict policy', () => {
  test.use({ bypassCSP: false });
  test('the check of production headers hears and finds everything it asks for', async ({ page: opened, baseURL }) => {
    const heard = listenToPage(opened, new URL(baseURL ?? '').origin);
    const planted = (script: string) => ({
      contentType: 'text/html',
      headers: { 'content-security-policy': "script-src 'nonce-a'", 'set-cookie': 'visitor=1' },
      body: `<!doctype html><script>blocked()</script><script nonce="a">${script}</script><img alt="" src="https://other.test/pixel.gif">`,
    });
    await opened.route('https://other.test/**', (route) => route.abort());
    await opened.route('/planted/', (route) =>
      route.fulfill(
        planted('localStorage.setItem("a", "1"); sessionStorage.setItem("b", "1"); indexedDB.open("c"); caches.open("d"); missing()'),
      ),
    );
    await opened.goto('/planted/');
    await expect
      .poll(() => tracesLeft(opened))
      .toEqual(['cookie: visitor', 'localStorage: a', 'sessionStorage: b', 'database: c', 'cache: d']);
    const faults = heard.faults().join('\n');
    expect(faults).toContain('script error: missing is not defined');
    expect(faults).toContain('asks another site: https://other.test/pixel.gif');
    expect(faults).toContain('failed: https://other.test/pixel.gif');
    expect(faults).toMatch(/console error: .*Content Security Policy/);
    expect(heard.requests()).toBe(2);
  });
});

test('pages that together have every kind of element are few, and none is missed', () => {
  const page = (content: string) => kindsOfElements(`<!doctype html><body><header><p class="frame"></p></header><main>${content}</main>`);
  const card = '<ul class="cards"><li class="card"><a>Rīga</a></ul>';
  const pages = new Map([
    ['short', page(card)],
    ['rich', page(`${card}<p>Teksts</p>`)],
    ['twin', page('<p>Cits teksts</p>')],
    ['other colour', page(card.replace('"card"', '"card quiet"'))],
  ]);
  expect(withEveryKind(pages)).toEqual(['rich', 'other colour']);
  expect([...page(card)]).not.toContainEqual(expect.stringContaining('frame'));
});
