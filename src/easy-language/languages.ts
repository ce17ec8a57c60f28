/** What can be measured in each language. Latvian has all rules; English and Russian those that need no grammar. */
export const languages = ['lv', 'en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** Numbers of the rules: words a sentence, letters a word, reading index. */
export interface Limits {
  sentenceWarning: number;
  sentenceError: number;
  meanSentence: number;
  wordWarning: number;
  wordError: number;
  lix: number;
}

/**
 * Sentences: best at most 10 words, above 15 hard (Department of Health 2009; Netzwerk Leichte Sprache); mean from the site's own bar.
 * Letters and LIX: own. Latvian measured on texts written for the purpose (28–30) and official ones (60–93); Russian and English are
 * set by comparison and have not been measured on a corpus.
 */
export const limits: Readonly<Record<Language, Limits>> = {
  lv: { sentenceWarning: 10, sentenceError: 15, meanSentence: 8, wordWarning: 14, wordError: 17, lix: 32 },
  en: { sentenceWarning: 10, sentenceError: 15, meanSentence: 9, wordWarning: 11, wordError: 15, lix: 30 },
  ru: { sentenceWarning: 10, sentenceError: 15, meanSentence: 8, wordWarning: 14, wordError: 18, lix: 38 },
};

/** The language by a folder of the path (`…/ru/…`), else by the letters of the text. */
export function languageOf(file: string, text: string): Language {
  const folder = languages.find((language) => file.split(/[\\/]/).slice(0, -1).includes(language));
  if (folder) return folder;
  const lettersOf = (script: RegExp) => text.match(script)?.length ?? 0;
  if (lettersOf(/\p{Script=Cyrillic}/gu) > lettersOf(/\p{Script=Latin}/gu)) return 'ru';
  return /[āčēģīķļņšūž]/i.test(text) ? 'lv' : 'en';
}
