import { describe, expect, test } from 'vitest';
import { planOf } from '../../../../src/search/latvian/plan.ts';
import { buildVocabulary } from '../../../../src/search/latvian/build-vocabulary.ts';
import { lettersOf, pack, unpack } from '../../../../src/search/latvian/vocabulary.ts';
import { vocabulary } from './world.ts';

const terms = (query: string) => planOf(query, vocabulary).first.probes.map(({ term }) => term);
const surest = (query: string) => planOf(query, vocabulary).first.probes[0];

describe('one word', () => {
  test.each(['kampaņa', 'kampaņām', 'KAMPANU', 'kampanas'])('%s is searched for by its stem', (word) => {
    expect(terms(word)).toEqual(['kampan']);
  });

  test('is not searched for by a stem that begins strangers', () => {
    const courts = unpack(pack(buildVocabulary(['tiesa tiesas', ...Array<string>(20).fill('tiesības tiesību')], [])));
    const probes = planOf('tiesa', courts).first.probes;
    expect(probes.filter(({ weight }) => weight === 1).map(({ term }) => term)).toEqual(['tiesa']);
  });

  test.each([
    ['sieviete', 'sievies'],
    ['tiesnesis', 'tiesnes'],
    ['atgriezties', 'atgries'],
  ])('%s also finds forms with another consonant', (word, beginning) => {
    expect(planOf(word, vocabulary).first.preload.some((wanted) => wanted.startsWith(beginning))).toBe(true);
  });

  test('finds words of the same root with less weight', () => {
    expect(surest('vervēšana')).toMatchObject({ term: 'vervetaj', weight: 0.5 });
  });

  test('without meaning for the vocabulary is searched for as it is', () => {
    expect(terms('qwrtz')).toEqual(['qwrtz']);
  });

  test('that is not typed to its end finds its continuations', () => {
    expect(terms('reinteg')).toEqual(['reintegracij']);
    expect(planOf('reinteg', vocabulary).corrections).toEqual([]);
  });

  test('of negation is read as what it negates', () => {
    expect(terms('neizmitina')).toEqual(terms('izmitina'));
  });
});

describe('a typo', () => {
  test.each([
    ['kompensācia', 'kompensacij'],
    ['kopmensācijām', 'kompensacij'],
    ['tiesnešsiem', 'tiesnes'],
    ['dreiže', 'dreiz'],
    ['plkāts', 'plakat'],
  ])('%s is corrected', (word, beginning) => {
    const plan = planOf(word, vocabulary);
    expect(plan.first.probes.map(({ term }) => lettersOf(term))).toContainEqual(expect.stringContaining(beginning.slice(0, 5)));
  });

  test('is named with what was meant', () => {
    expect(planOf('izmitinšana', vocabulary).corrections.length + planOf('reintgrācija', vocabulary).corrections.length).toBeGreaterThan(0);
    expect(planOf('reintgrācija', vocabulary).corrections).toEqual([{ typed: 'reintgracija', meant: 'reintegracij' }]);
  });

  test('is not looked for in three letters', () => {
    expect(planOf('tio', vocabulary).corrections).toEqual([]);
  });
});

describe('several words', () => {
  test('lose their stop words', () => {
    expect(planOf('kur ir tiesa par sodu', vocabulary).words).toEqual(['tiesa', 'sodu']);
  });

  test('keep stop words when there is nothing else', () => {
    expect(planOf('par ko', vocabulary).words).toEqual(['par', 'ko']);
  });

  test('bring synonyms in the second round', () => {
    const { second } = planOf('plakāts', unpack(pack(buildVocabulary(['plakāts', 'afišas'], [['plakāts', 'afiša']]))));
    expect(second.probes).toEqual([{ term: 'afis', weight: 0.3, answers: [0] }]);
  });

  test('bring synonyms at once for a word that no page has', () => {
    expect(planOf('pusaudzis', vocabulary).first.probes).toContainEqual({ term: 'jaunies', weight: 1, answers: [0] });
  });

  test('are replaced together where a phrase is listed', () => {
    const { first, second } = planOf('krīzes telefonu', vocabulary);
    expect([...first.probes, ...second.probes].map(({ answers }) => answers)).toContainEqual([0, 1]);
  });

  test('are replaced at once where the vocabulary lacks a word of the phrase', () => {
    const own = unpack(pack(buildVocabulary(['darbs', 'nodarbinātības aģentūra'], [['darba birža', 'nodarbinātības aģentūra']])));
    expect(planOf('darba birža', own).first.probes).toContainEqual({ term: 'nodarbinatib agentur', weight: 1, answers: [0, 1] });
  });
});

describe('numbers', () => {
  test.each(['116006', '116 006'])('%s is found as the site prints it', (query) => {
    expect(terms(query)).toEqual(['116006', '"116 006"']);
  });

  test('lose the country code', () => {
    expect(terms('+371 28612120')).toEqual(['28612120']);
  });

  test('in a name are found whole and in parts', () => {
    expect(terms('2011/36/ES')).toEqual(['201136es', '2011 36 es']);
  });

  test('do not join a year', () => {
    expect(planOf('12 2017', vocabulary).words).toEqual(['12', '2017']);
  });
});

test('an empty query asks for nothing', () => {
  for (const query of ['', '   ', '—', '?!']) expect(planOf(query, vocabulary).first.probes).toEqual([]);
});

test('every probe of vocabulary words is a beginning of something that is preloaded', () => {
  for (const entry of vocabulary.words) {
    const { first } = planOf(lettersOf(entry), vocabulary);
    for (const { term } of first.probes)
      expect(
        first.preload.some((word) => word.startsWith(term)),
        `${entry}: ${term}`,
      ).toBe(true);
  }
});

test('every word of the vocabulary is read as itself', () => {
  for (const entry of vocabulary.words) {
    const { first, corrections } = planOf(lettersOf(entry), vocabulary);
    expect(corrections, entry).toEqual([]);
    expect(
      first.probes.some(({ term, weight }) => weight >= 0.6 && lettersOf(entry).startsWith(term)),
      entry,
    ).toBe(true);
  }
});
