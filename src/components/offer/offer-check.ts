/**
 * Upgrades the page of the offer checker: reads the pasted text or the answers and writes the result below. Keeps nothing and sends
 * nothing; the text, the answers and the result are gone when the page is left.
 */
import modules from 'virtual:offer-modules';
// Apart from what reads texts, which is loaded when somebody is about to paste one.
import { readAnswers } from '../../offer-check/answers.ts';
import type { Answer, Findings, Patterns, TextReader, Words } from '../../offer-check/index.ts';
import { type PackedWords, unpackWords } from '../../offer-check/page-words.ts';
import { copyText } from '../copying/copy-text.ts';
import { moduleLoader } from '../loading/module-loader.ts';
import { keepFromOthers } from '../site/keep-from-others.ts';
import type * as Reader from './reader.client.ts';

const MOST_QUOTES = 3;
/** Milliseconds. */
const MOST_WAITING = 4000;

type LearnedWords = Patterns['learned'][string];

export function startOfferCheck(packed: PackedWords): void {
  const root = document.querySelector<HTMLElement>('[data-offer="root"]');
  if (!root) return;
  const rules = unpackWords(packed, (what, id) => root.querySelector(`[data-says="${what} ${id}"]`)?.textContent ?? '');
  start(root, rules, JSON.parse(root.dataset['words'] ?? '{}') as Record<string, string>);
}

