import { buildVocabulary, pack, unpack, type Vocabulary } from '../../../../src/search/latvian/index.ts';

/** Invented pages, enough for every kind of reading. */
export const texts = [
  'Kampaņa skolās. Jaunieši mācās pazīt vervētājus, kuri sola darbu ārzemēs. Zvaniet pa tālruni 116 006.',
  'Tiesnesis un tiesneši: mācības tiesnešiem. Tiesa lemj par sodu. Tiesas nolēmums par cilvēku tirdzniecību.',
  'Cilvēku tirdzniecības upuri saņem palīdzību; palīdzības tālrunis 28612120. Sievietes un sieviešu tiesības.',
  'Kampaņas rezultāti: plakāti, buklets, filma. Direktīva 2011/36/ES. Brigita Dreize un Iveta Sokola-Sokolova.',
  'Izmitināšana krīzes centrā. Upura kompensācija, kompensācijas apmērs. Atgriešanās mājās un reintegrācija.',
];

export const synonyms = [
  ['jaunietis', 'pusaudzis'],
  ['palīdzības tālrunis', 'krīzes telefons'],
  ['plakāts', 'afiša'],
];

export const vocabulary: Vocabulary = unpack(pack(buildVocabulary(texts, synonyms)));
