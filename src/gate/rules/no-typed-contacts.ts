import type { Problem } from '../../records/problem.ts';
import type { World } from '../../records/world.ts';
import { lineAt, type Rule } from '../rule.ts';
import { archiveTexts, wordsOnly } from '../texts.ts';

export const noTypedContacts: Rule = {
  promise: 'No phone number or e-mail address is typed in prose, and no withdrawn contact stands in any text.',
  check(world) {
    const { news, pages, easyRead, withdrawnContacts, ui } = world;
    const withdrawn = withdrawnContacts.flatMap(({ value }) =>
      value.kind === 'claim' ? [] : [value.value, ...(value.alsoWritten ?? [])].map(folded),
    );
    const texts = [...news, ...pages, ...easyRead, ...archiveTexts(world)];
    const inTexts = texts.flatMap((entry) => {
      const text = wordsOnly(entry.body);
      return [...text.matchAll(/\+?\d(?:[ \u00a0-]?\d){6,}|\b1(?:12|10|13|16[ \u00a0]?\d{3})\b|[\w.+-]+@[\w-]+\.[\w.]+/g)].map(
        (match): Problem => ({
          file: entry.file,
          line: lineAt(entry, match.index),
          message: `${match[0]} is typed in prose`,
          remedy: 'use <Phone id="…" /> or <Contact id="…" /> on a page; news and the archive name no contacts',
        }),
      );
    });
    const stale = [
      ...texts.map(({ file, body }) => ({ file, text: body })),
      ...Object.entries(ui).map(([locale, words]) => ({ file: `content/data/ui/${locale}.json`, text: Object.values(words).join(' ') })),
      ...shownRecords(world).map(({ file, line, value }) => ({ file, line, text: JSON.stringify(value) })),
    ].flatMap(({ text, ...place }) => {
      const own = folded(text);
      return withdrawn
        .filter((value) => own.includes(value))
        .map((value): Problem => ({
          ...place,
          message: `shows the withdrawn contact ${value}`,
          remedy: 'delete it; content/data/withdrawn-contacts.yml names the present contact',
        }));
    });
    return [...inTexts, ...stale];
  },
};

/** Records whose texts readers see. Withdrawn contacts are shown struck through, and a present one says which it `replaces`. */
function shownRecords(world: World) {
  const { contacts, countries, datasets, events, glossary, helpInLanguages, mediaRules, observances, showCards, themes } = world;
  return [
    ...contacts.map((contact) => ({ ...contact, value: { ...contact.value, replaces: [] } })),
    ...[countries, datasets, events, glossary, mediaRules, observances, showCards, themes].flat(),
    ...(helpInLanguages ? [helpInLanguages] : []),
  ];
}

/** As it could be written anywhere: without spaces and hyphens, in small letters. */
function folded(text: string): string {
  return text.replaceAll(/[\s\u00a0-]/g, '').toLowerCase();
}
