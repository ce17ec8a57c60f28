export { checker, languageOf } from './checker.ts';
export { default as reasons } from 'virtual:media-reasons-en';
