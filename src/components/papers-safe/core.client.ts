/** Loaded when somebody begins to use the safe: ciphers, the container, words of passphrases, and what cuts metadata out of pictures. */
export { isLongEnough, makePassphrase, passphraseOf } from '../../papers-safe/passphrase.ts';
export { openSafe, SafeProblem, sealDocuments } from '../../papers-safe/safe.ts';
export { stripPicture, typeOf } from '../../picture-metadata/strip.ts';
