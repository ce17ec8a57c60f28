import sharp from 'sharp';
import { chance } from '../chance.ts';

/** A word that a stripped picture must not hold. */
export const PLANTED = 'Kanarijs-bilde';

const exif = {
  IFD0: { Make: PLANTED, DateTime: '2026:11:22 10:00:00' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 57/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '24/1 6/1 0/1' },
};

/** An invented photograph with camera, time and place in it; larger sides make larger files. */
export async function photograph(side = 64, seed = 1): Promise<Uint8Array<ArrayBuffer>> {
  const random = chance(seed);
  const pixels = Buffer.from(Array.from({ length: side * side * 3 }, () => random(256)));
  const jpeg = sharp(pixels, { raw: { width: side, height: side, channels: 3 } }).withExif(exif);
  return new Uint8Array(await jpeg.jpeg({ quality: 95 }).toBuffer());
}

/** A form as Chromium writes it with files chosen in its input. */
export function formWithFiles(
  fields: Record<string, string>,
  files: readonly { name: string; bytes: Uint8Array }[],
  boundary = '----WebKitFormBoundaryabcdefghijklmnop',
): Request {
  const head = (line: string) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${line}\r\n\r\n`);
  const end = Buffer.from('\r\n');
  const body = Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => [head(`name="${name}"`), Buffer.from(value), end]),
    ...files.flatMap(({ name, bytes }) => [head(`name="files"; filename="${name}"\r\nContent-Type: text/plain`), bytes, end]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: new Uint8Array(body), duplex: 'half' };
  return new Request('http://127.0.0.1/api/report', {
    ...init,
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}`, 'Content-Length': String(body.length) },
  });
}
