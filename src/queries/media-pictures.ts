import { readFileSync } from 'node:fs';
import { pngOf } from '~/drawing/png.ts';
import type { MediaPicture } from '~/schemas/media-picture.ts';
import { world } from './world.ts';

/** Size of every drawing in its own units. */
export const pictureSize = { width: 720, height: 480 };
const pngWidth = 1800;
const licence = 'CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/';

/** The free pictures, in the order of the file. */
export function mediaPictures(): MediaPicture[] {
  return world().mediaPictures.map(({ value }) => value);
}

/** Address of a picture to download. */
export function mediaPicturePath(id: string, kind: 'svg' | 'png'): string {
  return `/medijiem/${id}.${kind}`;
}

/** Address of the one file that holds all pictures; each is shown by its fragment, so that a phone fetches them by one request. */
export const mediaSheetPath = '/medijiem/visi.svg';

/** A picture as SVG, with its licence in it. */
export function mediaPictureSvg(id: string): string {
  return drawing(id).replace(/^<svg[^>]*>/, (tag) => `${tag}<metadata>${licence}</metadata>`);
}

/** A picture as PNG, 1800 × 1200, with its licence in it. */
export function mediaPicturePng(id: string): Promise<Uint8Array<ArrayBuffer>> {
  return pngOf(drawing(id), { zoom: pngWidth / pictureSize.width, colours: 256, copyright: licence });
}

/** All pictures in one SVG, one below the other. */
export function mediaPictureSheet(): string {
  const { width, height } = pictureSize;
  const ids = mediaPictures().map(({ id }) => id);
  const parts = ids.map((id, index) => {
    const inner = drawing(id)
      .replace(/^<svg[^>]*>/, '')
      .replace(/<\/svg>$/, '');
    const y = index * height;
    return `<view id="${id}" viewBox="0 ${y} ${width} ${height}"/><svg y="${y}" width="${width}" height="${height}">${inner}</svg>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${ids.length * height}"><metadata>${licence}</metadata>${parts.join('')}</svg>\n`;
}

/** Paths of `medijiem/[picture].svg.ts` and `.png.ts`. */
export function mediaPicturePaths() {
  return mediaPictures().map(({ id }) => ({ params: { picture: id }, props: { id } }));
}

function drawing(id: string): string {
  return readFileSync(`src/assets/media-pictures/${id}.svg`, 'utf8').trim();
}
