import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { ascii, concat, numberBytes } from '../../../src/picture-metadata/bytes.ts';
import { PictureProblem } from '../../../src/picture-metadata/problem.ts';
import { stripPicture, typeOf } from '../../../src/picture-metadata/strip.ts';
import { animations, CANARY, findExiftool, MAKER, tagsOf, toldPictures, withTags } from '../../support/pictures/planted.ts';

const still = await toldPictures();
const moving = await animations();
const all = new Map([...still, ...moving]);
const exiftool = await findExiftool();
const gps = ['-GPSLatitude=56.95', '-GPSLatitudeRef=N', '-GPSLongitude=24.1', '-GPSLongitudeRef=E', '-GPSDateStamp=2026:11:22'];
const more = [...gps, `-XMP-dc:Creator=${CANARY}`, `-EXIF:UserComment=${CANARY}`, `-EXIF:SerialNumber=${CANARY}`];

const pictureOf = (name: string): Buffer => {
  const found = all.get(name);
  if (!found) throw new Error(`there is no picture called ${name}`);
  return found;
};
/** What a picture looks like: its points as they lie in the file, all frames, and how it is turned. */
async function lookOf(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes, { animated: true }).raw().toBuffer({ resolveWithObject: true });
  const { orientation = 1, delay, loop } = await sharp(bytes, { animated: true }).metadata();
  return { points: data.toString('base64'), size: [info.width, info.height, info.channels], orientation, delay, loop };
}
async function problemOf(bytes: Uint8Array): Promise<string> {
  return stripPicture(bytes).then(
    () => 'none',
    (error: unknown) => (error instanceof PictureProblem ? error.code : `another error: ${String(error)}`),
  );
}
const holds = (bytes: Uint8Array, word: string) =>
  Buffer.from(bytes).includes(word) || Buffer.from(bytes).includes(Buffer.from(word, 'utf16le'));

