/** Loaded when somebody begins to use the safe: ciphers, the container, words of passphrases, and what cuts metadata out of pictures. */
export { bytesOf, fileOf } from '../../papers-safe/file-bytes.ts';
export { makePause } from '../../papers-safe/pacing.ts';
export { isLongEnough, makePassphrase, passphraseOf } from '../../papers-safe/passphrase.ts';
export { openSafe, SafeProblem, sealDocuments } from '../../papers-safe/safe.ts';
export { stripPicture, typeOf } from '../../picture-metadata/strip.ts';
