import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWorld } from '../../src/records/world.ts';
import { projectRoot } from '../support/planted.ts';

const MOST_BYTES = 3_000;
const folder = join(projectRoot, 'src/assets/easy-pictures');
const drawings = readdirSync(folder).map((file) => ({ file, svg: readFileSync(join(folder, file), 'utf8') }));

/** What keeps a drawing from standing in a sheet beside others, in every setting of a reader. */
function faultsOf(svg: string): string[] {
  return [
    ...(Buffer.byteLength(svg) <= MOST_BYTES ? [] : [`${Buffer.byteLength(svg)} bytes`]),
    ...(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 240 180">/.test(svg) ? [] : ['does not begin with its frame of 240 × 180']),
    ...[...svg.matchAll(/<(?:style|script|text|image|use|foreignObject)\b|\s(?:id|class|style|href)=/g)].map(([found]) => `has ${found}`),
  ];
}

describe('the rule', () => {
  const frame = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180">';
  test('finds a planted heavy drawing', () => expect(faultsOf(`${frame}${' '.repeat(MOST_BYTES)}</svg>`)).toHaveLength(1));
  test('finds a planted script and another frame', () => expect(faultsOf('<svg><script/></svg>')).toHaveLength(2));
});

test('every drawing has a record, and every record a drawing', () => {
  expect(drawings.map(({ file }) => file.replace(/\.svg$/, '')).sort()).toEqual(
    readWorld(projectRoot)
      .easyPictures.map(({ value }) => value.id)
      .sort(),
  );
});
test.each(drawings)(`$file has at most ${MOST_BYTES} bytes and stands for itself`, ({ svg }) => expect(faultsOf(svg)).toEqual([]));