describe('typeOf', () => {
  test('knows a picture by its bytes', () => {
    const types = [...all].map(([name, bytes]) => [name, typeOf(bytes)] as const);
    expect(types.filter(([name, type]) => !name.includes(type ?? '?'))).toEqual([]);
  });
  test.each([
    ['%PDF-1.7\n', 'pdf'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', undefined],
    ['RIFF\0\0\0\0WAVE', undefined],
    ['', undefined],
  ])('calls %j %s', (text, type) => {
    expect(typeOf(ascii(text))).toBe(type);
  });
});

test('the pictures are turned, coloured and tell something before they are stripped', async () => {
  const turns = await Promise.all(
    ['jpeg turned 6', 'png turned', 'webp turned'].map(async (name) => (await lookOf(pictureOf(name))).orientation),
  );
  expect(turns).toEqual([6, 6, 8]);
  for (const name of ['jpeg turned 1', 'png', 'webp'])
    for (const word of [CANARY, MAKER]) expect(holds(pictureOf(name), word), name).toBe(true);
});

describe('a stripped picture', () => {
  test.each([...all.keys()])('looks the same and plays the same: %s', async (name) => {
    const { bytes } = await stripPicture(pictureOf(name));
    expect(await lookOf(bytes)).toEqual(await lookOf(pictureOf(name)));
  });
  test.each([...all.keys()])('comes out unchanged when stripped again: %s', async (name) => {
    const once = await stripPicture(pictureOf(name));
    const twice = await stripPicture(once.bytes);
    expect(Buffer.from(twice.bytes).equals(once.bytes)).toBe(true);
    expect(twice.removed).toEqual([]);
  });
  test.each([...still.keys()])('holds no planted word: %s', async (name) => {
    const { bytes } = await stripPicture(pictureOf(name));
    for (const word of [CANARY, MAKER, '2026:11:22', 'xmpmeta']) expect(holds(bytes, word), word).toBe(false);
  });
  test('says what was cut out', async () => {
    expect((await stripPicture(pictureOf('jpeg turned 6'))).removed).toEqual(['exif', 'xmp']);
    expect((await stripPicture(pictureOf('png'))).removed).toEqual(['exif', 'size on paper', 'text']);
    expect((await stripPicture(pictureOf('plain webp'))).removed).toEqual([]);
  });
  test('keeps the colours of its profile and loses the names in it', async () => {
    const before = (await sharp(pictureOf('jpeg turned 1')).metadata()).icc;
    const { bytes } = await stripPicture(pictureOf('jpeg turned 1'));
    const after = (await sharp(bytes).metadata()).icc;
    expect(after?.length).toBeLessThan(before?.length ?? 0);
    const seen = async (picture: Uint8Array) => (await sharp(picture).toColourspace('srgb').raw().toBuffer()).toString('base64');
    expect(await seen(bytes)).toBe(await seen(pictureOf('jpeg turned 1')));
  });
});

/** The picture with a word in a place that a library cannot write. */
const plantings: Record<string, (word: Uint8Array) => { name: string; bytes: Uint8Array; removed: string }> = {
  'after the end of a jpeg': (word) => ({ name: 'small jpeg', bytes: concat([pictureOf('small jpeg'), word]), removed: 'after the end' }),
  'in a comment of a jpeg': (word) => ({
    name: 'small jpeg',
    bytes: afterStart('small jpeg', 2, concat([Uint8Array.of(0xff, 0xfe), numberBytes(word.length + 2, 2), word])),
    removed: 'comment',
  }),
  'in a segment of a jpeg': (word) => ({
    name: 'jpeg turned 6',
    bytes: afterStart('jpeg turned 6', 2, concat([Uint8Array.of(0xff, 0xe9), numberBytes(word.length + 2, 2), word])),
    removed: 'application',
  }),
  'after the end of a png': (word) => ({ name: 'png', bytes: concat([pictureOf('png'), word]), removed: 'after the end' }),
  'in a comment of a gif': (word) => ({
    name: 'gif',
    bytes: beforeEnd('gif', concat([Uint8Array.of(0x21, 0xfe, word.length), word, Uint8Array.of(0)])),
    removed: 'comment',
  }),
  'in a text of a gif': (word) => ({
    name: 'gif',
    bytes: beforeEnd(
      'gif',
      concat([Uint8Array.of(0x21, 0x01, 12), new Uint8Array(12), Uint8Array.of(word.length), word, Uint8Array.of(0)]),
    ),
    removed: 'text',
  }),
  'after the end of a gif': (word) => ({ name: 'gif', bytes: concat([pictureOf('gif'), word]), removed: 'after the end' }),
  'in a chunk of a webp': (word) => {
    const bytes = concat([
      pictureOf('plain webp'),
      ascii('ABCD'),
      numberBytes(word.length, 4, true),
      word,
      new Uint8Array(word.length % 2),
    ]);
    bytes.set(numberBytes(bytes.length - 8, 4, true), 4);
    return { name: 'plain webp', bytes, removed: 'application' };
  },
  'after the end of a webp': (word) => ({ name: 'plain webp', bytes: concat([pictureOf('plain webp'), word]), removed: 'after the end' }),
};

function afterStart(name: string, at: number, part: Uint8Array): Uint8Array {
  const whole = pictureOf(name);
  return concat([whole.subarray(0, at), part, whole.subarray(at)]);
}
function beforeEnd(name: string, part: Uint8Array): Uint8Array {
  const whole = pictureOf(name);
  return concat([whole.subarray(0, -1), part, whole.subarray(-1)]);
}

describe('whatever bytes lie', () => {
  test.each(Object.keys(plantings))('%s, they are cut out and the picture is the same', async (place) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (word) => {
        const planted = plantings[place]?.(word);
        if (!planted) throw new Error(place);
        const stripped = await stripPicture(planted.bytes);
        expect(stripped.removed).toContain(planted.removed);
        const plain = await stripPicture(pictureOf(planted.name));
        expect(Buffer.from(stripped.bytes).equals(plain.bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a faulty picture', () => {
  test.each([...all.keys()])('cut anywhere it is refused, never half stripped: %s', async (name) => {
    const whole = pictureOf(name);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        const problem = await problemOf(whole.subarray(0, length));
        // The last bytes of a WebP may be its padding, and those of a GIF its end mark.
        expect(['cut', 'broken', 'unknown']).toContain(problem);
      }),
      { numRuns: 60 },
    );
  });
  test.each([...all.keys()])('with changed bytes it is stripped or refused, and nothing else happens: %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = new Uint8Array(pictureOf(name));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        expect(['none', 'cut', 'broken', 'unknown']).toContain(await problemOf(bytes));
      }),
      { numRuns: 100 },
    );
  });
  test('any bytes behind a good beginning are stripped or refused', async () => {
    const beginnings = [[0xff, 0xd8, 0xff], ascii('\x89PNG\r\n\x1a\n'), ascii('RIFF\x20\0\0\0WEBP'), ascii('GIF89a')];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }), async (beginning, rest) => {
        expect(['none', 'cut', 'broken', 'unknown']).toContain(await problemOf(concat([Uint8Array.from(beginning), rest])));
      }),
      { numRuns: 2_000 },
    );
  });
  test('a document is refused, because its metadata cannot be cut out', async () => {
    expect(await problemOf(ascii('%PDF-1.7\n'))).toBe('pdf');
  });
  test('a chunk of a png with a wrong sum is refused', async () => {
    const bytes = new Uint8Array(pictureOf('png'));
    const at = Buffer.from(bytes).indexOf('IDAT') + 10;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await problemOf(bytes)).toBe('broken');
  });
});

