import type { Problem } from '../../records/problem.ts';
import { lineAt, type Rule } from '../rule.ts';

export const lawInForce: Rule = {
  promise: 'No standing page cites the repealed MK rules 889.',
  check: ({ pages, easyRead }) =>
    [...pages, ...easyRead].flatMap((entry) =>
      [...entry.body.matchAll(/(?<!\d)889(?!\d)/g)].map((match): Problem => ({
        file: entry.file,
        line: lineAt(entry, match.index),
        message: 'cites MK 889, which is repealed',
        remedy: 'cite MK rules Nr. 344 of 16.07.2019',
      })),
    ),
};
