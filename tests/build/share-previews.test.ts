import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bytesOf, fileAt } from '../support/built-site/dist.ts';
import { canonicalOf, everyPage, framedPages, meta, metas, type Page, plantedPage, textPages } from '../support/built-site/pages.ts';
import { origin, ownAddress } from '../support/built-site/records.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const MOST_BYTES = 60 * 1024;
const NEEDED = [
  'og:title',
  'og:description',
  'og:url',
  'og:type',
  'og:locale',
  'og:site_name',
  'og:image',
  'og:image:width',
  'og:image:height',
  'og:image:alt',
];

function faults(page: Page): string[] {
  const missing = NEEDED.filter((name) => metas(page, name).length !== 1 || meta(page, name) === '').map(
    (name) => `${name} does not stand there once`,
  );
  const image = meta(page, 'og:image') ?? '';
  const address = URL.canParse(image) ? ownAddress(image) : undefined;
  return [
    ...missing,
    ...(meta(page, 'og:url') === canonicalOf(page) ? [] : ['og:url is not the canonical address']),
    ...((meta(page, 'og:locale') ?? '').startsWith(`${page.locale}_`) ? [] : [`og:locale is ${meta(page, 'og:locale')}`]),
    ...(address?.startsWith('/og/') && fileAt(address) ? [] : [`there is no picture ${image}`]),
    ...(meta(page, 'og:image:width') === String(WIDTH) && meta(page, 'og:image:height') === String(HEIGHT)
      ? []
      : ['says another size than the pictures have']),
  ];
}

async function pictureFaults(picture: Buffer): Promise<string[]> {
  const { format, width, height } = await sharp(picture).metadata();
  return [
    ...(format === 'png' && width === WIDTH && height === HEIGHT ? [] : [`is ${format} of ${width} × ${height}`]),
    ...(picture.length <= MOST_BYTES ? [] : [`has ${picture.length} bytes`]),
  ];
}

describe('the rule', () => {
  test('finds a planted page without a preview', () => expect(faults(plantedPage('<p></p>')).length).toBeGreaterThan(NEEDED.length));
  test('finds a planted picture that is not there', () => {
    const [page] = framedPages;
    const html = (page?.html ?? '').replace(`${origin()}/og/`, `${origin()}/og/nav-`);
    expect(faults(plantedPage(html, page?.address))).toHaveLength(1);
  });
  test('finds a planted picture of another size', async () => {
    const small = await sharp({ create: { width: 600, height: 315, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await pictureFaults(small)).toEqual(['is png of 600 × 315']);
  });
  test('finds a planted heavy picture', async () => {
    const noise = Buffer.from(Array.from({ length: WIDTH * HEIGHT * 3 }, (_, index) => ((index * 7919) % 251) ^ ((index >> 7) % 256)));
    const heavy = await sharp(noise, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(await pictureFaults(heavy)).toHaveLength(1);
  });
});

everyPage('has a whole preview for messengers', faults, framedPages);

const pictures = [...new Set(textPages.flatMap((page) => ownAddress(meta(page, 'og:image') ?? '/') ?? []))];
test.each(pictures)(`%s is a PNG of ${WIDTH} × ${HEIGHT} and at most 60 KB`, async (address) => {
  const file = fileAt(address);
  expect(file && (await pictureFaults(bytesOf(file)))).toEqual([]);
});
