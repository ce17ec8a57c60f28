/** Attributes of a field whose text the browser shall neither keep, correct nor send to be checked. */
export const quietField = { autocomplete: 'off', autocorrect: 'off', spellcheck: 'false', writingsuggestions: 'false' } as const;
