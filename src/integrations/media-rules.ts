import type { Plugin } from 'vite';
import { categories, checkedRules, guides, languages, lists, rules } from '../media-language/index.ts';

/** What each module hands out: the checker's part for the browser, the reasons in each language, and what the page prints. */
const modules: Record<string, () => unknown> = {
  'virtual:media-rules': () => ({ rules: checkedRules(), lists }),
  ...Object.fromEntries(
    languages.map((language) => [
      `virtual:media-reasons-${language}`,
      () => Object.fromEntries(rules.map(({ id, why, guide }) => [id, { why: why[language], guide }])),
    ]),
  ),
  'virtual:media-rules-in-words': () => ({
    categories,
    guides,
    rules: rules.map(({ id, category, guide, why, lv, en, ru }) => ({
      id,
      category,
      guide,
      why,
      lv: shown(lv),
      en: shown(en),
      ru: shown(ru),
    })),
  }),
};

function shown(search: { instead: string; say: string } | undefined) {
  return search && { instead: search.instead, say: search.say };
}

/** The rules of the headline checker as modules: neither a browser nor the bundled pages can read the library's files. */
export function mediaRules(): Plugin {
  return {
    name: 'media-rules',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => {
      const hand = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
      return hand && `export default ${JSON.stringify(hand())};`;
    },
  };
}
