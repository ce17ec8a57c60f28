declare module 'virtual:enhancement-scripts' {
  /** Address and integrity hash of each browser module. */
  const scripts: Record<
    'contactCard' | 'easy' | 'exit' | 'openNow' | 'ownContact' | 'report' | 'reportSeal' | 'search' | 'today',
    { src: string; integrity: string }
  >;
  export default scripts;
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
