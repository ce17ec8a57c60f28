import { describeHours, sentence } from '~/i18n/hours.ts';
import { formatDay } from '~/i18n/format.ts';
import type { Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import { inWords, numberOf } from '~/voice/spoken-text.ts';
import { easyBooklets, type Booklet } from './easy-booklet.ts';
import { easyPicture } from './easy-pictures.ts';
import { easyBodyOf, type EasyPage } from './easy-read.ts';
import { contact, navigation, site } from './site.ts';
import { world } from './world.ts';

/** A line with words between `**` in bold. */
type Line = string;

/** One idea of a page, or one item of a list, with its picture. */
export interface BookletIdea {
  kind: 'plain' | 'quotation' | 'question';
  lines: Line[];
  picture?: { id: string; alt: string } | undefined;
}

export interface BookletCard {
  kind: 'card';
  name: string;
  number: string;
  lines: Line[];
}

export type BookletBlock = { kind: 'heading'; text: string } | BookletIdea | BookletCard;

/** The booklet to fold: all pages of the section for A5, in easy language. */
export interface BookletFile {
  locale: Locale;
  title: string;
  lead: string;
  contents: string;
  chapters: { title: string; blocks: BookletBlock[] }[];
  /** Below each page, and on both covers. */
  danger: string;
  /** Answers below each question. */
  answers: string[];
  /** Whose it is, how far it was checked, how it may be used. */
  imprint: Line[];
  /** ISO day on which the oldest of its pages was checked. */
  day: string;
}

/** Address of the booklet to fold. */
export function bookletFilePath(locale: Locale): string {
  return `/viegli-lasit/burtnica-${locale}.pdf`;
}

/** Paths of `viegli-lasit/[booklet].pdf.ts`. */
export async function bookletFilePaths() {
  return (await easyBooklets()).map((booklet) => ({ params: { booklet: `burtnica-${booklet.locale}` }, props: { booklet } }));
}

export function bookletFile({ locale, pages }: Booklet): BookletFile {
  const t = translator(locale);
  const days = pages.map(({ entry }) => entry.data.checkedOn).sort();
  const [day = ''] = days;
  const untested = pages.every(({ entry }) => entry.data.testers.length === 0);
  return {
    locale,
    title: t('easyRead.booklet.title'),
    lead: t('easyRead.booklet.lead'),
    contents: t('easyRead.booklet.contents'),
    chapters: pages.map((page) => ({ title: page.entry.data.title, blocks: blocksOf(page) })),
    danger: t('easyRead.danger', { number: numberOf(navigation().helpStrip.emergency, false, world()) }),
    answers: [t('easyRead.answer.yes'), t('easyRead.answer.no'), t('easyRead.answer.unknown')],
    imprint: [
      `${site().name[locale]}.`,
      ...(untested ? [t('easyRead.booklet.untested')] : []),
      `${t('page.checkedOn')}: ${formatDay(day, locale)}`,
      `${t('page.responsible')}: ${site().operator.name[locale]}.`,
      t('footer.licence'),
    ],
    day,
  };
}

function blocksOf(page: EasyPage): BookletBlock[] {
  const { locale, name } = page;
  const file = `content/easy-read/${locale}/${name}.mdx`;
  const say = (line: string) => inWords(line, locale, world(), file, (printed) => `**${printed}**`);
  const blocks: BookletBlock[] = [];
  const shown = (id: string): NonNullable<BookletIdea['picture']> => ({ id, alt: easyPicture(id).alt[locale] });
  let picture: BookletIdea['picture'];
  let isQuestions = false;
  for (const paragraph of easyBodyOf(page)
    .replace(/\{\/\*.*?\*\/\}/gs, '')
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, component, rest = ''] = /^<(\/?\w+)\s*([^>]*?)\/?>$/.exec(paragraph) ?? [];
    const id = /\bid="([^"]+)"/.exec(rest)?.[1] ?? '';
    if (component === 'Picture') picture = shown(id);
    else if (component === 'Contact') blocks.push(card(id, rest.includes('isAbroad'), locale));
    else if (component?.endsWith('PictureAnswers')) isQuestions = component === 'PictureAnswers';
    else if (component !== undefined) throw new Error(`${file}: <${component}> cannot be printed in the booklet.`);
    else if (paragraph.startsWith('## ')) blocks.push({ kind: 'heading', text: say(paragraph.slice(3)) });
    else if (paragraph.startsWith('- ')) {
      for (const item of paragraph.split(/^- /m).filter(Boolean)) {
        const [, own = ''] = /^<Picture id="([^"]+)"/.exec(item) ?? [];
        const lines = item.trim().split('\n');
        blocks.push({
          kind: isQuestions ? 'question' : 'plain',
          lines: lines.map((line) => say(line.trim())),
          ...(own !== '' && { picture: shown(own) }),
        });
      }
    } else {
      const lines = paragraph.split('\n').map((line) => line.trim());
      const kind = lines[0]?.startsWith('>') ? 'quotation' : 'plain';
      blocks.push({ kind, lines: lines.map((line) => say(line.replace(/^> ?/, ''))), ...(picture && { picture }) });
      picture = undefined;
    }
  }
  return blocks;
}

function card(id: string, isAbroad: boolean, locale: Locale): BookletCard {
  const t = translator(locale);
  const { name, phones, nightFallback = [] } = contact(id);
  const [phone] = phones;
  const others = nightFallback.map((other) => numberOf(other, isAbroad, world()));
  return {
    kind: 'card',
    name: name[locale],
    number: numberOf(id, isAbroad, world()),
    lines: [
      ...(phone ? [sentence(describeHours(phone.hours, locale, t)), phone.cost.text[locale]] : []),
      ...(others.length > 0 ? [`${t('contact.otherTimes')}: ${others.join(', ')}.`] : []),
    ],
  };
}
