import { pathIn } from '~/i18n/paths.ts';
import { translator } from '~/i18n/t.ts';
import { renderNews } from '~/markdown/render-news.ts';
import type { CampaignFrontMatter } from '~/schemas/campaign.ts';
import type { CampaignFact } from '~/schemas/facts/campaigns.ts';
import { evidenceIn } from './evidence.ts';
import { filteredLists, yearTerms, type FilteredList } from './filtered-lists.ts';
import { indexed, world } from './world.ts';

/** One campaign or awareness activity. The archive is in Latvian. */
export interface Campaign {
  name: string;
  file: string;
  data: CampaignFrontMatter;
  fact: CampaignFact;
  body: string;
  /** Undefined where no source says when it was. */
  year: string | undefined;
  /** A page of its own, or its place on the page of its year. */
  path: string;
  /** Whether it is told on a page of its own. */
  hasPage: boolean;
}

export type CampaignList = FilteredList<Campaign>;

const front = 'kampanas';
const unknownYear = 'bez-gada';
/** Nearly all campaigns were about trafficking in general, so that is no filter. */
const inGeneral = 'visas';
const factOf = indexed('seeds/facts/campaigns.yml', () => world().campaignFacts);

let kept: Campaign[] | undefined;

/** All campaigns, the oldest first, those of unknown year at the end. */
export function campaigns(): Campaign[] {
  return (kept ??= world()
    .campaigns.map(({ name, file, data, body }) => {
      const fact = factOf(data.record);
      const year = fact.startDate?.slice(0, 4);
      const hasPage = body.trim() !== '';
      const list = pathIn('lv', front, year ?? unknownYear);
      return { name, file, data, fact, body, year, hasPage, path: hasPage ? `${list}${name}/` : `${list}#${name}` };
    })
    .sort(
      (a, b) => (a.fact.startDate ?? '9999').localeCompare(b.fact.startDate ?? '9999') || a.data.title.localeCompare(b.data.title, 'lv'),
    ));
}

/** The campaign’s own text as HTML. */
export function campaignHtml({ body, file }: Campaign): string {
  return renderNews(body, evidence, file);
}
const evidence = evidenceIn('lv');

let lists: CampaignList[] | undefined;

/** The lists by year, organiser, audience and form of exploitation. */
export function campaignLists(): CampaignList[] {
  const { organisers, audiences, exploitationForms } = world();
  const years = yearTerms(
    campaigns().map(({ year }) => year),
    { id: unknownYear, name: translator('lv')('archive.unknownYear') },
  );
  return (lists ??= filteredLists(front, campaigns(), [
    { id: 'year', terms: years, termsOf: ({ year }) => [year ?? unknownYear] },
    { id: 'organiser', word: 'organizators', terms: organisers.map(({ value }) => value), termsOf: ({ data }) => data.organisers },
    { id: 'audience', word: 'kam', terms: audiences.map(({ value }) => value), termsOf: ({ data }) => data.audiences },
    {
      id: 'form',
      word: 'par',
      terms: exploitationForms.map(({ value }) => value).filter(({ id }) => id !== inGeneral),
      termsOf: ({ data }) => data.forms,
    },
  ]));
}

/** Paths of `[locale]/kampanas/[...list].astro`. */
export function campaignListPaths() {
  return campaignLists().map((list) => ({ params: { locale: 'lv', list: list.path.split('/').slice(3, -1).join('/') }, props: { list } }));
}

/** Paths of `[locale]/kampanas/[year]/[name].astro`. */
export function campaignPaths() {
  return campaigns()
    .filter(({ hasPage }) => hasPage)
    .map((campaign) => ({ params: { locale: 'lv', year: campaign.year ?? unknownYear, name: campaign.name }, props: { campaign } }));
}
