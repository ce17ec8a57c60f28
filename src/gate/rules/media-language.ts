import { checkedRules, guides, lists, makeChecker, readersText, type Checker, type Language } from '../../media-language/index.ts';
import type { Problem } from '../../records/problem.ts';
import { readText } from '../../records/read-files.ts';
import type { World } from '../../records/world.ts';
import type { KeptWords } from '../../schemas/media-language.ts';
import { remembering } from '../remember.ts';
import type { Rule } from '../rule.ts';
import { archiveTexts, localizedTexts } from '../texts.ts';

const register = 'content/data/media-language.yml';

export const mediaLanguage: Rule = {
  promise: 'Our own texts pass the headline checker; what stays has its reason in content/data/media-language.yml.',
  check(world) {
    const hits = hitsIn(world);
    const faults = hits.filter((hit) => !world.keptWords.some(({ value }) => isKept(hit, value)));
    return [
      ...faults.map(({ file, line, rule, excerpt, say }): Problem => ({
        file,
        line,
        message: `${rule}: „${excerpt}”`,
        remedy: `write: ${say}; a quoted title or an example gets its reason in ${register}`,
      })),
      ...unused(world, hits),
      ...lostGuides(world),
    ];
  },
};

interface Hit {
  file: string;
  line: number;
  rule: string;
  excerpt: string;
  say: string;
}

function isKept({ file, rule }: Hit, kept: KeptWords): boolean {
  return (kept.rules === 'all' || kept.rules.includes(rule)) && matches(kept.file, file);
}

/** Rules that look at a whole text are left out: the help strip with its telephones is on every page. */
let checker: Checker | undefined;
const findingsOf = remembering<ReturnType<Checker['check']>['findings']>();

function hitsIn(world: World): Hit[] {
  checker ??= makeChecker(
    checkedRules().filter(({ wholeText }) => wholeText === undefined),
    lists,
  );
  const { check } = checker;
  const found = (file: string, line: number, text: string, locale: Language): Hit[] =>
    findingsOf(locale, text, () => check(text, locale).findings).map(({ rule, start, end, say }) => ({
      file,
      line: line + (text.slice(0, start).match(/\n/g)?.length ?? 0),
      rule,
      excerpt: text.slice(start, end).replaceAll(/\s+/g, ' '),
      say,
    }));
  const entries = [...world.news, ...world.pages, ...world.easyRead, ...archiveTexts(world)];
  return [
    ...entries.flatMap(({ file, locale }) => found(file, 1, readersText(readText(world.root, file), 'markdown'), locale)),
    ...localizedTexts(world).flatMap(({ file, line, locale, text }) => found(file, line, text, locale)),
  ];
}

/** Whether a path below content/ is meant; interface words are told with their key: `content/data/ui/lv.json (key)`. */
function matches(pattern: string, file: string): boolean {
  const parts = `content/${pattern}`.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}(?: \\(.*\\))?$`).test(file);
}

function unused(world: World, hits: readonly Hit[]): Problem[] {
  return world.keptWords.flatMap(({ value, file, line }) => {
    const here = hits.filter((hit) => matches(value.file, hit.file));
    const idle =
      value.rules === 'all' ? (here.length === 0 ? ['all'] : []) : value.rules.filter((rule) => !here.some((hit) => hit.rule === rule));
    return idle.map((rule): Problem => ({
      file,
      line,
      message: `${value.file}: ${rule} finds nothing there any more`,
      remedy: 'delete it',
    }));
  });
}

/** Rules of the checker lead to paragraphs of the guidelines: each must stand on the page it is said to stand on. */
function lostGuides({ mediaRules }: World): Problem[] {
  const pages = new Map(mediaRules.map(({ value }) => [value.id, value.page]));
  return Object.values(guides).flatMap(({ page, anchor }): Problem[] => {
    if (pages.get(anchor) === page) return [];
    const message = `"${anchor}" is no rule of content/data/media-rules.yml on the page ${page}`;
    return [{ file: 'src/media-language/data/guides.yml', message, remedy: 'correct the anchor or the page' }];
  });
}
