export { buildVocabulary } from './build-vocabulary.ts';
export { asWritten, excerptOf, markedText, markerOf, type Excerpt, type Marker, type Part } from './excerpt.ts';
export { fold } from './fold.ts';
export { planOf, type Correction, type Plan } from './plan.ts';
export { ranking, searchLatvian, type Answer, type SearchEngine } from './search.ts';
export { inflectionStem, rootOf } from './stem.ts';
export { pack, unpack, type PackedVocabulary, type Vocabulary } from './vocabulary.ts';
