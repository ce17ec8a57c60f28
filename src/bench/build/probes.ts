import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Three items with words found nowhere else, newer than all generated ones. In the built page of the middle one
 * each word marks what differs from item to item; `page-to-layout.ts` puts the template's fields there.
 */
const probe = (name: string, word: string, day: string) => ({
  day,
  title: `Zonde, ${word} no trim`,
  description: `Šis ir ziņas apraksts, ${word} no trim, un tas ir gandrīz tikpat garš kā citu ziņu apraksti.`,
  path: `/lv/jaunumi/${day.slice(0, 4)}/zonde-${name}/`,
  file: `${day}-zonde-${name}.md`,
});

export const probes = {
  older: probe('vecaka', 'vecākā', '2021-03-04'),
  item: probe('videja', 'vidējā', '2021-03-05'),
  newer: probe('jaunaka', 'jaunākā', '2021-03-06'),
};

/** The first list page on which the middle probe stands. */
export const probeListPath = '/lv/jaunumi/';

/** Writes the probes beside the generated items. `theme` and `figure` are ids that exist, `source` is the figure's. */
export async function writeProbes(
  root: string,
  { theme, source, figure }: { theme: string; source: string; figure: string },
): Promise<void> {
  const folder = join(root, 'content/news/lv');
  await mkdir(folder, { recursive: true });
  for (const { file, title, description, day } of Object.values(probes)) {
    const front = [
      '---',
      `title: ${title}`,
      `description: ${description}`,
      `publishedOn: ${day}`,
      'precision: day',
      'basis: new',
      'projects: []',
    ];
    const rest = [`themes: [${theme}]`, 'records: []', 'sources:', `  - { id: '${source}' }`, '---', `Zonde un :fact[${figure}].`];
    await writeFile(join(folder, file), `${[...front, ...rest].join('\n')}\n`);
  }
}
