import type { OldAddressRules, Redirect, SitePolicy } from './policy.ts';

const SLUG = String.raw`[\w-]+`;
const NUMBER = String.raw`\d{1,4}`;

/** The forms of the old site's addresses, as regular expressions of every dialect: JavaScript, PCRE, RE2. */
export const OLD_FORMS = {
  /** /lv/<words>/<number> */
  latvian: `^/lv/${SLUG}/(${NUMBER})/?$`,
  /** /<words>/<number> */
  bare: `^/${SLUG}/(${NUMBER})/?$`,
  /** /jaunumi/1/<Words>/<number> */
  news: `^/jaunumi/1/${SLUG}/(${NUMBER})/?$`,
  /** /lv/<words>, without a slash at the end: pages of this site have one. */
  section: `^/lv/${SLUG}$`,
} as const;

const FORMS = Object.values(OLD_FORMS).map((form) => new RegExp(form));

/** An address without the slash at its end; `/` stays. */
export function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

/** Both spellings of a listed address: with and without the slash at its end. */
export function spellings(from: string): string[] {
  return from === '/' ? [from] : [from, `${from}/`];
}

/** The first words of addresses that belong to this site: `pages` are addresses of dist/, `/lv/jaunumi/`. */
export function takenWords(pages: Iterable<string>): OldAddressRules['taken'] {
  const lv = new Set<string>();
  const root = new Set(['api', 'pagefind', 'lv', 'en', 'ru']);
  for (const [, first = '', second = ''] of [...pages].map((page) => page.split('/'))) {
    if (first !== '') root.add(first);
    if (first === 'lv' && second !== '') lv.add(second);
  }
  return { lv: [...lv].sort(), root: [...root].sort() };
}

/**
 * The number → path table out of the listed lasting redirects. Throws when two old addresses end in the same number and lead
 * to different pages, because an unknown address with that number would then have two answers.
 */
export function targetsByNumber(redirects: readonly Redirect[]): Record<string, string> {
  const targets = new Map<string, string>();
  for (const { from, to, status } of redirects) {
    if (status === 302) continue;
    const number = /\/(\d+)$/.exec(from)?.[1];
    if (number === undefined) continue;
    const other = targets.get(number);
    if (other !== undefined && other !== to) throw new Error(`${from}: number ${number} already leads to ${other}`);
    targets.set(number, to);
  }
  return Object.fromEntries([...targets].sort(([a], [b]) => Number(a) - Number(b)));
}

/** Pages that a host's rule for a known number would hide, because such rules cannot see which pages exist. */
export function hiddenPages(pages: Iterable<string>, byNumber: OldAddressRules['byNumber']): string[] {
  return [...pages].filter((page) => FORMS.some((form) => (form.exec(page)?.[1] ?? '') in byNumber));
}

function isTaken(path: string, taken: OldAddressRules['taken']): boolean {
  const [, first = '', second = ''] = path.split('/');
  return first === 'lv' ? taken.lv.includes(second) : taken.root.includes(first);
}

/** Where an address in one of the old forms leads that no line lists and no page answers; undefined for all others. */
export function oldAddressTarget(path: string, rules: OldAddressRules): Redirect | undefined {
  const match = FORMS.map((form) => form.exec(path)).find((found) => found !== null);
  if (!match || isTaken(path, rules.taken)) return undefined;
  const known = rules.byNumber[match[1] ?? ''];
  if (known !== undefined) return { from: path, to: known, status: 301 };
  return rules.page === null ? undefined : { from: path, to: rules.page, status: 302 };
}

/** A lookup over the listed redirects that takes an address with or without the slash at its end. */
export function listedTargets(policy: Pick<SitePolicy, 'redirects'>): (path: string) => Redirect | undefined {
  const byAddress = new Map(policy.redirects.map((redirect) => [redirect.from, redirect]));
  return (path) => byAddress.get(withoutSlash(path));
}
