import { expect, test, type Page } from 'playwright/test';
import { stripPicture } from '../../src/picture-metadata/strip.ts';
import { animations, CANARY, findExiftool, toldPictures, withTags } from '../support/pictures/planted.ts';

// The policy of the site would not let a page read pictures that a test hands it.
test.use({ bypassCSP: true });

/** What Chromium shows of a picture: how many frames, their sizes and times, and a sum over all points, turned and in the colours of the screen. */
function shown(page: Page, bytes: Uint8Array, type: string): Promise<string[]> {
  return page.evaluate(
    async ({ base64, mime }) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const sum = async (source: CanvasImageSource, width: number, height: number): Promise<string> => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        context?.drawImage(source, 0, 0);
        const points = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', points));
        return `${width}×${height} ${Array.from(digest.slice(0, 12), (byte) => byte.toString(16)).join('')}`;
      };
      const still = await createImageBitmap(new Blob([data], { type: mime }));
      const frames = [await sum(still, still.width, still.height)];
      const decoder = new ImageDecoder({ data, type: mime });
      await decoder.completed;
      const track = decoder.tracks.selectedTrack;
      for (let frameIndex = 0; frameIndex < (track?.frameCount ?? 0); frameIndex++) {
        const { image } = await decoder.decode({ frameIndex });
        frames.push(`${image.duration ?? 0} ${track?.repetitionCount} ${await sum(image, image.displayWidth, image.displayHeight)}`);
        image.close();
      }
      return frames;
    },
    { base64: Buffer.from(bytes).toString('base64'), mime: `image/${type}` },
  );
}

test('a browser shows every stripped picture point for point as before', async ({ page }) => {
  const exiftool = await findExiftool();
  const pictures = new Map([...(await toldPictures()), ...(await animations())]);
  await page.goto('/robots.txt');
  const seen = new Set<string>();
  for (const [name, bytes] of pictures) {
    const [told] = exiftool && name.includes('jpeg') ? await withTags(exiftool, [bytes], [`-XMP-dc:Creator=${CANARY}`]) : [];
    const written = told ?? bytes;
    const { type, bytes: stripped } = await stripPicture(written);
    const before = await shown(page, written, type);
    expect.soft(await shown(page, stripped, type), name).toEqual(before);
    seen.add(before.join());
  }
  expect(seen.size, 'the pictures differ from each other').toBe(pictures.size);
});

test('the comparison sees a turned picture, another colour space and one changed point', async ({ page }) => {
  const pictures = await toldPictures();
  await page.goto('/robots.txt');
  const turned = pictures.get('jpeg turned 6') ?? Buffer.alloc(0);
  const { bytes } = await stripPicture(turned);
  const at = (needle: string) => Buffer.from(bytes).indexOf(needle);
  const changed = (from: number, length: number) => {
    const copy = new Uint8Array(bytes);
    copy.fill(0x20, from, from + length);
    return copy;
  };
  const before = await shown(page, bytes, 'jpeg');
  for (const [what, from, length] of [
    ['orientation', at('Exif'), 4],
    ['profile', at('ICC_PROFILE'), 4],
    ['points', bytes.length - 40, 2],
  ] as const)
    expect(await shown(page, changed(from, length), 'jpeg'), what).not.toEqual(before);
});
