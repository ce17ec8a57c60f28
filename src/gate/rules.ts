import type { Rule } from './rule.ts';
import { contacts } from './rules/contacts.ts';
import { coverage } from './rules/coverage.ts';
import { datasets } from './rules/datasets.ts';
import { dates } from './rules/dates.ts';
import { easyLanguage } from './rules/easy-language.ts';
import { easyPictures } from './rules/easy-pictures.ts';
import { figuresTraceable } from './rules/figures-traceable.ts';
import { glossary } from './rules/glossary.ts';
import { idsUnique } from './rules/ids-unique.ts';
import { interfaceWords } from './rules/interface-words.ts';
import { languages } from './rules/languages.ts';
import { lawInForce } from './rules/law-in-force.ts';
import { mediaLanguage } from './rules/media-language.ts';
import { noTypedContacts } from './rules/no-typed-contacts.ts';
import { notCopied } from './rules/not-copied.ts';
import { references } from './rules/references.ts';
import { spelling } from './rules/spelling.ts';

/** Every promise about the content, in the order in which an editor would mend breaches. */
export const rules: readonly Rule[] = [
  idsUnique,
  references,
  glossary,
  dates,
  languages,
  interfaceWords,
  figuresTraceable,
  noTypedContacts,
  contacts,
  lawInForce,
  coverage,
  datasets,
  notCopied,
  easyLanguage,
  easyPictures,
  mediaLanguage,
  spelling,
];
