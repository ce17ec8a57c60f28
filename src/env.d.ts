declare module 'virtual:enhancement-scripts' {
  /** Address and integrity hash of each browser module. */
  const scripts: Record<import('./integrations/enhancement-scripts.ts').ScriptName, { src: string; integrity: string }>;
  export default scripts;
}

declare module 'virtual:enhancement-code/*' {
  /** The module's code, for a file that holds it. */
  const code: string;
  export default code;
}

declare module 'virtual:offer-modules' {
  /** What the script of the offer checker loads: `offerReader`, and `offerPatterns…` and `offerMore…` of each language of adverts. */
  const modules: Record<string, { src: string; integrity: string }>;
  export default modules;
}

declare module 'virtual:offer-words/*' {
  /** The offer checker's words in the language of the last part of the name. */
  const words: import('./offer-check/page-words.ts').PackedWords;
  export default words;
}

declare module 'virtual:offer-patterns/*' {
  /** What is looked for in adverts in the language of the last part of the name. */
  const patterns: import('./offer-check/index.ts').Patterns;
  export default patterns;
}

declare module 'virtual:offer-more/*' {
  /** Weights of more words of the language of the last part of the name, packed. */
  const more: string;
  export default more;
}

declare module 'virtual:offer-concepts' {
  /** What the offer checker learned of concepts, whatever the language of an advert. */
  const concepts: import('./offer-check/index.ts').Concepts;
  export default concepts;
}

declare module 'virtual:offer-questions' {
  const questions: import('./offer-check/rules.ts').QuestionText[];
  export default questions;
}

declare module 'virtual:media-rules' {
  /** The rules of the headline checker, as its browser module needs them. */
  const rules: { rules: import('./media-language/check.ts').CheckedRule[]; lists: import('./media-language/check.ts').Lists };
  export default rules;
}

declare module 'virtual:media-reasons-en' {
  const reasons: import('./components/headline/checker.ts').Reasons;
  export default reasons;
}

declare module 'virtual:media-reasons-lv' {
  const reasons: import('./components/headline/checker.ts').Reasons;
  export default reasons;
}

declare module 'virtual:media-reasons-ru' {
  const reasons: import('./components/headline/checker.ts').Reasons;
  export default reasons;
}

declare module 'virtual:media-rules-in-words' {
  type Words = { instead: string; say: string } | undefined;
  /** The rules of the headline checker, as its page prints them. */
  const words: {
    categories: readonly import('./media-language/rules.ts').Category[];
    guides: Readonly<Record<string, { page: string; anchor: string }>>;
    rules: readonly (Pick<import('./media-language/rules.ts').Rule, 'id' | 'category' | 'guide' | 'why'> & {
      lv: Words;
      en: Words;
      ru: Words;
    })[];
  };
  export default words;
}

declare module 'virtual:search-engine' {
  /** Integrity hash of pagefind/pagefind.js. */
  const engine: { integrity: string };
  export default engine;
}

declare module 'bidi-js' {
  /** The Unicode bidirectional algorithm, UAX 9. A level is even where writing runs to the right, odd where it runs to the left. */
  export default function bidiFactory(): {
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): { levels: Uint8Array };
    getMirroredCharacter(letter: string): string | null;
  };
}

declare module 'virtual:easy-read-scores' {
  /** What the linter measures in each file of content/easy-read; `score` is 0 to 100. */
  const scores: Record<string, { score: number; words: number; meanSentence: number; longWords: number; lix: number; warnings: number }>;
  export default scores;
}

declare module 'subset-font' {
  /** Cuts a font down to the letters of `text`; an axis is fixed by a number or narrowed by a range. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff2' | 'sfnt'; variationAxes?: Record<string, number | { min: number; max: number; default?: number }> },
  ): Promise<Uint8Array>;
}
