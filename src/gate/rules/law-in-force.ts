import type { Problem } from '../../records/problem.ts';
import type { World } from '../../records/world.ts';
import { lineAt, type Rule } from '../rule.ts';
import { glossaryTexts } from '../texts.ts';

export const lawInForce: Rule = {
  promise: 'No standing page and no term cites the repealed MK rules 889, and no term a law that was replaced.',
  check: (world) => [
    ...repealedInTerms(world),
    ...[...world.pages, ...world.easyRead].flatMap((entry) =>
      [...entry.body.matchAll(/(?<!\d)889(?!\d)/g)].map((match): Problem => ({
        file: entry.file,
        line: lineAt(entry, match.index),
        message: 'cites MK 889, which is repealed',
        remedy: 'cite MK rules Nr. 344 of 16.07.2019',
      })),
    ),
  ],
};

function repealedInTerms(world: World): Problem[] {
  const replaced = new Set(world.laws.flatMap(({ value }) => (value.status === 'replaced' ? [value.id] : [])));
  const cited = world.glossary.flatMap(({ value: { id, law }, file, line }) =>
    (law?.citations ?? []).flatMap((citation) =>
      citation.law !== undefined && replaced.has(citation.law)
        ? [{ file, line, field: `${id}.law`, message: `cites ${citation.law}, which was replaced`, remedy: 'cite what replaced it' }]
        : [],
    ),
  );
  const typed = glossaryTexts(world)
    .filter(({ text }) => /(?<!\d)889(?!\d)/.test(text))
    .map(({ file, line }) => ({ file, line, message: 'cites MK 889, which is repealed', remedy: 'cite MK rules Nr. 344 of 16.07.2019' }));
  return [...cited, ...typed];
}
