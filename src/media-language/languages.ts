/** Languages that texts may have. */
export const languages = ['lv', 'en', 'ru'] as const;
export type Language = (typeof languages)[number];

/**
 * What may follow a stem written with `~`: endings of nouns, adjectives and participles (lv, ru), of nouns and verbs (en).
 * A consonant that changes (upuris, upura) is written into the pattern.
 */
export const endings: Readonly<Record<Language, ReadonlySet<string>>> = {
  lv: setOf(`a ai ais ajai ajam ajā ajām ajās ajiem ajos ais am as e ei em es i ie iem im is ja jai jam jas ji jiem jos jā jām jās ju
    o os s š u um us ā ām ās ē ēm ēs ī īm īs ū ūm ūs ība ības ību ībai ībā šana šanas šanu šanai šanā āk āka ākas ākā`),
  ru: setOf(`а я ы и у ю е о ь й ой ей ою ею ом ем ов ев ам ям ами ями ах ях ый ий ая яя ое ее ые ие ого его ому ему ым им ых их ыми ими
    ую юю ью ия ии ию ией ием иям иями иях ий ка ки ку ке кой кам ками ках ок ек`),
  en: setOf(`s es 's s' d ed ing er ers ly`),
};

function setOf(text: string): ReadonlySet<string> {
  return new Set(['', ...text.split(/\s+/)]);
}

const commonWords: Readonly<Record<'lv' | 'en', RegExp>> = {
  lv: /(?<!\p{L})(?:un|ir|bija|par|ar|uz|no|pie|kas|ka|ko|tika|nav|viņa|gada)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|in|to|is|was|a|an|for|on|with|by|she|he)(?!\p{L})/giu,
};

/** The language of a text: Cyrillic letters are Russian, Latvian ones Latvian; without either the small words tell, and a draw goes to `fallback`. */
export function languageOf(text: string, fallback: Language = 'en'): Language {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu)) return 'ru';
  if (/[āčēģīķļņšūž]/i.test(text)) return 'lv';
  const [latvian, english] = [count(commonWords.lv), count(commonWords.en)];
  return latvian === english ? fallback : latvian > english ? 'lv' : 'en';
}
