import { locales } from '~/i18n/locales.ts';
import { siteOrigin } from '~/records/site-origin.ts';
import { glossaryParts } from '~/schemas/glossary.ts';
import { term as termOf, termPath, termsOf } from './glossary.ts';

/** The downloads; each holds all languages. */
export const glossaryFiles = [
  { name: 'csv', href: '/glosarijs.csv' },
  { name: 'json', href: '/glosarijs.json' },
  { name: 'tbx', href: '/glosarijs.tbx' },
] as const;

const licence = 'https://creativecommons.org/licenses/by/4.0/';

/** A term as the files hold it. */
function entries() {
  return glossaryParts.flatMap((part) =>
    termsOf(part, 'lv').map((term) => ({
      id: term.id,
      part,
      languages: locales.map((locale) => ({
        language: locale,
        term: term.term[locale],
        also: term.also?.[locale] ?? [],
        url: siteOrigin() + termPath(term, locale),
        law: term.law?.[locale] ?? '',
        citations: term.law?.citations.map(({ cite }) => cite[locale]) ?? [],
        plain: term.plain[locale],
        easy: term.easy[locale].replaceAll('**', ''),
        say: term.say?.[locale] ?? '',
        avoid: term.avoid?.map(({ words, why }) => ({ words: words[locale], why: why[locale] })) ?? [],
      })),
      seeAlso: term.seeAlso,
    })),
  );
}

export function glossaryJson(): string {
  return `${JSON.stringify({ licence, terms: entries() }, null, 1)}\n`;
}

const columns = ['term', 'also', 'law', 'citations', 'plain', 'easy', 'say', 'avoid', 'url'] as const;

/** RFC 4180 with a byte order mark, because spreadsheets guess wrong without it. */
export function glossaryCsv(): string {
  const head = ['id', 'part', ...locales.flatMap((locale) => columns.map((column) => `${column}_${locale}`))];
  const rows = entries().map(({ id, part, languages }) => [
    id,
    part,
    ...languages.flatMap((one) =>
      columns.map((column) => (column === 'avoid' ? one.avoid.map(({ words }) => words).join('; ') : [one[column]].flat().join('; '))),
    ),
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** TBX-Basic in the DCA style (ISO 30042:2019): a concept with one section a language; the plain level is its definition. */
export function glossaryTbx(title: string): string {
  const concepts = entries().map(({ id, part, languages, seeAlso }) => {
    const sections = languages.map(({ language, term, also, plain, avoid }) => {
      const named = [
        termSection(term, 'preferredTerm-admn-sts'),
        ...also.map((name) => termSection(name, 'admittedTerm-admn-sts')),
        ...avoid.map(({ words }) => termSection(words, 'deprecatedTerm-admn-sts')),
      ];
      return `<langSec xml:lang="${language}"><descripGrp><descrip type="definition">${xml(plain)}</descrip></descripGrp>${named.join('')}</langSec>`;
    });
    const references = seeAlso.map((other) => `<ref type="crossReference" target="${other}">${xml(termOf(other).term.lv)}</ref>`);
    return `<conceptEntry id="${id}"><descrip type="subjectField">${part}</descrip>${references.join('')}${sections.join('')}</conceptEntry>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tbx style="dca" type="TBX-Basic" xml:lang="lv" xmlns="urn:iso:std:iso:30042:ed-2">',
    `<tbxHeader><fileDesc><titleStmt><title>${xml(title)}</title></titleStmt><sourceDesc><p>${siteOrigin()}, ${licence}</p></sourceDesc></fileDesc></tbxHeader>`,
    '<text><body>',
    ...concepts,
    '</body></text>',
    '</tbx>',
    '',
  ].join('\n');
}

function termSection(term: string, status: string): string {
  return `<termSec><term>${xml(term)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
