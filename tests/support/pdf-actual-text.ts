import { inflateSync } from 'node:zlib';

/** What a PDF says its signs stand for, in scripts in which they are no letters. */
export function actualTexts(pdf: Buffer): string[] {
  const escaped: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return streamsOf(pdf).flatMap((stream) =>
    [...stream.matchAll(/\/ActualText \(\xfe\xff((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, text = '']) => {
      const unescaped = text.replaceAll(/\\([\s\S])/g, (_, sign: string) => escaped[sign] ?? sign);
      return Buffer.from(unescaped, 'latin1').swap16().toString('utf16le');
    }),
  );
}

function streamsOf(pdf: Buffer): string[] {
  const starts = [...pdf.toString('latin1').matchAll(/\/Filter \/FlateDecode\s*>>\s*stream\r?\n/g)];
  return starts.map(({ 0: { length }, index }) => inflateSync(pdf.subarray(index + length)).toString('latin1'));
}
