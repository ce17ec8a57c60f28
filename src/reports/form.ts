import { parseMultipart } from '@remix-run/multipart-parser';
import { textOf } from './message/bytes.ts';

/** Bytes of a form that comes without script. */
export const MAX_FORM = 4 * 1_024 * 1_024;
const MAX_PARTS = 40;
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

/**
 * The first value of each named field; files are left out. Undefined when the body is no form of its type or has more parts than any form of ours.
 */
export function readForm(type: Exclude<BodyType, { kind: 'json' }>, body: Uint8Array): ReadonlyMap<string, string> | undefined {
  return type.kind === 'multipart' ? readMultipart(body, type.boundary) : readUrlencoded(body);
}

function readUrlencoded(body: Uint8Array): ReadonlyMap<string, string> | undefined {
  const text = textOf(body);
  let parts = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) if (++parts > MAX_PARTS) return undefined;
  return firstValues(new URLSearchParams(text));
}

function readMultipart(body: Uint8Array, boundary: string): ReadonlyMap<string, string> | undefined {
  const limits = { maxHeaderSize: MAX_PART_HEADER, maxFileSize: MAX_FORM, maxParts: MAX_PARTS, maxTotalSize: MAX_FORM };
  const fields: [string, string][] = [];
  try {
    for (const part of parseMultipart(body, { boundary, ...limits })) {
      const { name } = part;
      if (name === undefined) return undefined;
      if (!part.isFile) fields.push([name, textOf(part.bytes)]);
    }
  } catch {
    // The parser has errors of its own for a broken form, and TypeError for a part's header that is not UTF-8.
    return undefined;
  }
  return firstValues(fields);
}

function firstValues(fields: Iterable<[string, string]>): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of fields) if (!values.has(name)) values.set(name, value);
  return values;
}
