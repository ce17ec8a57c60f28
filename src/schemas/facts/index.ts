import type { z } from 'zod';
import { abbreviationFactSchema } from './abbreviations.ts';
import { campaignFactSchema } from './campaigns.ts';
import { historicContactFactSchema } from './contacts-historic.ts';
import { contradictionFactSchema } from './contradictions.ts';
import { currentFactSchema } from './current.ts';
import { figureSchema } from './figures.ts';
import { groupFactSchema } from './groups.ts';
import { indicatorFactSchema } from './indicators.ts';
import { lawFactSchema } from './laws.ts';
import { legacyUrlFactSchema } from './legacy-urls.ts';
import { nameSchema } from './names.ts';
import { newsFactSchema } from './news.ts';
import { projectFactSchema } from './projects.ts';
import { publicationFactSchema } from './publications.ts';
import type { Fact } from './shared.ts';
import { siteFeatureFactSchema } from './site-features.ts';
import { surveyFactSchema } from './survey.ts';
import { taskFactSchema } from './tasks.ts';
import { trainingFactSchema } from './training.ts';

export type { Figure } from './figures.ts';
export type { Name } from './names.ts';
export type { NewsFact } from './news.ts';
export type { Fact } from './shared.ts';

/** The record of each kind that is read by its kind. */
export interface FactOfKind {
  figures: z.output<typeof figureSchema>;
  names: z.output<typeof nameSchema>;
  news: z.output<typeof newsFactSchema>;
  campaigns: z.output<typeof campaignFactSchema>;
  projects: z.output<typeof projectFactSchema>;
  publications: z.output<typeof publicationFactSchema>;
  training: z.output<typeof trainingFactSchema>;
  laws: z.output<typeof lawFactSchema>;
  indicators: z.output<typeof indicatorFactSchema>;
  survey: z.output<typeof surveyFactSchema>;
  current: z.output<typeof currentFactSchema>;
  contradictions: z.output<typeof contradictionFactSchema>;
  abbreviations: z.output<typeof abbreviationFactSchema>;
}

export interface FactFileKind {
  kind: string;
  /** Matches the end of a file’s path. */
  pattern: RegExp;
  /** Schema of one record; a file is a list of records. */
  schema: z.ZodType<Fact>;
}

/** Which schema holds for which file of seeds/facts. */
export const factFiles: readonly FactFileKind[] = [
  { kind: 'figures', pattern: /(?:^|\/)figures-[a-z0-9-]+\.yml$/, schema: figureSchema },
  { kind: 'names', pattern: /(?:^|\/)names-[a-z0-9-]+\.yml$/, schema: nameSchema },
  { kind: 'news', pattern: /(?:^|\/)news(?:-[a-z0-9-]+)?\.yml$/, schema: newsFactSchema },
  { kind: 'abbreviations', pattern: /(?:^|\/)abbreviations\.yml$/, schema: abbreviationFactSchema },
  { kind: 'campaigns', pattern: /(?:^|\/)campaigns\.yml$/, schema: campaignFactSchema },
  { kind: 'contacts-historic', pattern: /(?:^|\/)contacts-historic\.yml$/, schema: historicContactFactSchema },
  { kind: 'contradictions', pattern: /(?:^|\/)contradictions\.yml$/, schema: contradictionFactSchema },
  { kind: 'current', pattern: /(?:^|\/)current\.yml$/, schema: currentFactSchema },
  { kind: 'groups', pattern: /(?:^|\/)groups\.yml$/, schema: groupFactSchema },
  { kind: 'indicators', pattern: /(?:^|\/)indicators\.yml$/, schema: indicatorFactSchema },
  { kind: 'laws', pattern: /(?:^|\/)laws\.yml$/, schema: lawFactSchema },
  { kind: 'legacy-urls', pattern: /(?:^|\/)legacy-urls\.yml$/, schema: legacyUrlFactSchema },
  { kind: 'projects', pattern: /(?:^|\/)projects\.yml$/, schema: projectFactSchema },
  { kind: 'publications', pattern: /(?:^|\/)publications\.yml$/, schema: publicationFactSchema },
  { kind: 'site-features', pattern: /(?:^|\/)site-features\.yml$/, schema: siteFeatureFactSchema },
  { kind: 'survey', pattern: /(?:^|\/)survey\.yml$/, schema: surveyFactSchema },
  { kind: 'tasks', pattern: /(?:^|\/)tasks\.yml$/, schema: taskFactSchema },
  { kind: 'training', pattern: /(?:^|\/)training\.yml$/, schema: trainingFactSchema },
];
