export { buildVocabulary } from './build-vocabulary.ts';
export { asWritten, CutText, excerptOf, markedText, markerOf, type Excerpt, type Marker, type Part } from './excerpt.ts';
export { fold } from './fold.ts';
export { ranking, searchLatvian } from './search.ts';
export { pack, unpack, type PackedVocabulary, type Vocabulary } from './vocabulary.ts';
