import { beforeAll, describe, expect, test } from 'vitest';
import { currentKeys } from '../../../../src/reports/keys/current.ts';
import { developmentEpochs } from '../../../../src/reports/keys/development.ts';
import { fingerprint } from '../../../../src/reports/keys/fingerprint.ts';
import { bakedEpochs, checkLasting, type OrganisationKeys, signedPart, verifiedEpochs } from '../../../../src/reports/keys/recipients.ts';
import { inventOrganisation } from '../../../support/reports/organisation.ts';

let one: OrganisationKeys;
let two: OrganisationKeys;

beforeAll(async () => {
  one = await inventOrganisation('one', '2026-11');
  two = await inventOrganisation('two', '2026-11');
});

describe('the list of recipients', () => {
  test('gives an epoch a month with a key of every organisation', async () => {
    const epochs = await verifiedEpochs({ organisations: [one, two] });
    expect(epochs).toHaveLength(12);
    expect(epochs[0]).toMatchObject({ name: '2026-11', from: '2026-11-01', to: '2026-11-30' });
    expect(epochs.every(({ recipients }) => recipients.length === 2)).toBe(true);
  });

  test.each([
    ['one organisation alone', () => [one], 'Add another'],
    [
      'a changed key',
      () => [{ ...one, keys: [...one.keys.slice(0, -1), { ...one.keys[11], age: two.keys[0]?.age }] as never }, two],
      'signature of one',
    ],
    ['a signature of somebody else', () => [one, { ...two, signature: one.signature }], 'signature of two'],
    ['an identity that is none', () => [one, { ...two, identity: 'AAAA' }], 'signature of two'],
    ['words instead of a key', () => [{ ...one, keys: [{ epoch: '2026-11', age: 'age1x' }] }, two], 'no age recipient'],
    ['a month left out', () => [{ ...one, keys: one.keys.filter((_, index) => index !== 3) }, two], 'not in a row'],
    ['an organisation twice', () => [one, one], 'stands there twice'],
  ])('is refused with %s', async (_, organisations, words) => {
    await expect(verifiedEpochs({ organisations: organisations() })).rejects.toThrow(words);
  });

  test('is refused with months that differ', async () => {
    const other = await inventOrganisation('other', '2026-12');
    await expect(verifiedEpochs({ organisations: [one, other] })).rejects.toThrow('other has keys for other months');
  });

  test('is refused with a development key, whatever it is called', async () => {
    const [epoch] = await developmentEpochs('2027-02-01');
    const keys = [{ epoch: epoch?.name ?? '', age: epoch?.recipients[0] ?? '' }];
    await expect(verifiedEpochs({ organisations: [{ ...one, keys }, two] })).rejects.toThrow('development key');
  });

  test('signs the name of its organisation too', () => {
    const none = { keys: [], replies: [] };
    expect(signedPart({ org: 'a', ...none })).not.toEqual(signedPart({ org: 'b', ...none }));
  });
});

describe('a build', () => {
  test('is refused thirty days before its keys run out, and before they begin', async () => {
    const epochs = await verifiedEpochs({ organisations: [one, two] });
    expect(() => checkLasting(epochs, '2026-11-01')).not.toThrow();
    expect(() => checkLasting(epochs, '2027-10-01')).not.toThrow();
    expect(() => checkLasting(epochs, '2027-10-02')).toThrow('last until 2027-10-31');
    expect(() => checkLasting(epochs, '2026-10-31')).toThrow('Ask every organisation');
    expect(() => checkLasting([], '2026-11-01')).toThrow('no day');
  });

  test('carries the keys of its month and the two after it', async () => {
    const epochs = await verifiedEpochs({ organisations: [one, two] });
    expect(bakedEpochs(epochs, '2026-12-31').map(({ name }) => name)).toEqual(['2026-12', '2027-01', '2027-02']);
  });

  test('goes on over a year of months when new keys are added in time', async () => {
    const [later, latest] = await Promise.all([inventOrganisation('one', '2027-10'), inventOrganisation('two', '2027-10')]);
    for (const [day, list] of [
      ['2027-09-30', [one, two]],
      ['2027-10-01', [later, latest]],
      ['2028-08-30', [later, latest]],
    ] as const) {
      const { epochs, isDevelopment } = await currentKeys(day, { organisations: list });
      expect(isDevelopment).toBe(false);
      expect(bakedEpochs(epochs, day)[0]?.name).toBe(day.slice(0, 7));
    }
    await expect(currentKeys('2028-10-31', { organisations: [later, latest] })).rejects.toThrow('the keys last until');
  });

  test('without anybody in the list has development keys for every month', async () => {
    const { epochs, isDevelopment } = await currentKeys('2026-11-21', { organisations: [] });
    expect(isDevelopment).toBe(true);
    expect(bakedEpochs(epochs, '2026-11-21').map(({ name }) => name)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(await developmentEpochs('2026-11-21')).toEqual(epochs);
  });
});

test('a fingerprint is six groups of four digits and never changes', async () => {
  const key = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
  expect(await fingerprint(key)).toMatchInlineSnapshot(`"1011 · 8399 · 4927 · 1221 · 4918 · 9108"`);
});
