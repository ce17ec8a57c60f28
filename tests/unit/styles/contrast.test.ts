import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8');
const tokens = (text: string) =>
  new Map([...text.matchAll(/--color-([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]));
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = tokens(lightCss);
const schemes = { light, dark: new Map([...light, ...tokens(darkCss)]) };

/** WCAG 2 contrast ratio of two colours written #rrggbb. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const grounds = ['paper', 'card', 'sunk', 'peach', 'lilac', 'butter', 'sky', 'mint'];
const pairs = [
  ...grounds.flatMap((ground) => ['ink', 'ink-soft', 'primary'].map((text) => [text, ground] as const)),
  ['primary-strong', 'paper'],
  ['primary-strong', 'card'],
  ['accent', 'paper'],
  ['danger', 'paper'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-strong'],
  ['on-band', 'band'],
  ['on-strip', 'strip'],
  ['on-danger', 'danger'],
  ['on-emergency', 'emergency'],
] as const;

describe.each(Object.entries(schemes))('in the %s scheme', (_scheme, colours) => {
  const of = (name: string) => colours.get(name) ?? '';
  test.each(pairs)('text in %s on %s has at least 7:1', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(7);
  });

  test.each([
    ['edge', 'paper'],
    ['edge', 'card'],
    ['focus', 'paper'],
    ['focus', 'card'],
    ['focus', 'sunk'],
    ['primary', 'card'],
  ])('the edge %s on %s has at least 3:1', (edge, ground) => {
    expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3);
  });
});
