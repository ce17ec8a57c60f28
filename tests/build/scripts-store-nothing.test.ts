import { describe, expect, test } from 'vitest';
import { distFiles, textFile } from '../support/built-site/dist.ts';

/** Names by which a browser keeps something about its user, or sends it away unasked. */
const BARRED =
  /\b(?:cookie|cookieStore|localStorage|sessionStorage|indexedDB|openDatabase|caches|CacheStorage|serviceWorker|sendBeacon|requestFileSystem|getDirectory|BroadcastChannel|SharedWorker|toDataURL|getImageData|RTCPeerConnection|EventSource|WebSocket)\b/g;

function faults(code: string): string[] {
  return [...new Set(code.match(BARRED) ?? [])];
}

const scripts = distFiles.filter((file) => /\.m?js$/.test(file));

describe('the rule', () => {
  test.each([
    'document.cookie="a"',
    'window["localStorage"].a',
    'navigator.serviceWorker.register("/a.js")',
    'indexedDB.open("a")',
    'caches.open("a")',
  ])('finds planted %s', (code) => {
    expect(faults(code)).toHaveLength(1);
  });
  test('has scripts to look at', () => expect(scripts.length).toBeGreaterThan(0));
});

test.each(scripts)('%s keeps nothing in the browser', (file) => expect(faults(textFile(file))).toEqual([]));
