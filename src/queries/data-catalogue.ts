import { locales, type Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import { siteOrigin } from '~/records/site-origin.ts';
import { checksum, filePath, LICENCE, type DataFile } from './data-file.ts';
import { filesOf, picturesOf } from './data-files.ts';
import { datasetPath, datasets, type Dataset } from './datasets.ts';
import { site } from './site.ts';

/** The catalogue of all datasets, in DCAT-AP as JSON-LD. */
export const CATALOGUE = 'katalogs.jsonld';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const mediaTypes = 'http://www.iana.org/assignments/media-types/';
const languages: Record<Locale, string> = { lv: 'LAV', en: 'ENG', ru: 'RUS' };
const authority = 'http://publications.europa.eu/resource/authority/';

export async function catalogue(): Promise<DataFile> {
  const origin = siteOrigin();
  const t = (key: 'figures.catalogueTitle' | 'figures.catalogueText') => inLanguages((locale) => translator(locale)(key));
  const publisher = { '@id': `${origin}/#organisation`, '@type': 'foaf:Agent', 'foaf:name': inLanguages((locale) => site().name[locale]) };
  const body = {
    '@context': context,
    '@id': origin + filePath(CATALOGUE),
    '@type': 'dcat:Catalog',
    'dct:title': t('figures.catalogueTitle'),
    'dct:description': t('figures.catalogueText'),
    'dct:publisher': publisher,
    'dct:license': { '@id': LICENCE },
    'dct:language': locales.map((locale) => ({ '@id': `${authority}language/${languages[locale]}` })),
    'dcat:dataset': await Promise.all(datasets().map((dataset) => describedDataset(dataset, origin))),
  };
  return { name: CATALOGUE, mediaType: 'application/ld+json', body: `${JSON.stringify(body, null, 1)}\n` };
}

async function describedDataset(dataset: Dataset, origin: string) {
  const { record } = dataset;
  const offered = await Promise.all(
    locales.map(async (locale) => {
      const files = filesOf(dataset, locale);
      return { locale, files: [files.csv, ...(await picturesOf(files))] };
    }),
  );
  return {
    '@id': `${origin}${datasetPath(dataset, 'lv')}#dati`,
    '@type': 'dcat:Dataset',
    'dct:identifier': record.id,
    'dct:title': inLanguages((locale) => record.title[locale]),
    'dct:description': inLanguages((locale) => record.description[locale]),
    'dct:publisher': { '@id': `${origin}/#organisation` },
    'dct:modified': { '@value': record.checkedOn, '@type': 'xsd:date' },
    'dct:spatial': { '@id': `${authority}country/LVA` },
    'dcat:theme': { '@id': `${authority}data-theme/JUST` },
    'dcat:landingPage': locales.map((locale) => ({ '@id': origin + datasetPath(dataset, locale) })),
    'dcat:distribution': [
      ...offered.flatMap(({ locale, files }) => files.map((file) => distribution(file, origin, locale))),
      distribution(filesOf(dataset, 'lv').json, origin),
    ],
  };
}

function distribution(file: DataFile, origin: string, locale?: Locale) {
  const address = origin + filePath(file.name);
  return {
    '@type': 'dcat:Distribution',
    'dcat:accessURL': { '@id': address },
    'dcat:downloadURL': { '@id': address },
    'dct:license': { '@id': LICENCE },
    'dct:format': { '@id': `${authority}file-type/${file.name.split('.').at(-1)?.toUpperCase() ?? ''}` },
    'dcat:mediaType': { '@id': mediaTypes + file.mediaType },
    'dcat:byteSize': { '@value': String(Buffer.byteLength(file.body)), '@type': 'xsd:nonNegativeInteger' },
    ...(locale ? { 'dct:language': { '@id': `${authority}language/${languages[locale]}` } } : {}),
    ...(file.mediaType === 'text/csv' ? { 'dct:conformsTo': { '@id': 'https://www.w3.org/TR/tabular-metadata/' } } : {}),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@value': checksum(file), '@type': 'xsd:hexBinary' },
    },
  };
}

function inLanguages(text: (locale: Locale) => string) {
  return locales.map((locale) => ({ '@value': text(locale), '@language': locale }));
}
