import { parseMultipart } from '@remix-run/multipart-parser';
import { textOf } from './message/bytes.ts';

/** Bytes of a form that comes without script. */
export const MAX_FORM = 4 * 1_024 * 1_024;
const MAX_PARTS = 40;
/** The input for attachments. */
const FILES = 'files';
const MAX_PART_HEADER = 8_192;

/** Boundaries that browsers make by chance for each sending, so that equal bytes mean the same sending. */
const CHANCE = /^(?:----WebKitFormBoundary[A-Za-z0-9]{16}|----geckoformboundary[0-9a-f]{20,32}|-{20,}\d{20,})$/;

export type BodyType = { kind: 'json' } | { kind: 'urlencoded' } | { kind: 'multipart'; boundary: string };

/** What a Content-Type says, as far as it is taken here; undefined for all else. Text must be UTF-8. */
export function readBodyType(contentType: string | null): BodyType | undefined {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim());
  const isUtf8 = parameters.every((parameter) => /^charset="?utf-8"?$/i.test(parameter));
  switch (type.toLowerCase()) {
    case 'application/json':
      return isUtf8 ? { kind: 'json' } : undefined;
    case 'application/x-www-form-urlencoded':
      return isUtf8 ? { kind: 'urlencoded' } : undefined;
    case 'multipart/form-data': {
      const boundary = /^boundary=(?:"([^"]{1,70})"|([^\s"]{1,70}))$/i.exec(parameters[0] ?? '');
      return boundary && parameters.length === 1 ? { kind: 'multipart', boundary: boundary[1] ?? boundary[2] ?? '' } : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether the same bytes with this boundary can only be the same sending again. */
export function isChanceBoundary(boundary: string): boolean {
  return CHANCE.test(boundary);
}

/** A form: the first value of each named field, and the files that were chosen. */
export interface Form {
  values: ReadonlyMap<string, string>;
  files: readonly Uint8Array[];
}

/**
 * Reads a form. Undefined when the body is no form of its type or has more parts than any form of ours. Of a body that was cut off, the fields before the cut.
 */
export function readForm(type: Exclude<BodyType, { kind: 'json' }>, body: Uint8Array, isWhole = true): Form | undefined {
  return type.kind === 'multipart' ? readMultipart(body, type.boundary, isWhole) : isWhole ? readUrlencoded(body) : undefined;
}

function readUrlencoded(body: Uint8Array): Form | undefined {
  const text = textOf(body);
  let parts = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) if (++parts > MAX_PARTS) return undefined;
  return { values: firstValues(new URLSearchParams(text)), files: [] };
}

function readMultipart(body: Uint8Array, boundary: string, isWhole: boolean): Form | undefined {
  const limits = { maxHeaderSize: MAX_PART_HEADER, maxFileSize: MAX_FORM, maxParts: MAX_PARTS, maxTotalSize: MAX_FORM };
  const fields: [string, string][] = [];
  const files: Uint8Array[] = [];
  try {
    for (const part of parseMultipart(body, { boundary, ...limits })) {
      const { name } = part;
      if (name === undefined) return undefined;
      if (!part.isFile) fields.push([name, textOf(part.bytes)]);
      // An input that nobody used sends a file without name and bytes.
      else if (name === FILES && (part.filename !== '' || part.size > 0)) files.push(part.bytes);
    }
  } catch {
    // The parser has errors of its own for a broken form, and TypeError for a part's header that is not UTF-8.
    if (isWhole) return undefined;
  }
  return { values: firstValues(fields), files };
}

function firstValues(fields: Iterable<[string, string]>): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of fields) if (!values.has(name)) values.set(name, value);
  return values;
}
