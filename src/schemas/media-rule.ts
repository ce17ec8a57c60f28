import { z } from 'zod';
import { kebabId, localizedText } from './shared.ts';

/** content/data/media-rules.yml: the rules of the guidelines for journalists. */
export const mediaRuleSchema = z.strictObject({
  id: kebabId.describe('Anchor on the page and in the headline checker. It never changes.'),
  page: kebabId.describe('File name of the standing page that prints the rule.'),
  title: localizedText.describe('The rule in one breath.'),
  what: localizedText.describe('What to do.'),
  why: localizedText.describe('The reason.'),
  avoid: localizedText.describe('A bad example, invented.'),
  better: localizedText.describe('The same, done well; invented.'),
});
export type MediaRule = z.output<typeof mediaRuleSchema>;
