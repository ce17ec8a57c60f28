export { lint, type Finding, type LintOptions, type Report } from './lint.ts';
export type { Language } from './languages.ts';
export { rules, sources, type Rule } from './rules.ts';
