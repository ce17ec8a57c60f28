import { describe, expect, test } from 'vitest';
import { oldAddressTarget, takenWords } from '../../../src/hosting/old-addresses.ts';

const rules = {
  byNumber: { '65': '/lv/jaunumi/2015/konference/', '190': '/lv/jaunumi/2018/celot-drosi/' },
  page: '/lv/veca-adrese/',
  taken: takenWords(['/lv/', '/lv/jaunumi/', '/lv/jaunumi/2018/celot-drosi/', '/en/', '/assets/x.js', '/robots.txt']),
};
const leadsTo = (path: string) => oldAddressTarget(path, rules);

describe('an old address that no line lists', () => {
  test.each(['/lv/cits-nosaukums/190', '/lv/cits-nosaukums/190/', '/cits-nosaukums/190', '/jaunumi/1/Cits-Nosaukums/190'])(
    'leads to the page of its number: %s',
    (path) => expect(leadsTo(path)).toMatchObject({ to: '/lv/jaunumi/2018/celot-drosi/', status: 301 }),
  );

  test.each(['/lv/cits-nosaukums/999', '/cits/7', '/jaunumi/1/Cits/12', '/lv/par-mums'])(
    'leads for now to the page about old addresses when nobody knows it: %s',
    (path) => expect(leadsTo(path)).toMatchObject({ to: '/lv/veca-adrese/', status: 302 }),
  );

  test.each(['/lv/jaunumi/190', '/lv/jaunumi', '/en/190', '/assets/190', '/api/190', '/lv/x/12345', '/lv/par-mums/', '/lv/a.b'])(
    'is not taken for one when it belongs to this site or has another form: %s',
    (path) => expect(leadsTo(path)).toBeUndefined(),
  );

  test('is missing when there is no page about old addresses', () => {
    expect(oldAddressTarget('/lv/par-mums', { ...rules, page: null })).toBeUndefined();
  });
});
