import { zipSync, type Zippable } from 'fflate';
import { locales, type Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import { drawChecklist } from '~/paper/checklist.ts';
import { siteOrigin } from '~/records/site-origin.ts';
import { catalogue, CATALOGUE } from './data-catalogue.ts';
import { checksum, type DataFile } from './data-file.ts';
import { filesOf, picturesOf } from './data-files.ts';
import { datasetPath, datasets, plainText } from './datasets.ts';
import { mediaChecklist, mediaChecklistPath } from './media-checklist.ts';
import { mediaPictures, mediaPictureSvg } from './media-pictures.ts';

export function pressPackName(locale: Locale): string {
  return `preses-pakete-${locale}.zip`;
}

/** What a journalist saves as one file: all tables and charts of one language, how to cite them, the editor’s checklist, free pictures, checksums. */
async function pressPack(locale: Locale): Promise<DataFile> {
  const files = await packedFiles(locale);
  const sums = files.map((file) => `${checksum(file)}  ${file.name}\n`).join('');
  const all = [...files, { name: 'SHA256SUMS.txt', mediaType: 'text/plain', body: sums }];
  // A day of our own instead of the day of the build: the same figures give the same bytes. The format keeps local time.
  const mtime = new Date(1980, 0, 1);
  const zipped: Zippable = Object.fromEntries(
    all.map(({ name, mediaType, body }) => [
      name,
      [typeof body === 'string' ? new TextEncoder().encode(body) : body, { level: /png|pdf/.test(mediaType) ? 0 : 6, mtime }],
    ]),
  );
  return { name: pressPackName(locale), mediaType: 'application/zip', body: zipSync(zipped) };
}

async function packedFiles(locale: Locale): Promise<DataFile[]> {
  const offered = datasets().map(async (dataset) => {
    const files = filesOf(dataset, locale);
    return [files.csv, files.metadata, files.json, ...(await picturesOf(files))];
  });
  const files = (await Promise.all(offered)).flat();
  const checklist = {
    name: mediaChecklistPath(locale).slice('/medijiem/'.length),
    mediaType: 'application/pdf',
    body: await drawChecklist(mediaChecklist(locale)),
  };
  const pictures = mediaPictures().map(({ id }) => ({ name: `cc0/${id}.svg`, mediaType: 'image/svg+xml', body: mediaPictureSvg(id) }));
  return [readme(locale), checklist, ...files.map((file) => ({ ...file, name: file.name.replace(/^(?:lv|en|ru)\//, '') })), ...pictures];
}

/** What is in the pack, in words: each dataset with its sentence to copy and what it does not say. */
function readme(locale: Locale): DataFile {
  const t = translator(locale);
  const parts = datasets().map((dataset) => {
    const { id, title, sentence, notSaid } = dataset.record;
    return [
      `${title[locale]} (${id})`,
      siteOrigin() + datasetPath(dataset, locale),
      plainText(dataset, sentence[locale], locale),
      `${t('figures.notSaid')}:`,
      ...notSaid.map((text) => `- ${plainText(dataset, text[locale], locale)}`),
    ].join('\r\n');
  });
  const body = [t('figures.packTitle'), t('figures.packText'), t('figures.smallNumbers'), ...parts].join('\r\n\r\n');
  return { name: 'README.txt', mediaType: 'text/plain', body: `\uFEFF${body}\r\n` };
}

interface Made {
  /** Below /dati/. */
  name: string;
  load: () => Promise<DataFile>;
}

/** Every file below /dati/; pictures and packs are made when they are loaded. */
export function dataFiles(): Made[] {
  const made = datasets().flatMap((dataset) =>
    locales.flatMap((locale): Made[] => {
      const { csv, metadata, json, chart } = filesOf(dataset, locale);
      const ready = [csv, metadata, ...(locale === 'lv' ? [json] : []), ...(chart ? [chart.svg] : [])];
      return [...ready.map((file) => ({ name: file.name, load: () => Promise.resolve(file) })), ...(chart ? [chart.png] : [])];
    }),
  );
  return [
    ...made,
    { name: CATALOGUE, load: catalogue },
    ...locales.map((locale) => ({ name: pressPackName(locale), load: () => pressPack(locale) })),
  ];
}
