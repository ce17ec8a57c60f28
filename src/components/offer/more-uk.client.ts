/** Loaded when a text is in this language, besides what is looked for in it: weights of more words, without which it can be read too. */
export { default as more } from 'virtual:offer-more/uk';
