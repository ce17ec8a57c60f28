/** Loaded when somebody is about to paste a text: what is looked for in it, and how. */
export { forgetWords, makeTextReader } from '../../offer-check/index.ts';
export { default as patterns } from 'virtual:offer-patterns';
