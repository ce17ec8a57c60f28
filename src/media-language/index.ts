export { makeChecker, type CheckedRule, type Checker, type Finding, type Level, type Lists } from './check.ts';
export { languages, type Language } from './languages.ts';
export { formatOf, readersText } from './read-text.ts';
export { categories, checkedRules, guides, lists, rules, type Category, type Rule } from './rules.ts';
