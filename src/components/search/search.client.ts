/** The search on its page. What is typed stays here: not in the address, the history or any storage. */
import { openSearch, type Search, type SearchResponse, type SearchResult } from '../../search/client.ts';
import { keepFromOthers } from '../site/keep-from-others.ts';

const box = document.querySelector<HTMLElement>('[data-search]');
if (box) start(box);

function start(search: HTMLElement): void {
  const { search: locale = 'lv', integrity = '', found = '{}', meant = '', failed = '', waiting = '' } = search.dataset;
  const part = <E extends HTMLElement>(selector: string): E => {
    const element = search.querySelector<E>(selector);
    if (!element) throw new Error(`the search has no ${selector}`);
    return element;
  };
  const [form, input, filters] = [part<HTMLFormElement>('form'), part<HTMLInputElement>('input'), part<HTMLDetailsElement>('details')];
  const [status, nothing, list] = [part('[role=status]'), part('[data-nothing]'), part<HTMLOListElement>('ol')];
  const more = part<HTMLButtonElement>('button[type=button]');
  const selects = [...search.querySelectorAll('select')];
  const counts = JSON.parse(found) as Record<string, string>;
  const plural = new Intl.PluralRules(locale);

  let opened: Promise<Search> | undefined;
  const engine = (): Promise<Search> =>
    (opened ??= openSearch({ locale: locale as 'lv' | 'en' | 'ru', bundle: '/pagefind/', integrity }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));
  let asked = 0;
  let answer: SearchResponse | undefined;

  const show = (response: SearchResponse): void => {
    answer = response;
    const { total, results, corrections } = response;
    const count = (counts[plural.select(total)] ?? counts['other'] ?? '').replace('{count}', String(total));
    const words = corrections.map((one) => one.meant).join(' ');
    status.textContent = total > 0 && words ? `${count} ${meant.replace('{words}', words)}` : total > 0 ? count : '';
    nothing.hidden = total > 0;
    list.replaceChildren(...results.map(itemOf));
    more.hidden = results.length >= total;
  };
  const ask = async (): Promise<void> => {
    const mine = ++asked;
    const query = input.value.trim();
    if (query === '') {
      answer = undefined;
      status.textContent = '';
      nothing.hidden = true;
      more.hidden = true;
      list.replaceChildren();
      return;
    }
    if (!answer) status.textContent = waiting;
    try {
      const chosen = Object.fromEntries(selects.filter(({ value }) => value !== '').map(({ name, value }) => [name, [value]]));
      const response = await (await engine()).search(query, { filters: chosen });
      if (mine === asked) show(response);
    } catch {
      if (mine === asked) status.textContent = failed;
    }
  };

  let timer = 0;
  const soon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), 250);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void ask();
  });
  input.addEventListener('input', soon);
  input.addEventListener('focus', () => void engine().catch(() => undefined), { once: true });
  for (const select of selects) select.addEventListener('change', () => void ask());
  let isFilled = false;
  filters.addEventListener('toggle', () => {
    if (isFilled) return;
    isFilled = true;
    fillFilters().catch(() => {
      isFilled = false;
      status.textContent = failed;
    });
  });
  const showMore = async (): Promise<void> => {
    if (!answer) return;
    const [mine, from] = [asked, list.children.length];
    try {
      const results = await answer.more(from, 10);
      // Another question was asked, or another click has brought them.
      if (mine !== asked || list.children.length !== from) return;
      if (status.textContent === failed) status.textContent = '';
      list.append(...results.map(itemOf));
      more.hidden = list.children.length >= answer.total;
      list.children.item(from)?.querySelector('a')?.focus();
    } catch {
      if (mine === asked) status.textContent = failed;
    }
  };
  more.addEventListener('click', () => void showMore());
  const fillFilters = async (): Promise<void> => {
    const facets = await (await engine()).facets();
    for (const select of selects) {
      const names = Object.keys(facets[select.name] ?? {}).sort((a, b) =>
        select.name === 'year' ? b.localeCompare(a) : a.localeCompare(b, locale),
      );
      select.append(...names.map((name) => new Option(name, name)));
    }
  };
  keepFromOthers(search, () => {
    form.reset();
    void ask();
  });
}

function itemOf({ path, titleParts, type, date, excerpt }: SearchResult): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'py-4';
  const kind = element('p', 'text-small text-ink-soft', [[type, date].filter(Boolean).join(' · ')]);
  const link = element('a', '', marked(titleParts));
  link.href = path;
  const title = element('h2', 'text-h4 font-heading', [link]);
  const text = [excerpt.cutBefore ? '… ' : '', ...marked(excerpt.parts), excerpt.cutAfter ? ' …' : ''];
  item.append(kind, title, element('p', 'mt-1 text-small', text));
  return item;
}

function marked(parts: readonly { text: string; marked: boolean }[]): (string | Node)[] {
  return parts.map((one) => (one.marked ? element('mark', '', [one.text]) : one.text));
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, children: readonly (string | Node)[]) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
