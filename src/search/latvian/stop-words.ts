import { fold } from './fold.ts';

/** Words that say nothing about the subject of a page: particles, pronouns, question words, forms of "to be". */
const list = `
  un vai bet ka kā kad kur kurp kas ko kam kāda kāds kādi kādas kādu kāpēc kura kurš kuri kuras kuru kurā cik
  ja jo lai arī tad te tur šeit tikai jau vēl nav ir būt bija būs esmu esi esam esat būtu tiek tika tiks tikt
  es tu viņš viņa mēs jūs viņi viņas man tev mums jums viņam viņai mani tevi mūs jūs sev sevi
  savs sava savu savā savi savas savus savos mans mana manu manā manas manus manos
  tas tā tie tās to tam tai tos tajā tajās tajos šis šī šie šo šīs šajā šos šim
  par pie no uz ar bez pēc pirms līdz pret pa ap starp caur dēļ kopš ārpus
  ne nē jā vajag var varu varētu gribu grib drīkst lūdzu
  nr numur numurs numura gada gadā
`;

export const stopWords: ReadonlySet<string> = new Set(fold(list).trim().split(/\s+/));
