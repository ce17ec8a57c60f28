import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp, { type Sharp } from 'sharp';
import { chance } from '../chance.ts';

const run = promisify(execFile);

/** Words that must never be found in a stripped picture, whoever wrote them into it. */
export const CANARY = 'Kanarijs';
export const MAKER = 'Izdomata kamera';

/** A picture of 61 × 43 points with sharp edges, soft colours and, where it can be seen through, holes. */
function drawing(seed: number, isSeeThrough: boolean, height = 43): Sharp {
  const random = chance(seed);
  const channels = isSeeThrough ? 4 : 3;
  const pixels = Buffer.from(
    Array.from({ length: 61 * height * channels }, (_, index) => (index % 7 < 3 ? random(256) : (index * 5) % 256)),
  );
  return sharp(pixels, { raw: { width: 61, height, channels } });
}

const exif = {
  IFD0: { Make: MAKER, Model: CANARY, ImageDescription: CANARY, DateTime: '2026:11:22 10:00:00', Copyright: CANARY },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '56/1 57/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '24/1 6/1 0/1',
    GPSDateStamp: '2026:11:22',
  },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="${CANARY}"/></rdf:RDF></x:xmpmeta>`;

function told(picture: Sharp, orientation: number): Sharp {
  return picture.withMetadata({ orientation }).withExif(exif).withXmp(xmp).withIccProfile('p3');
}

/** Pictures of every kind with all that a library can write into them, by name. Nothing of them is of a real person or place. */
export async function toldPictures(): Promise<Map<string, Buffer>> {
  const pictures: [string, Sharp][] = [
    ...[1, 3, 6, 8].map((turn): [string, Sharp] => [`jpeg turned ${turn}`, told(drawing(turn, false), turn).jpeg()]),
    ['progressive jpeg', told(drawing(11, false), 6).jpeg({ progressive: true, chromaSubsampling: '4:4:4' })],
    [
      'grey jpeg',
      drawing(12, false)
        .grayscale()
        .withExif(exif)
        .jpeg({ restartInterval: 2 } as object),
    ],
    ['cmyk jpeg', drawing(13, false).toColourspace('cmyk').withExif(exif).jpeg()],
    ['small jpeg', drawing(14, false).jpeg()],
    ['png', told(drawing(21, true), 1).png()],
    ['png turned', told(drawing(22, true), 6).png()],
    ['png with palette', told(drawing(23, true), 1).png({ palette: true })],
    ['interlaced png', told(drawing(24, false), 1).png({ progressive: true })],
    ['png of sixteen bits', told(drawing(25, false), 1).toColourspace('rgb16').png()],
    ['webp', told(drawing(31, false), 1).webp()],
    ['webp turned', told(drawing(32, false), 8).webp()],
    ['lossless webp', told(drawing(33, true), 1).webp({ lossless: true })],
    ['see-through webp', told(drawing(34, true), 3).webp()],
    ['plain webp', drawing(35, false).webp()],
    ['gif', drawing(41, true).gif()],
  ];
  return new Map(await Promise.all(pictures.map(async ([name, picture]) => [name, await picture.toBuffer()] as const)));
}

/** Animations of three frames. */
export async function animations(): Promise<Map<string, Buffer>> {
  const frames = sharp(await drawing(51, true, 129).raw().toBuffer(), { raw: { width: 61, height: 129, channels: 4, pageHeight: 43 } });
  const [gif, webp] = await Promise.all([
    frames
      .clone()
      .gif({ loop: 3, delay: [100, 200, 300] })
      .toBuffer(),
    frames
      .clone()
      .webp({ loop: 3, delay: [100, 200, 300] })
      .toBuffer(),
  ]);
  return new Map([
    ['moving gif', gif],
    ['moving webp', webp],
  ]);
}

/** The path of Debian's exiftool (libimage-exiftool-perl); undefined where there is none. */
export async function findExiftool(): Promise<string | undefined> {
  return run('exiftool', ['-ver']).then(
    () => 'exiftool',
    () => undefined,
  );
}

async function inFiles<Result>(pictures: readonly Uint8Array[], work: (files: string[]) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'picture-'));
  const files = pictures.map((_, index) => join(folder, String(index).padStart(4, '0')));
  try {
    for (const [index, bytes] of pictures.entries()) await writeFile(files[index] ?? '', bytes);
    return await work(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everything that exiftool reads in each picture, by group and name, without what it says of any file. Asked at once: a start takes it a third of a second. */
export async function tagsOf(exiftool: string, pictures: readonly Uint8Array[]): Promise<Record<string, unknown>[]> {
  return inFiles(pictures, async (files) => {
    const { stdout } = await run(exiftool, ['-json', '-G1', '-a', '-u', '-U', '-ee', ...files], { maxBuffer: 64 * 1024 * 1024 });
    const read = JSON.parse(stdout) as Record<string, unknown>[];
    return files.map((file) => {
      const tags = read.find(({ SourceFile }) => SourceFile === file);
      if (!tags) throw new Error('exiftool did not read every picture');
      return Object.fromEntries(Object.entries(tags).filter(([name]) => !/^(?:SourceFile|ExifTool:|System:|Composite:)/.test(name)));
    });
  });
}

/** The pictures after exiftool wrote more into each; the arguments are exiftool's. */
export async function withTags(exiftool: string, pictures: readonly Uint8Array[], args: readonly string[]): Promise<Uint8Array[]> {
  return inFiles(pictures, async (files) => {
    await run(exiftool, ['-q', '-overwrite_original', ...args, ...files]);
    return Promise.all(files.map(async (file) => new Uint8Array(await readFile(file))));
  });
}
