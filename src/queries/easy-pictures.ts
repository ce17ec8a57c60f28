import { readFileSync } from 'node:fs';
import { locales, type Locale } from '~/i18n/locales.ts';
import { addressWords } from '~/i18n/paths.ts';
import type { EasyPicture } from '~/schemas/easy-picture.ts';
import { easyBodyOf, easyFront, easyPagesIn, type EasyPage } from './easy-read.ts';
import { indexed, world } from './world.ts';

/** A record of content/data/easy-pictures.yml by its id. */
export const easyPicture = indexed('content/data/easy-pictures.yml', () => world().easyPictures);

const width = 240;
const height = 180;

/** The picture of each answer that `<PictureAnswers>` offers. */
export const answerPictures = { yes: 'sign-yes', no: 'sign-no', unknown: 'do-not-know' } as const;

/** Ids of the pictures of a page, in the order of its text. */
function picturesOf(page: EasyPage): string[] {
  const body = easyBodyOf(page);
  const answers = body.includes('<PictureAnswers>') ? Object.values(answerPictures) : [];
  return [...new Set([...[...body.matchAll(/<Picture id="([^"]+)"/g)].flatMap(([, id]) => id ?? []), ...answers])];
}

/** Ids of the pictures of the section’s front: of its own text, and of the pages that it shows. */
function picturesOfFront(front: EasyPage, pages: readonly EasyPage[]): string[] {
  return [...new Set([...picturesOf(front), ...pages.flatMap(({ entry: { data } }) => data.picture ?? [])])];
}

/** Address of the one file that holds all pictures of a page; each is shown by its fragment. */
export function picturesPath(locale: Locale, easyRead: string, name: string): string {
  return `/${locale}/${easyRead}/${name}.svg`;
}

/** Name of the sheet of the section’s front. */
const frontSheet = 'pages';

/** Address of the sheet whose pictures stand beside the pages on the section’s front. */
export function frontPicturesPath(locale: Locale): string {
  return picturesPath(locale, addressWords.easyRead[locale], frontSheet);
}

function drawing(id: string): string {
  return readFileSync(`src/assets/easy-pictures/${id}.svg`, 'utf8').trim();
}

/** Pictures in one SVG, one below the other: a phone fetches all of a page by one request. */
export function pictureSheet(ids: readonly string[]): string {
  const parts = ids.map((id, index) => {
    const inner = drawing(id)
      .replace(/^<svg[^>]*>/, '')
      .replace(/<\/svg>$/, '');
    const box = `0 ${index * height} ${width} ${height}`;
    return `<view id="${id}" viewBox="${box}"/><svg y="${index * height}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}</svg>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.max(1, ids.length) * height}">${parts.join('')}</svg>\n`;
}

/** Address of the sheet that holds all pictures. */
export const bookPath = '/bildes/visas.svg';

/** Address of one picture as a file of its own, for other people’s pages and papers. */
export function pictureFile(id: string): string {
  return `/bildes/${id}.svg`;
}

/** The pages of the picture book and the groups that each shows; its sheet lies at `bildes/<part>.svg`. */
const bookParts = {
  dzive: ['what-happens', 'offer', 'travel', 'online', 'phone'],
  palidziba: ['who-helps', 'call', 'after', 'rights', 'signs'],
} as const satisfies Record<string, readonly EasyPicture['group'][]>;
export type BookPart = keyof typeof bookParts;

/** The pictures of a page of the picture book by what they are about, in the order of their file, and the address of their sheet. */
export function pictureBook(part: BookPart): { sheet: string; groups: { group: EasyPicture['group']; pictures: EasyPicture[] }[] } {
  const pictures = world().easyPictures.map(({ value }) => value);
  const groups = bookParts[part].map((group) => ({ group, pictures: pictures.filter((one) => one.group === group) }));
  return { sheet: pictureFile(part), groups };
}

/** Paths of `bildes/[name].svg.ts`: each picture, the sheets of the picture book, and all on one sheet. */
export function pictureFilePaths() {
  const ids = world().easyPictures.map(({ value }) => value.id);
  const parts = (Object.keys(bookParts) as BookPart[]).map((part) => ({
    params: { name: part },
    props: { svg: pictureSheet(pictureBook(part).groups.flatMap(({ pictures }) => pictures.map(({ id }) => id))) },
  }));
  return [
    { params: { name: 'visas' }, props: { svg: pictureSheet(ids) } },
    ...parts,
    ...ids.map((id) => ({ params: { name: id }, props: { svg: `${drawing(id)}\n` } })),
  ];
}

/** Paths of `[locale]/[easyRead]/[name].svg.ts`: pages that have pictures, and the section’s front. */
export async function pictureSheetPaths() {
  const sections = await Promise.all(locales.map(easyPagesIn));
  return sections.flatMap((pages) =>
    pages.flatMap((page) => {
      const ids = page.name === easyFront ? picturesOfFront(page, pages) : picturesOf(page);
      const [, locale, easyRead, name = frontSheet] = page.path.split('/').filter((word, index) => index === 0 || word !== '');
      return ids.length === 0 ? [] : [{ params: { locale, easyRead, name }, props: { ids } }];
    }),
  );
}
