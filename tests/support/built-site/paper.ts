import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { actualTexts } from '../pdf-actual-text.ts';
import { bytesOf } from './dist.ts';

/** A sheet as a reader of PDF finds it. */
export interface Paper {
  pages: number;
  /** Millimetres. */
  size: number[];
  /** Letters without the spaces between them: where a line ends is no matter. */
  text: string;
  title: string;
  language: string;
  isTagged: boolean;
  fonts: number;
  /** Fonts whose letters are in the file. */
  embeddedFonts: number;
  /** QR codes as SVG drawings with the empty edge that scanners need. */
  codes: string[];
}

/** Reads a sheet of dist/. */
export async function readPaper(file: string): Promise<Paper> {
  const bytes = Buffer.from(bytesOf(file));
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  const { info } = await pdf.getMetadata();
  const page = await pdf.getPage(1);
  const [, , width = 0, height = 0] = page.view;
  const { Title = '', Language = '' } = info as { Title?: string; Language?: string };
  const raw = bytes.toString('latin1');
  const count = (pattern: RegExp) => raw.match(pattern)?.length ?? 0;
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  return {
    pages: pdf.numPages,
    size: [width, height].map((points) => Math.round((points * 25.4) / 72)),
    text: withoutSpaces(text + actualTexts(bytes).join(' ')),
    title: Title,
    language: Language,
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    fonts: count(/\/Type \/FontDescriptor\b/g),
    embeddedFonts: count(/\/FontFile[23]? \d+ 0 R/g),
    codes: fnArray.flatMap((operator, index) => (operator === OPS.constructPath ? codeIn(argsArray[index] as unknown[]) : [])),
  };
}

export function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** A filled path is a QR code when it has hundreds of corners in a square of whole units. */
function codeIn([, paths, box]: unknown[]): string[] {
  const [path] = paths as (Float32Array | null)[];
  const [left, top, right, bottom] = box as Float32Array;
  if (!path || path.length < 1000 || left !== 0 || top !== 0 || right !== bottom || !right) return [];
  return [
    `<svg viewBox="-4 -4 ${right + 8} ${right + 8}"><path fill="#fff" d="M-4-4h${right + 8}v${right + 8}h-${right + 8}z"/>` +
      `<path d="${svgPath(path)}"/></svg>`,
  ];
}

/** Moves are coded 0, lines 1 and the end of an outline 4. */
function svgPath(path: Float32Array): string {
  let d = '';
  for (let at = 0; at < path.length; at += path[at] === 4 ? 1 : 3)
    d += path[at] === 4 ? 'z' : `${path[at] === 0 ? 'M' : 'L'}${path[at + 1]} ${path[at + 2]}`;
  return d;
}
