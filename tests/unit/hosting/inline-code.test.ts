import { describe, expect, test } from 'vitest';
import { cspHash, inlineCode } from '../../../src/hosting/inline-code.ts';

describe('reading the code inside a page', () => {
  test('hashes a style sheet as browsers do', () => {
    // printf 'body{}' | openssl dgst -sha256 -binary | base64
    expect(cspHash('body{}')).toBe("'sha256-fJgEClQWV1hGkK4qHMO0KotTsVnMYMXTq7/suurGyUo='");
  });

  test('leaves data blocks, comments and text alone', () => {
    const html =
      '<!-- <p style="x"> --><script type="application/ld+json">{"a":"<p style=1>"}</script><p title="a > style=b">onclick="x"</p>';
    expect(inlineCode(html).faults).toEqual([]);
  });

  test('takes a module with integrity', () => {
    expect(inlineCode('<script type="module" src="/a.js" integrity="sha256-x"></script>').faults).toEqual([]);
  });

  test.each(["<p style='top:0'>", '<P STYLE=top:0>', '<p\n style="">', '<img alt="a>b" style="x">'])('sees %s', (html) => {
    expect(inlineCode(html).faults).toHaveLength(1);
  });
});
