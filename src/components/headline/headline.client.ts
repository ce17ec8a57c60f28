/** The headline checker on its page. The text stays here: not in the address, the history or any storage. */
import type { Finding } from '../../media-language/check.ts';
import type { Language } from '../../media-language/languages.ts';
import { moduleLoader } from '../loading/module-loader.ts';
import { keepFromOthers } from '../site/keep-from-others.ts';
import type { CheckerModule, Reasons } from './checker.ts';

const box = document.querySelector<HTMLElement>('[data-headline]');
if (box) start(box);

function start(page: HTMLElement): void {
  const {
    headline = 'lv',
    src = '',
    integrity = '',
    found = '{}',
    language: languageWords = '{}',
    failed = '',
    kinds: kindWords = '{}',
    guides: guideLinks = '{}',
    waiting = '',
    empty = '',
  } = page.dataset;
  const part = <E extends HTMLElement>(selector: string): E => {
    const element = page.querySelector<E>(selector);
    if (!element) throw new Error(`the headline checker has no ${selector}`);
    return element;
  };
  const [form, input] = [part<HTMLFormElement>('form'), part<HTMLTextAreaElement>('textarea')];
  const [status, nothing, results] = [part('[role=status]'), part('[data-nothing]'), part('[data-results]')];
  const [groupMould, hitMould] = [part<HTMLTemplateElement>('[data-group]'), part<HTMLTemplateElement>('[data-hit]')];
  const counts = JSON.parse(found) as Record<string, string>;
  const names = JSON.parse(languageWords) as Record<Language, string>;
  const kinds = Object.entries(JSON.parse(kindWords) as Record<string, string>);
  const guides = JSON.parse(guideLinks) as Record<string, string>;
  const plural = new Intl.PluralRules(headline);

  const load = moduleLoader<CheckerModule>(src, integrity);

  const clear = (): void => {
    status.textContent = '';
    nothing.hidden = true;
    results.replaceChildren();
  };
  let asked = 0;
  const ask = async (): Promise<void> => {
    const mine = ++asked;
    clear();
    const text = input.value.normalize('NFC');
    if (text.trim() === '') {
      status.textContent = empty;
      input.focus();
      return;
    }
    status.textContent = waiting;
    try {
      const loaded = await load();
      if (mine === asked) show(text, loaded);
    } catch {
      if (mine === asked) status.textContent = failed;
    }
  };
  const show = (text: string, { checker, languageOf, reasons }: CheckerModule): void => {
    const { language, findings } = checker.check(text, languageOf(text, headline as Language));
    const count = (counts[plural.select(findings.length)] ?? counts['other'] ?? '').replace('{count}', String(findings.length));
    status.textContent = findings.length > 0 ? `${count} ${names[language]}` : names[language];
    nothing.hidden = findings.length > 0;
    results.replaceChildren(
      ...kinds.flatMap(([kind, title]) => {
        const hits = findings.filter(({ category }) => category === kind);
        const items = hits.map((hit) => itemOf(hit, text, language, reasons[hit.rule]));
        return items.length > 0 ? [groupOf(title, items)] : [];
      }),
    );
  };

  const groupOf = (title: string, items: readonly Node[]): DocumentFragment => {
    const group = document.importNode(groupMould.content, true);
    inside(group, 'h2').textContent = title;
    inside(group, 'ul').append(...items);
    return group;
  };
  const itemOf = (hit: Finding, text: string, language: Language, reason: Reasons[string] | undefined): DocumentFragment => {
    const item = document.importNode(hitMould.content, true);
    const excerpt = inside(item, '[data-excerpt]');
    excerpt.setAttribute('lang', language);
    excerpt.append(...excerptOf(hit, text));
    inside(item, `[data-level]:not([data-level=${hit.level}])`).remove();
    const say = inside(item, '[data-say]');
    say.setAttribute('lang', language);
    say.textContent = hit.say;
    inside(item, '[data-why]').textContent = reason?.why ?? '';
    const link = inside<HTMLAnchorElement>(item, 'a');
    const guide = guides[reason?.guide ?? ''];
    if (guide === undefined) link.remove();
    else link.href = guide;
    return item;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  // While the text is written the checker comes and reads its patterns.
  const prepare = () => load().then(({ checker }) => checker.check('', headline as Language));
  input.addEventListener('input', () => void prepare().catch(() => undefined), { once: true });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  keepFromOthers(page, () => {
    asked += 1;
    form.reset();
    clear();
  });
}

/** Most letters of a sentence shown on each side of what was found. */
const around = 90;

function excerptOf({ start, end, sentence }: Finding, text: string): (string | Node)[] {
  const from = Math.max(sentence.start, start - around);
  const to = Math.min(sentence.end, end + around);
  const mark = document.createElement('mark');
  mark.textContent = text.slice(start, end);
  return [from > sentence.start ? '… ' : '', text.slice(from, start), mark, text.slice(end, to), to < sentence.end ? ' …' : ''];
}

function inside<E extends Element>(fragment: DocumentFragment, selector: string): E {
  const element = fragment.querySelector<E>(selector);
  if (!element) throw new Error(`the headline checker has no ${selector}`);
  return element;
}
