import { describe, expect, test } from 'vitest';
import { fold } from '../../../../src/search/latvian/fold.ts';
import { inflectionStem, rootOf } from '../../../../src/search/latvian/stem.ts';

const stem = (word: string) => inflectionStem(fold(word));
const root = (word: string) => rootOf(fold(word));

const paradigms: Record<string, string> = {
  upur: 'upuris upura upurim upuri upurī upuru upuriem upurus upuros',
  zurnalist: 'žurnālists žurnālista žurnālistam žurnālistu žurnālistā žurnālisti žurnālistiem žurnālistus žurnālistos',
  kampan: 'kampaņa kampaņas kampaņai kampaņu kampaņā kampaņām kampaņās',
  meiten: 'meitene meitenes meitenei meiteni meitenē meiteņu meitenēm meitenēs',
  sird: 'sirds sirdij sirdi sirdī sirdis sirdīm sirdīs',
  tirg: 'tirgus tirgum tirgu tirgū',
  drosm: 'drosme drosmes drosmju',
  viet: 'vieta vietas vietai vietu vietā vietām vietās',
  izmekletaj: 'izmeklētājs izmeklētāja izmeklētājiem izmeklētājos',
  seksual: 'seksuāls seksuāla seksuālais seksuālā seksuālajam seksuālajai seksuālo seksuālie seksuālajiem seksuālajos seksuālajās',
};

describe.each(Object.entries(paradigms))('forms of %s', (expected, forms) => {
  test.each(forms.split(' '))('%s has the stem', (form) => {
    expect(stem(form)).toBe(expected);
  });
});

const families: Record<string, string> = {
  verv: 'vervēt vervēja vervēšana vervēšanas vervētājs vervētāju vervējot vervējamās',
  organiz: 'organizēt organizācija organizators organizēšana organizēja',
  zvan: 'zvanīt zvanu zvans zvanīšana zvanīja zvanot',
  aprakst: 'aprakstīt apraksts aprakstošākajos aprakstīšana',
  sazin: 'sazināt sazināties sazinājušajos saziņa',
  darb: 'darbs darbība darbinieks darbiniekiem',
  cel: 'ceļot ceļojums ceļotājs ceļošana ceļo',
  izmit: 'izmitināt izmitināšana izmitina',
};

describe.each(Object.entries(families))('family of %s', (expected, words) => {
  test.each(words.split(' '))('%s has the root', (word) => {
    expect(root(word)).toBe(expected);
  });
});

test.each([
  ['sieviete', 'siev'],
  ['process', 'proc'],
  ['tiesnesis', 'ties'],
])('%s keeps the end of its root', (word, wrong) => {
  expect(root(word)).not.toBe(wrong);
});

test('a stem and a root are beginnings of the word and never empty', () => {
  const letters = 'abcdefghijklmnoprstuvz';
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 5000; round += 1) {
    const word = Array.from({ length: 1 + next(14) }, () => letters[next(letters.length)]).join('');
    const short = inflectionStem(word);
    expect(word.startsWith(short) && short.startsWith(rootOf(word)) && rootOf(word) !== '', word).toBe(true);
  }
});
