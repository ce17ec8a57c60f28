/** Loaded when somebody is about to paste a text: how it is read. */
export { forgetWords, languagesOf, makeTextReader } from '../../offer-check/index.ts';
export { default as concepts } from 'virtual:offer-concepts';
