import jsQr from 'jsqr';
import sharp from 'sharp';

/** What a telephone reads from a drawing of a QR code; undefined where it reads nothing. */
export async function readQrCode(svg: string): Promise<string | undefined> {
  const whole = svg.includes('xmlns=') ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  // On a dark ground, as on a page in dark colours: the code must bring its own light edge.
  const drawing = sharp(Buffer.from(whole)).resize(400, 400).flatten({ background: '#14171d' }).ensureAlpha().raw();
  const { data, info } = await drawing.toBuffer({ resolveWithObject: true });
  return jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
