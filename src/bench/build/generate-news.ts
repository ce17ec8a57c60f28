import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom, shuffled } from '../../random/random.ts';
import { readWorld } from '../../records/world.ts';
import { headings, leads, listItems, occasions, places, sentences, subjects, withFact, withLink, withName } from './phrases.ts';

/** What generated items may refer to, so that they pass the content gate. */
export interface Referable {
  themes: readonly string[];
  projects: readonly string[];
  /** Sources that have both figures and quoted names. */
  sources: readonly { id: string; figures: readonly string[]; names: readonly string[] }[];
}

/** A generated item: its file below content/news/lv and its whole text. */
export interface GeneratedNews {
  file: string;
  text: string;
}

const FIRST_YEAR = 2003;
const YEARS = 18;

export function readReferable(root: string): Referable {
  const { sources, figures, names, themes, projects } = readWorld(root);
  const idsFrom = (records: readonly { value: { id: string; source: string } }[], source: string) =>
    records.flatMap(({ value }) => (value.source === source ? [value.id] : []));
  return {
    themes: themes.map(({ value }) => value.id),
    projects: projects.map(({ value }) => value.id),
    sources: sources
      .map(({ value: { id } }) => ({ id, figures: idsFrom(figures, id), names: idsFrom(names, id) }))
      .filter(({ figures: ofSource, names: named }) => ofSource.length > 0 && named.length > 0),
  };
}

/** Item `index` of the generated archive: about 250 Latvian words; the same index always gives the same bytes. */
export function generateNews(index: number, referable: Referable): GeneratedNews {
  const chance = randomFrom((index + 1) * 0x9e3779b1);
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const some = <T>(list: readonly T[], count: number): T[] => shuffled(list, chance).slice(0, count);
  const paragraph = (count: number, ...more: string[]) => [...some(sentences, count), ...more].join(' ');
  const place = one(places);
  const source = one(referable.sources);
  const day = `${FIRST_YEAR + (index % YEARS)}-${twoDigits(1 + Math.floor(chance() * 12))}-${twoDigits(1 + Math.floor(chance() * 28))}`;
  const [first, second, third] = some(headings, 3);
  const front = [
    '---',
    `title: ${one(occasions)} ${place} ${one(subjects)}, ${index + 1}. ieraksts`,
    `description: ${place} runāja ${one(subjects)}. Klāt bija policisti, skolotāji un biedrības no visas apkaimes.`,
    `publishedOn: ${day}`,
    'precision: day',
    'basis: new',
    `projects: [${chance() < 0.3 ? one(referable.projects) : ''}]`,
    `themes: [${some(referable.themes, 1 + Math.floor(chance() * 2)).join(', ')}]`,
    'records: []',
    'sources:',
    `  - { id: '${source.id}' }`,
    '---',
  ];
  const body = [
    one(leads).replace('{place}', place),
    paragraph(3, withName.replace('{name}', `:name[${one(source.names)}]`)),
    `## ${first}`,
    paragraph(3, withFact.replace('{fact}', `:fact[${one(source.figures)}]`)),
    some(listItems, 4)
      .map((item) => `- ${item}`)
      .join('\n'),
    `## ${second}`,
    paragraph(4, withLink.replace('{link}', '/lv/jaunumi/')),
    `## ${third}`,
    paragraph(4),
  ];
  return { file: `${day}-ieraksts-${index + 1}.md`, text: `${front.join('\n')}\n${body.join('\n\n')}\n` };
}

/** Writes items 0 to `count` − 1 into content/news/lv of a project. */
export async function writeGeneratedNews(root: string, count: number, referable: Referable): Promise<void> {
  const folder = join(root, 'content/news/lv');
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < count; index++) {
    const { file, text } = generateNews(index, referable);
    await writeFile(join(folder, file), text);
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
