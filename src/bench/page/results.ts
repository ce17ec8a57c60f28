import type { Bar } from '../bars.ts';
import { median, table } from '../table.ts';
import type { Visit } from './slow-phone.ts';

export interface Measured extends Visit {
  name: string;
}

/** DONE.md, "Every built page"; bytes as sent, time in milliseconds. */
const FIRST_PAINT_LIMIT = 2300;
const DOCUMENT_LIMIT = 14_600;
const VISIT_LIMIT = 60_000;
const REQUESTS_LIMIT = 6;

/** The middle of each figure by itself. */
export function medianVisit(visits: readonly Visit[]): Visit {
  const middle = (key: keyof Visit) => median(visits.map((visit) => visit[key]));
  return {
    requests: middle('requests'),
    bytes: middle('bytes'),
    documentBytes: middle('documentBytes'),
    headerBytes: middle('headerBytes'),
    firstPaint: middle('firstPaint'),
    layoutShift: middle('layoutShift'),
  };
}

export function printVisits(pages: readonly Measured[]): void {
  const rows = pages.map(({ name, requests, documentBytes, headerBytes, bytes, firstPaint, layoutShift }) => [
    name,
    String(requests),
    documentBytes.toLocaleString('en-GB'),
    headerBytes.toLocaleString('en-GB'),
    bytes.toLocaleString('en-GB'),
    (firstPaint / 1000).toFixed(2),
    Number(layoutShift.toFixed(4)).toString(),
  ]);
  console.log(table(['page', 'requests', 'HTML+CSS bytes', 'their headers', 'all bytes', 'first paint s', 'CLS'], rows));
}

/** One bar for each rule, measured on the worst page; the pages that miss it are named. */
export function pageBars(pages: readonly Measured[]): Bar[] {
  const worst = (rule: string, key: keyof Visit, limit: number, unit: string): Bar => {
    const missing = pages.filter((page) => !(page[key] <= limit)).map(({ name }) => name);
    return {
      what: missing.length > 0 ? `${rule}, missed by ${missing.join(', ')}` : rule,
      measured: Math.max(...pages.map((page) => page[key])),
      limit,
      unit,
    };
  };
  return [
    worst('first paint', 'firstPaint', FIRST_PAINT_LIMIT, ' ms'),
    worst('HTML and CSS', 'documentBytes', DOCUMENT_LIMIT, ' bytes'),
    worst('whole first visit', 'bytes', VISIT_LIMIT, ' bytes'),
    worst('requests', 'requests', REQUESTS_LIMIT, ''),
    worst('layout shift', 'layoutShift', 0, ''),
  ];
}
