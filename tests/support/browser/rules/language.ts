/**
 * Text in another language than the `lang` around it says. Told by script, and by small words that only one of the languages
 * has: two of them in one text make a run. Names, addresses and quoted words of less than two such words are left in peace.
 */
export function foreignRuns(): string[] {
  const small: Record<string, Set<string>> = {
    en: new Set('the of and for with from against by in on is are was were has have this that which their about at as an'.split(' ')),
    lv: new Set('un par ar uz kā ir nav pret gada bez tiek šī šis tas kas lai vai pie pēc'.split(' ')),
  };
  const runs: { text: string; element: Element }[] = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim();
    if (element && text && !element.closest('script, style')) runs.push({ text, element });
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [alt]')) {
    for (const name of ['aria-label', 'title', 'alt']) {
      const text = element.getAttribute(name);
      if (text) runs.push({ text, element });
    }
  }
  return runs.flatMap(({ text, element }) => {
    const said = element.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? '';
    const isCyrillic = /\p{Script=Cyrillic}/u.test(text);
    const words = text.toLowerCase().match(/\p{Script=Latin}+/gu) ?? [];
    const language = Object.keys(small).find((known) => known !== said && words.filter((word) => small[known]?.has(word)).length >= 2);
    const ownWords = words.filter((word) => small[said]?.has(word)).length;
    const foreign = language && words.filter((word) => small[language]?.has(word)).length > ownWords ? language : undefined;
    if (isCyrillic && !['ru', 'uk', 'bg', 'be'].includes(said)) return [`Cyrillic inside lang="${said}": ${text.slice(0, 100)}`];
    return foreign ? [`${foreign} inside lang="${said}": ${text.slice(0, 100)}`] : [];
  });
}
