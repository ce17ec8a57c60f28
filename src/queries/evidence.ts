import { formatNumber, quotationMarks } from '~/i18n/format.ts';
import type { Locale } from '~/i18n/locales.ts';
import type { Evidence } from '~/markdown/render-news.ts';
import { indexed, world } from './world.ts';

export const figure = indexed('seeds/facts/figures-*.yml', () => world().figures);
const quotedName = indexed('seeds/facts/names-*.yml', () => world().names);
export const source = indexed('seeds/sources.yml', () => world().sources);

/** What `:fact[id]` and `:name[id]` print in one language. */
export function evidenceIn(locale: Locale): Evidence {
  const [open, close] = quotationMarks(locale);
  return {
    fact(id) {
      const { value } = figure(id);
      return { text: formatNumber(value, locale), value: String(value) };
    },
    name(id) {
      const { name, language } = quotedName(id);
      return { text: name, open, close, ...(language === locale ? {} : { lang: language }) };
    },
  };
}

/** Ids of all figures that a Markdown text shows, in order, each once. */
export function figuresIn(body: string): string[] {
  return [...new Set([...body.matchAll(/:fact\[([^\]]+)\]|<Fact id="([^"]+)"/g)].flatMap(([, a, b]) => a ?? b ?? []))];
}
