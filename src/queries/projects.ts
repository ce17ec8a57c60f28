import { pathIn } from '~/i18n/paths.ts';
import { renderNews } from '~/markdown/render-news.ts';
import type { ProjectFact } from '~/schemas/facts/projects.ts';
import type { ProjectFrontMatter } from '~/schemas/project.ts';
import { campaigns, type Campaign } from './campaigns.ts';
import { eventsOfProject, type CalendarEvent } from './calendar.ts';
import { evidenceIn } from './evidence.ts';
import { newsIn, type NewsItem } from './news.ts';
import { publications, type Publication } from './publications.ts';
import { indexed, world } from './world.ts';

/** A project, programme or joint investigation. The archive is in Latvian. */
export interface Project {
  name: string;
  file: string;
  path: string;
  data: ProjectFrontMatter;
  fact: ProjectFact;
  body: string;
  /** Whether it has an introduction with sections of its own. */
  isFront: boolean;
}

const factOf = indexed('seeds/facts/projects.yml', () => world().projectFacts);
let kept: Project[] | undefined;

/** All projects, the newest first, those of unknown time at the end. */
export function projects(): Project[] {
  return (kept ??= world()
    .projectTexts.map(({ name, file, data, body }) => ({
      name,
      file,
      data,
      body,
      fact: factOf(data.record),
      path: pathIn('lv', 'projekti', name),
      isFront: /^## /m.test(body),
    }))
    .sort((a, b) => (b.fact.startDate ?? '').localeCompare(a.fact.startDate ?? '') || a.data.title.localeCompare(b.data.title, 'lv')));
}

/** The page of a record of seeds/facts/projects.yml. */
export function projectOf(record: string): Project {
  const found = projects().find(({ fact }) => fact.id === record);
  if (!found) throw new Error(`content/projects/lv has no file with record: ${record}. Write it.`);
  return found;
}

/** What else the archive has of a project. */
export function aboutProject({ fact: { id } }: Project): {
  news: NewsItem[];
  campaigns: Campaign[];
  publications: Publication[];
  events: CalendarEvent[];
} {
  return {
    news: newsIn('lv').filter(({ data }) => data.projects.includes(id)),
    campaigns: campaigns().filter(({ fact }) => fact.project === id),
    publications: publications().filter(({ fact }) => fact.project === id),
    events: eventsOfProject(id),
  };
}

const evidence = evidenceIn('lv');

export function projectHtml({ body, file }: Project): string {
  return renderNews(body, evidence, file);
}

/** Paths of `[locale]/projekti/[name].astro`. */
export function projectPaths() {
  return projects().map((project) => ({ params: { locale: 'lv', name: project.name }, props: { project } }));
}
