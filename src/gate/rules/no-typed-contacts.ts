import type { Problem } from '../../records/problem.ts';
import { lineAt, type Rule } from '../rule.ts';
import { wordsOnly } from '../texts.ts';

export const noTypedContacts: Rule = {
  promise: 'No phone number or e-mail address is typed in prose, and no withdrawn contact stands in any text.',
  check({ news, pages, easyRead, withdrawnContacts, ui }) {
    const withdrawn = withdrawnContacts.flatMap(({ value }) =>
      value.kind === 'claim'
        ? []
        : [value.value, ...(value.alsoWritten ?? [])].map((text) => text.replaceAll(/[\s\u00a0-]/g, '').toLowerCase()),
    );
    const inTexts = [...news, ...pages, ...easyRead].flatMap((entry) => {
      const text = wordsOnly(entry.body);
      return [...text.matchAll(/\+?\d(?:[ \u00a0-]?\d){6,}|\b1(?:12|10|13|16[ \u00a0]?\d{3})\b|[\w.+-]+@[\w-]+\.[\w.]+/g)].map(
        (match): Problem => ({
          file: entry.file,
          line: lineAt(entry, match.index),
          message: `${match[0]} is typed in prose`,
          remedy: 'use <Phone id="…" /> or <Contact id="…" /> on a page; news name no contacts',
        }),
      );
    });
    const stale = [
      ...[...news, ...pages, ...easyRead].map(({ file, body }) => ({ file, text: body })),
      ...Object.entries(ui).map(([locale, words]) => ({ file: `content/data/ui/${locale}.json`, text: Object.values(words).join(' ') })),
    ].flatMap(({ file, text }) => {
      const folded = text.replaceAll(/[\s\u00a0-]/g, '').toLowerCase();
      return withdrawn
        .filter((value) => folded.includes(value))
        .map((value): Problem => ({
          file,
          message: `shows the withdrawn contact ${value}`,
          remedy: 'delete it; content/data/withdrawn-contacts.yml names the present contact',
        }));
    });
    return [...inTexts, ...stale];
  },
};
