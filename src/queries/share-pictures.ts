import { readFileSync } from 'node:fs';
import satori, { type Font } from 'satori';
import { pngOf } from '~/drawing/png.ts';
import { locales, type Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import { newsIn } from './news.ts';
import { site } from './site.ts';

/** A picture that messengers show beside a shared address. */
export interface SharePicture {
  /** File name in /og/ without ending. */
  name: string;
  locale: Locale;
  title: string;
  /** Smaller words under the title. */
  subtitle: string;
  /** Names of src/assets/fruit; a neutral picture has none, because a preview must not give its reader away. */
  fruit: string | undefined;
}

const width = 1200;
const height = 630;
const fruitOfNews = ['orange', 'pear', 'plum', 'banana', 'lemon', 'grapes', 'kiwi'];

/** All share pictures: neutral, home, news front and one for each year of news, in each language. */
export function sharePictures(): SharePicture[] {
  return locales.flatMap((locale) => {
    const t = translator(locale);
    const name = site().name[locale];
    const years = [...new Set(newsIn(locale).map(({ year }) => year))];
    return [
      { name: `neutral-${locale}`, locale, title: site().neutralName[locale], subtitle: '', fruit: undefined },
      { name: `home-${locale}`, locale, title: `${t('home.title')}.`, subtitle: name, fruit: 'strawberry' },
      { name: `news-${locale}`, locale, title: t('news.title'), subtitle: name, fruit: 'pear' },
      ...years.map((year) => ({
        name: `news-${locale}-${year}`,
        locale,
        title: t('news.year', { year }),
        subtitle: name,
        fruit: fruitOfNews[Number(year) % fruitOfNews.length],
      })),
    ];
  });
}

/** Draws one picture as PNG, 1200 × 630. Letters become outlines from our own font files, so that every machine draws the same. */
export async function drawSharePicture({ title, subtitle, fruit }: SharePicture): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await satori(picture(title, subtitle, fruit), { width, height, fonts: fonts() });
  return pngOf(svg, { zoom: 1, colours: 256 });
}

function picture(title: string, subtitle: string, fruit: string | undefined) {
  const text = element({ display: 'flex', flexDirection: 'column', justifyContent: 'center', flexGrow: 1, flexShrink: 1 }, [
    element({ fontSize: title.length > 28 ? 72 : 92, lineHeight: 1.08, color: '#1c2029' }, title),
    ...(subtitle ? [element({ marginTop: 32, fontSize: 38, color: '#0b4a50' }, subtitle)] : []),
  ]);
  const drawing = fruit ? [{ type: 'img', key: null, props: { src: dataAddress(fruit), width: 380, height: 380 } }] : [];
  return element(
    {
      width,
      height,
      padding: 80,
      display: 'flex',
      alignItems: 'center',
      gap: 48,
      backgroundColor: '#fbf8f2',
      borderBottom: '24px solid #0b4a50',
      fontFamily: 'Atkinson, Latvian, Cyrillic',
    },
    [text, ...drawing],
  );
}

function element(style: Record<string, string | number>, children: unknown) {
  return { type: 'div', key: null, props: { style, children } };
}

function dataAddress(fruit: string): string {
  const svg = readFileSync(`src/assets/fruit/${fruit}.svg`);
  return `data:image/svg+xml;base64,${svg.toString('base64')}`;
}

let loaded: Font[] | undefined;
function fonts(): Font[] {
  return (loaded ??= [
    { name: 'Atkinson', data: readFileSync('src/assets/fonts/atkinson-latin-bold.ttf'), weight: 700, style: 'normal' },
    { name: 'Latvian', data: readFileSync('src/assets/fonts/atkinson-latvian-bold.ttf'), weight: 700, style: 'normal' },
    {
      name: 'Cyrillic',
      data: readFileSync('node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff'),
      weight: 700,
      style: 'normal',
    },
  ]);
}