function start(root: HTMLElement, rules: Words, words: Record<string, string>): void {
  const part = (name: string): HTMLElement => root.querySelector(`[data-offer="${name}"]`) as HTMLElement;
  const text = part('text') as HTMLTextAreaElement;
  const form = part('questions') as HTMLFormElement;
  const result = part('result');
  const loaders = new Map<string, () => Promise<unknown>>();
  /** By languages of adverts: the patterns are compiled once. */
  const readers = new Map<string, TextReader>();
  let asText = '';

  const load = <Module>(name: string): Promise<Module> => {
    const { src, integrity } = modules[name] ?? {};
    const loader = loaders.get(name) ?? moduleLoader<unknown>(src, integrity);
    loaders.set(name, loader);
    return loader() as Promise<Module>;
  };
  /** Texts can be read with few weights, so whoever waits for more waits a few seconds at most. */
  const patternsOf = async (language: string): Promise<Patterns> => {
    const name = `${language[0]?.toUpperCase()}${language.slice(1)}`;
    const loadingMore = load<{ more: string }>(`offerMore${name}`).catch(() => undefined);
    const { patterns } = await load<{ patterns: Patterns }>(`offerPatterns${name}`);
    const loaded = await Promise.race([loadingMore, new Promise<undefined>((resolve) => setTimeout(resolve, MOST_WAITING))]);
    return loaded
      ? { ...patterns, learned: { [language]: { ...(patterns.learned[language] as LearnedWords), more: loaded.more } } }
      : patterns;
  };
  const readText = async (source: string, isHere: () => boolean): Promise<Findings | undefined> => {
    const { languagesOf, makeTextReader, concepts } = await load<typeof Reader>('offerReader');
    if (!isHere()) return undefined;
    const spoken = languagesOf(source);
    const known = readers.get(spoken.join());
    if (known) return known(source);
    const all = await Promise.all(spoken.map(patternsOf));
    const patterns: Patterns = {
      languages: Object.assign({}, ...all.map((own) => own.languages)) as Patterns['languages'],
      packed: Object.assign({}, ...all.map((own) => own.packed)) as Patterns['packed'],
      learned: Object.assign({}, ...all.map((own) => own.learned)) as Patterns['learned'],
    };
    const read = makeTextReader(rules, patterns, concepts);
    // What could not be loaded is asked for again with the next text.
    if (Object.values(patterns.learned).every(({ more }) => more !== undefined)) readers.set(spoken.join(), read);
    return isHere() ? read(source) : undefined;
  };
  const say = (message: string | undefined): void => {
    part('state').textContent = message ?? '';
  };
  const filled = (template: string, texts: Record<string, string | undefined>): DocumentFragment => {
    const copy = (part(template) as HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
    for (const place of copy.querySelectorAll<HTMLElement>('[data-text]')) {
      const value = texts[place.dataset['text'] ?? ''];
      if (value === undefined || value === '') (place.closest('[data-optional]') ?? place).remove();
      else place.textContent = value;
    }
    return copy;
  };

  const show = ({ flags, missing }: Findings, source: string): void => {
    const found = flags.flatMap((finding) => rules.flags.filter(({ id }) => id === finding.id).map((rule) => ({ ...rule, ...finding })));
    const gaps = rules.gaps.filter(({ id }) => missing.includes(id));
    const verifiers = new Set([...found, ...gaps].flatMap(({ verify }) => verify));
    if (found.length > 0) verifiers.add('helpline');
    const count = (words['count'] ?? '').replace('{flags}', String(found.length)).replace('{missing}', String(gaps.length));
    const next = words[found.length > 0 ? 'nextAlarm' : gaps.length > 0 ? 'nextMissing' : 'nextNone'] ?? '';

    part('count').textContent = count;
    part('next').textContent = next;
    part('flags').replaceChildren(
      ...found.map(({ what, why, todo, spans }) => filled('flag', { what, why, todo, quote: quotes(source, spans.slice(0, MOST_QUOTES)) })),
    );
    part('gaps').replaceChildren(
      ...gaps.map(({ what, why, ask }) => {
        const item = filled('gap', { what, why, ask });
        const button = item.querySelector('button') as HTMLButtonElement;
        button.setAttribute('aria-label', `${button.textContent}: ${ask}`);
        button.addEventListener('click', () => say(copyText(ask) ? words['copied'] : words['copyFailed']));
        return item;
      }),
    );
    part('no-flags').hidden = found.length > 0;
    part('no-gaps').hidden = gaps.length > 0;
    part('copy-asks').hidden = gaps.length < 2;
    part('verifiers').replaceChildren(
      ...[...root.querySelectorAll<HTMLElement>('[data-verifier]')]
        .filter((item) => verifiers.has(item.dataset['verifier'] ?? ''))
        .map((item) => {
          const copy = item.cloneNode(true) as HTMLElement;
          delete copy.dataset['verifier'];
          return copy;
        }),
    );
    asText = [
      words['title'],
      count,
      words['limit'],
      ...found.map(({ what, why, todo }) => `! ${what}\n${why}\n${todo}`),
      ...gaps.map(({ ask }) => `? ${ask}`),
      next,
    ].join('\n\n');
    result.hidden = false;
    for (const name of ['paste', 'ask']) part(name).classList.add('not-printed');
    const heading = part('result-title');
    heading.focus();
    heading.scrollIntoView();
    say(count);
  };

  const clear = (): void => {
    text.value = '';
    form.reset();
    result.hidden = true;
    asText = '';
    for (const name of ['flags', 'gaps', 'verifiers', 'count', 'next', 'text-error', 'ask-error']) part(name).replaceChildren();
    for (const name of ['paste', 'ask']) part(name).classList.remove('not-printed');
    text.removeAttribute('aria-invalid');
    if (loaders.has('offerReader')) void load<typeof Reader>('offerReader').then(({ forgetWords }) => forgetWords());
    say('');
  };

  const complain = (place: string, message: string | undefined, field: HTMLElement): void => {
    part(place).textContent = message ?? '';
    if (message !== undefined) field.focus();
  };

  part('check-text').addEventListener('click', () => {
    const isEmpty = text.value.trim() === '';
    text.setAttribute('aria-invalid', String(isEmpty));
    complain('text-error', isEmpty ? words['emptyText'] : undefined, text);
    if (isEmpty) return;
    const source = text.value;
    const isHere = begin();
    readText(source, isHere).then(
      (findings) => findings && show(findings, source),
      () => isHere() && complain('text-error', words['notLoaded'], text),
    );
  });
  text.addEventListener('focus', () => void load('offerReader').catch(() => undefined), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const answers = new Map([...new FormData(form)].map(([id, answer]) => [id, answer as Answer]));
    complain('ask-error', answers.size === 0 ? words['emptyAnswers'] : undefined, form.elements[0]?.querySelector('input') as HTMLElement);
    if (answers.size > 0) show(readAnswers(rules, answers), '');
  });
  part('copy-asks').addEventListener('click', () => {
    const asks = [...part('gaps').querySelectorAll('[data-text="ask"]')].map(({ textContent }) => `– ${textContent}`);
    say(copyText(asks.join('\n')) ? words['copied'] : words['copyFailed']);
  });
  part('copy').addEventListener('click', () => say(copyText(asText) ? words['copied'] : words['copyFailed']));
  part('print').addEventListener('click', () => window.print());
  part('clear').addEventListener('click', () => {
    wipe();
    say(words['cleared']);
    text.focus();
  });
  const { begin, wipe } = keepFromOthers(root, clear);
}

function quotes(source: string, spans: Findings['flags'][number]['spans']): string {
  return [...new Set(spans.map(({ start, end }) => source.slice(start, end).replace(/\s+/g, ' ')))].join(' … ');
}
