import { expect, test, type Page } from 'playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { type Findings, languagesOf, makeTextReader, readAnswers } from '../../src/offer-check/index.ts';
import { packedConcepts, packedFew, packedPatterns, questions, wordsIn } from '../../src/offer-check/rules.ts';
import { holdBack, leave } from '../support/browser/leaving.ts';
import { languages, templates, type Language } from '../support/browser/site.ts';
import { adverts } from '../support/offer-corpus.ts';

const { 'offer checker': offer = {} } = templates;
const advert: Record<Language, string> = {
  lv: 'Viegla nauda ārzemēs! Par iekārtošanu darbā jāsamaksā 300 eiro. Pasi glabāsim birojā.',
  en: 'Easy money abroad! You have to pay 200 euros for the placement. We keep your passport in the office.',
  ru: 'Лёгкие деньги за границей! За трудоустройство нужно заплатить 200 евро. Паспорт хранится у работодателя.',
};

function partsOf(page: Page, language: Language = 'lv') {
  const t = translator(language);
  return {
    t,
    text: page.getByLabel(t('offer.paste.label')),
    check: page.getByRole('button', { name: t('offer.paste.check') }),
    result: page.getByRole('heading', { name: t('offer.result.title'), exact: true }),
    main: page.locator('main'),
    state: page.locator('main [role="status"]'),
  };
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const language of languages) {
    test(`a pasted advert is read, and the result names what alarms and what to ask, in ${language}`, async ({ page }) => {
      const { t, text, check, result, main, state } = partsOf(page, language);
      await page.goto(offer[language] ?? '');
      await text.fill(advert[language]);
      await check.click();
      await expect(result).toBeFocused();
      const { flags, missing } = makeTextReader(wordsIn(language), packedPatterns(), packedConcepts())(advert[language]);
      expect(flags).toHaveLength(3);
      await expect(state).toHaveText(t('offer.result.count', { flags: flags.length, missing: missing.length }));
      await expect(main).toContainText(t('offer.limit'));
      await expect(main).toContainText(t('offer.next.alarm'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  }
});

test('a text in which nothing is found is never called safe', async ({ page }) => {
  const { t, text, check, main } = partsOf(page);
  await page.goto(offer.lv ?? '');
  await text.fill('Meklējam pārdevēju veikalā.');
  await check.click();
  await expect(main).toContainText(t('offer.result.noFlags'));
  await expect(main).toContainText(t('offer.limit'));
});

test('an advert is read with fewer words where more of them cannot be loaded, and with all once they can', async ({ page }) => {
  const { t, text, check, state } = partsOf(page);
  const withAll = makeTextReader(wordsIn('lv'), packedPatterns(), packedConcepts());
  const withFew = makeTextReader(
    wordsIn('lv'),
    packedPatterns(['lv'], (one) => ({ few: packedFew(one) })),
    packedConcepts(),
  );
  const source = adverts('development-9')
    .map(({ text: one }) => one)
    .filter((one) => languagesOf(one).join() === 'lv')
    .find((one) => withAll(one).flags.length > withFew(one).flags.length);
  if (source === undefined) throw new Error('more words find more in some Latvian advert');
  const counted = ({ flags, missing }: Findings) => t('offer.result.count', { flags: flags.length, missing: missing.length });
  await page.route(/offerMore/, (route) => route.abort());
  await page.goto(offer.lv ?? '');
  await text.fill(source);
  await check.click();
  await expect(state).toHaveText(counted(withFew(source)));
  await page.unroute(/offerMore/);
  await check.click();
  await expect(state).toHaveText(counted(withAll(source)));
});

test('the questions are answered with the keyboard alone', async ({ page }) => {
  const { t, result, main } = partsOf(page);
  await page.goto(offer.lv ?? '');
  const first = page.getByRole('radio').first();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(result).toBeFocused();
  await expect(main).toContainText('Kāds ir darba devēja pilnais nosaukums?');
  await page.getByRole('button', { name: t('offer.clear') }).press('Enter');
  await expect(result).toBeHidden();
  await expect(page.getByRole('radio').nth(1)).not.toBeChecked();
});

for (const language of languages) {
  test(`what the result says is what the rules say, in ${language}`, async ({ page }) => {
    const { t, result } = partsOf(page, language);
    await page.goto(offer[language] ?? '');
    for (const { id, alarm } of questions) await page.locator(`input[name="${id}"][value="${alarm}"]`).check();
    await page.getByRole('button', { name: t('offer.ask.check') }).click();
    await expect(result).toBeFocused();
    const words = wordsIn(language);
    const { flags, missing } = readAnswers(words, new Map(questions.map(({ id, alarm }) => [id, alarm])));
    const expected = [
      ...words.flags.filter((flag) => flags.some(({ id }) => id === flag.id)).flatMap(({ what, why, todo }) => [what, why, todo]),
      ...words.gaps.filter(({ id }) => missing.includes(id)).flatMap(({ what, why, ask }) => [what, why, ask]),
    ];
    expect(expected.length).toBeGreaterThan(80);
    expect(await page.locator('main [data-text]').allTextContents()).toEqual(expected);
  });
}

test('an empty field says what is needed', async ({ page }) => {
  const { t, text, check, main } = partsOf(page);
  await page.goto(offer.lv ?? '');
  await check.click();
  await expect(text).toBeFocused();
  await expect(main).toContainText(t('offer.paste.empty'));
});

test('questions without an answer say what is needed, aloud too', async ({ page }) => {
  const { t } = partsOf(page);
  await page.goto(offer.lv ?? '');
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(['', '']);
  await page.getByRole('button', { name: t('offer.ask.check') }).click();
  await expect(page.getByRole('alert').filter({ hasText: t('offer.ask.empty') })).toBeVisible();
  await expect(page.getByRole('radio').first()).toBeFocused();
});

test('a question is copied', async ({ page }) => {
  const { t, text, check, state } = partsOf(page);
  await page.goto(offer.lv ?? '');
  await text.fill(advert.lv);
  await check.click();
  await page.getByRole('button', { name: t('offer.copyAsks') }).click();
  await expect(state).toHaveText(t('offer.copied'));
  await text.fill('');
  await text.press('Control+V');
  await expect(text).toHaveValue(/Kāds ir darba devēja pilnais nosaukums\?/);
});

test('text and result are gone after leaving, nothing was sent and the address holds nothing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  const { text, check, result } = partsOf(page);
  await page.goto(offer.lv ?? '');
  await text.fill(advert.lv);
  await check.click();
  await expect(result).toBeFocused();
  expect(new URL(page.url()).search).toBe('');
  await page.goto('/lv/');
  await page.goBack();
  await expect(text).toHaveValue('');
  await expect(result).toBeHidden();
  expect(asked.join().includes('nauda')).toBe(false);
});

test('what is read only after the reader has left is not shown to whoever comes back', async ({ page }) => {
  const { letGo } = await holdBack(page, /offerPatterns/);
  const { text, check, result, state } = partsOf(page);
  await page.goto(offer.lv ?? '');
  await text.fill(advert.lv);
  await check.click();
  await leave(page);
  const patterns = page.waitForResponse(/offerPatterns/);
  letGo();
  await (await patterns).finished();
  // A second text is read after the first one would have been shown.
  await text.fill('Meklējam pārdevēju veikalā.');
  await expect(result).toBeHidden();
  await check.click();
  await expect(state).not.toHaveText('');
  await expect(page.locator('main')).not.toContainText('Viegla nauda');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the questions are a list for paper, each with what its answer means', async ({ page }) => {
    for (const language of languages) {
      const { t, text } = partsOf(page, language);
      await page.goto(offer[language] ?? '');
      await expect.soft(text).toBeHidden();
      await expect.soft(page.getByRole('group').filter({ has: page.getByRole('radio') })).toHaveCount(14);
      const meaning = page.getByText(t('offer.ifNo')).first();
      await meaning.click();
      await expect.soft(page.locator('details[open]').last()).toContainText(t('offer.askThis'));
    }
  });

  test('Enter in an answer sends nothing anywhere', async ({ page }) => {
    await page.goto(offer.lv ?? '');
    const address = page.url();
    await page.getByRole('radio').first().check();
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(address);
  });
});
