import { afterEach, expect, test } from 'vitest';
import { differingFiles } from '../../../src/setup/same-bytes.ts';
import { makeFolder, removeFolder } from '../../support/small-site.ts';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map(removeFolder));
});

test('two builds differ where a byte, or a whole file, does', async () => {
  folders.push(await makeFolder({ 'a.html': '1', 'b/c.html': '2', 'only-here': '' }));
  folders.push(await makeFolder({ 'a.html': '1', 'b/c.html': '3', 'only-there': '' }));
  const [one = '', two = ''] = folders;
  expect(await differingFiles(one, two)).toEqual(['b/c.html', 'only-here', 'only-there']);
  expect(await differingFiles(one, one)).toEqual([]);
});
