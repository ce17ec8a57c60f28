/** Loaded when a text is in this language: what is looked for in it. */
export { default as patterns } from 'virtual:offer-patterns/en';
