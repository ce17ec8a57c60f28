import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'playwright/test';

const card = '/lv/kur-meklet-palidzibu/ievietosanai/';

/** A town's website of its own origin: a page around a piece of HTML. */
async function townSite(html: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="lv"><head><meta charset="utf-8"><title>Pašvaldība</title></head><body>${html}</body></html>`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

test.describe('on a website of another origin', () => {
  let code = '';
  let script = '';
  const servers: Server[] = [];

  test.beforeEach(async ({ page, baseURL }) => {
    await page.goto(card);
    code = await page.getByLabel('HTML kartītei').inputValue();
    const published = await page.getByLabel('Rinda ar skriptu').inputValue();
    script = published.replace(/https:\/\/[^/"]+/, new URL(baseURL ?? '').origin);
  });
  test.afterEach(() => servers.splice(0).forEach((server) => server.close()));

  async function open(html: string): Promise<string> {
    const { url, server } = await townSite(html);
    servers.push(server);
    return url;
  }

  test('the card is whole without script: numbers, hours and the day of the check', async ({ page }) => {
    await page.goto(await open(code));
    await expect(page.getByRole('listitem')).toHaveCount(4);
    await expect(page.locator('a[href="tel:112"]')).toHaveText('112');
    await expect(page.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}$/);
  });

  test('the module puts today’s number, hours and day into an old card', async ({ page }) => {
    const old = code
      .replaceAll(/tel:\+371\d+/g, 'tel:+37120000000')
      .replaceAll(/\+371&nbsp;[^<]+/g, '2000 0000')
      .replaceAll(/<span data-hours>[^<]*/g, '<span data-hours>nekad')
      .replace(/<time[^>]*>[^<]*/, '<time datetime="2019-01-01">2019');
    expect(old).toContain('tel:+37120000000');
    await page.goto(await open(old + script));
    const helpline = page.locator('[data-contact="lv-drosa-maja"]');
    await expect(helpline.locator('a')).toHaveAttribute('href', 'tel:+37128612120');
    await expect(helpline.locator('a')).toHaveText('+371\u00a02861\u00a02120');
    await expect(helpline.locator('[data-hours]')).toHaveText('darba dienās 9–17');
    await expect(page.locator('time')).not.toHaveAttribute('datetime', '2019-01-01');
    await expect(page.getByText('nekad')).toHaveCount(0);
  });

  test('a contact that is no longer published leaves the card', async ({ page }) => {
    await page.goto(await open(code.replace('lv-116123', 'lv-gone') + script));
    await expect(page.getByRole('listitem')).toHaveCount(3);
  });

  test('what was copied stays where the data cannot be had', async ({ page }) => {
    await page.route('**/help.json', (route) => route.abort());
    const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/help.json'));
    await page.goto(await open(code + script));
    await failed;
    await expect(page.getByRole('listitem')).toHaveCount(4);
    await expect(page.locator('[data-contact="lv-drosa-maja"] a')).toHaveText(/2861/);
  });

  test('the module keeps nothing, and asks for the data alone', async ({ page, context, baseURL }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const answered = page.waitForResponse((response) => response.url().endsWith('/help.json'));
    const url = await open(code + script);
    await page.goto(url);
    await answered;
    expect(asked.filter((path) => path !== '/' && path !== '/favicon.ico')).toEqual(['/contact-card.js', '/help.json']);
    expect(await context.cookies([url, baseURL ?? ''])).toEqual([]);
  });

  test('no other file of the site may be read', async ({ page, baseURL }) => {
    await page.goto(await open(''));
    const read = (path: string) =>
      page.evaluate(
        (address) =>
          fetch(address).then(
            () => true,
            () => false,
          ),
        `${new URL(baseURL ?? '').origin}${path}`,
      );
    expect([await read('/help.json'), await read('/contact-card.js'), await read('/robots.txt'), await read('/lv/')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

test('the example on the page works under the site’s own policy', async ({ page }) => {
  const answered = page.waitForResponse((response) => response.url().endsWith('/help.json'));
  await page.goto(card);
  expect((await answered).status()).toBe(200);
  await expect(page.locator('help-contacts [data-contact]')).toHaveCount(4);
});