/** Groups of tags that describe the picture itself and how its colours are meant. */
const HARMLESS = /^(?:File|JFIF|PNG|RIFF|GIF|Adobe|APP14|ICC_Profile|ICC-header):?/;

/** Tags that should not be there. Of EXIF the orientation may stay, with the three numbers that exiftool adds. */
function tellingTags(tags: Record<string, unknown>): string[] {
  const told = Object.keys(tags).filter((name) => !HARMLESS.test(name) && !/^(?:IFD0:Orientation|PNG-cICP:.*)$/.test(name));
  const named = Object.entries(tags).filter(([, value]) => typeof value === 'string' && /Kanarijs|Izdomata|2026:11:22/.test(value));
  return [...told, ...named.map(([name]) => name)];
}

describe.runIf(exiftool)('exiftool', () => {
  const named = [...all.keys()].filter((name) => name !== 'moving webp');
  const written = new Map<string, Uint8Array>();
  const tagsAfter = new Map<string, Record<string, unknown>>();
  const planted = (name: string): Uint8Array => {
    const bytes = written.get(name);
    if (!bytes) throw new Error(`exiftool was not asked to write into ${name}`);
    return bytes;
  };
  const read = async (bytes: Uint8Array) => (await tagsOf(exiftool ?? '', [bytes]))[0] ?? {};

  beforeAll(async () => {
    const gifs = named.filter((name) => name.includes('gif'));
    const others = named.filter((name) => !name.includes('gif'));
    for (const [names, args] of [[gifs, [`-XMP-dc:Creator=${CANARY}`]] as const, [others, more] as const]) {
      const bytes = await withTags(exiftool ?? '', names.map(pictureOf), args);
      for (const [index, name] of names.entries()) written.set(name, bytes[index] ?? new Uint8Array());
    }
    const stripped = await Promise.all(named.map(async (name) => (await stripPicture(planted(name))).bytes));
    const tags = await tagsOf(exiftool ?? '', stripped);
    for (const [index, name] of named.entries()) tagsAfter.set(name, tags[index] ?? { unread: true });
  });

  test('finds what was planted', async () => {
    expect(tellingTags(await read(planted('jpeg turned 6'))).length).toBeGreaterThan(10);
  });
  test.each(named)('finds nothing of what it planted itself: %s', async (name) => {
    const bytes = planted(name);
    expect(holds(bytes, CANARY)).toBe(true);
    const stripped = await stripPicture(bytes);
    expect(tellingTags(tagsAfter.get(name) ?? { unread: true })).toEqual([]);
    expect(await lookOf(stripped.bytes)).toEqual(await lookOf(bytes));
  });
  test('finds the place alone when the owner keeps it', async () => {
    for (const name of ['jpeg turned 6', 'png', 'webp turned']) {
      const tags = await read((await stripPicture(planted(name), { keepPlace: true })).bytes);
      expect(tags['GPS:GPSLatitude'], name).toMatch(/56 deg 57'/);
      const gpsTags = Object.keys(tags).filter((tag) => tag.startsWith('GPS:'));
      expect(
        gpsTags.filter((tag) => !/:GPS(?:VersionID|LatitudeRef|Latitude|LongitudeRef|Longitude)$/.test(tag)),
        name,
      ).toEqual([]);
      expect(tellingTags(Object.fromEntries(Object.entries(tags).filter(([tag]) => !tag.startsWith('GPS:')))), name).toEqual([]);
    }
  });
});
test.skipIf(exiftool)('exiftool was not asked: it is not installed (Debian: libimage-exiftool-perl)', () => undefined);
