import { describe, expect, test } from 'vitest';
import { attribute, closest, isOneOf } from '../support/built-site/html.ts';
import { contactPages } from '../support/built-site/help.ts';
import type { Page } from '../support/built-site/pages.ts';
import { digitsOf } from '../support/built-site/records.ts';
import { readQrCode } from '../support/built-site/qr-reader.ts';

/** Codes are drawings with a name in the main part; icons have none. */
function codesOn(page: Page): { svg: string; label: string }[] {
  const drawings = page.named('svg').filter((one) => attribute(one, 'role') === 'img' && closest(one, isOneOf('main')));
  const sources = page.html.match(/<svg role="img"[\s\S]*?<\/svg>/g) ?? [];
  return drawings.map((drawing, index) => ({ svg: sources[index] ?? '', label: attribute(drawing, 'aria-label') ?? '' }));
}

/** Squares of the empty edge that scanners need. */
const EDGE = 4;

async function faults({ svg, label }: { svg: string; label: string }, dialled: string): Promise<string[]> {
  const read = await readQrCode(svg);
  const box = /viewBox="(-?\d+) (-?\d+) (\d+) (\d+)"/.exec(svg)?.slice(1).map(Number) ?? [];
  return [
    ...(read === dialled ? [] : [`is read as ${read}, not ${dialled}`]),
    ...(box[0] === -EDGE && box[1] === -EDGE && box[2] === box[3] ? [] : [`has no empty edge of ${EDGE}: ${box.join(' ')}`]),
    ...(digitsOf(label).endsWith(digitsOf(dialled)) ? [] : [`is called "${label}"`]),
  ];
}

const [sample] = contactPages().flatMap(({ page, record }) =>
  codesOn(page).map((code) => ({ code, dialled: `tel:${record.phones[0]?.e164 ?? record.phones[0]?.shortCode}` })),
);
if (!sample) throw new Error('no page of a contact has a QR code');

describe('the rule', () => {
  const { code, dialled } = sample;

  test('passes a code', async () => expect(await faults(code, dialled)).toEqual([]));
  test('finds a planted other number', async () => expect(await faults(code, 'tel:113')).toHaveLength(2));
  test('finds a planted code without its edge', async () => {
    const cut = code.svg.replace(/viewBox="-4 -4 (\d+) \d+"/, (_, side: string) => `viewBox="0 0 ${Number(side) - 8} ${Number(side) - 8}"`);
    expect((await faults({ ...code, svg: cut }, dialled)).length).toBeGreaterThan(0);
  });
  test('finds a planted code in one colour', async () =>
    expect((await faults({ ...code, svg: code.svg.replaceAll('#fff', '#000') }, dialled)).length).toBeGreaterThan(0));
});

describe.each(contactPages())('$page.address', ({ record, page }) => {
  test('has one code that a telephone reads as the first number, or no number and no code', async () => {
    const [phone] = record.phones;
    const codes = codesOn(page);
    expect(codes).toHaveLength(phone ? 1 : 0);
    for (const code of codes) expect(await faults(code, `tel:${phone?.e164 ?? phone?.shortCode}`)).toEqual([]);
  });
});
