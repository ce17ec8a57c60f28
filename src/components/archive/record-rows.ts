import { formatMoney, formatNumber, formatPartialDay, formatPeriod } from '~/i18n/format.ts';
import { languageNames } from '~/i18n/language-names.ts';
import { translator } from '~/i18n/t.ts';
import type { Campaign } from '~/queries/campaigns.ts';
import { projectOf, type Project } from '~/queries/projects.ts';
import { kindOf, type Publication } from '~/queries/publications.ts';
import type { CampaignFact } from '~/schemas/facts/campaigns.ts';
import type { FactRow } from './Facts.astro';

const t = translator('lv');
type Count = NonNullable<CampaignFact['reach']>[number];
type Amount = NonNullable<CampaignFact['amounts']>[number];

/** The time of a campaign, project or publication; undefined where no source gives any. */
export function periodOf({ startDate, endDate }: { startDate?: string | undefined; endDate?: string | undefined }): string | undefined {
  if (startDate !== undefined) return formatPeriod(startDate, endDate, 'lv');
  return endDate === undefined ? undefined : `${t('archive.until')} ${formatPartialDay(endDate, 'lv')}`;
}

/** "galda kalendāri: 70 000" */
export function countText({ value, unit, qualifier }: Count): string {
  return `${unit}: ${qualifier ? `${t(`archive.qualifier.${qualifier}`)} ` : ''}${formatNumber(value, 'lv')}`;
}

function amountText({ value, currency, for: purpose, years }: Amount): string {
  const details = [purpose, years].filter((part) => part !== undefined).join(', ');
  return `${formatMoney(value, currency, 'lv')}${details ? ` (${details})` : ''}`;
}

/** A printed address as link text without scheme; the end of a long one is cut. */
function linkTo(href: string) {
  const shown = href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return { text: shown.length > 60 ? `${shown.slice(0, 58)}…` : shown, href };
}

function projectLink(record: string) {
  const { data, path } = projectOf(record);
  return { text: data.title, href: path, ...(data.titleLanguage ? { lang: data.titleLanguage } : {}) };
}

export function campaignRows({ fact }: Campaign): FactRow[] {
  const { organisers, partners = [], audience, channels, reach = [], funders = [], amounts = [], project, links = [] } = fact;
  return [
    { label: t('archive.when'), values: [periodOf(fact), fact.recurring && t('archive.recurring')].flatMap((text) => text || []) },
    { label: t('archive.organisers'), values: organisers },
    { label: t('archive.partners'), values: partners },
    { label: t('archive.audience'), values: audience ? [audience] : [] },
    { label: t('archive.channels'), values: channels ? [channels] : [] },
    { label: t('archive.reach'), values: reach.map(countText) },
    { label: t('archive.funders'), values: funders },
    { label: t('archive.money'), values: amounts.map(amountText) },
    { label: t('archive.project'), values: project ? [projectLink(project)] : [] },
    { label: t('archive.links'), values: links.map(linkTo) },
  ];
}

export function projectRows({ fact, data: { titleLanguage } }: Project): FactRow[] {
  const { fullTitle, contractNumber, partners = [], funders = [], amounts = [], purpose } = fact;
  return [
    { label: t('archive.fullTitle'), values: fullTitle ? [{ text: fullTitle, ...(titleLanguage ? { lang: titleLanguage } : {}) }] : [] },
    { label: t('archive.when'), values: [periodOf(fact)].flatMap((text) => text ?? []) },
    { label: t('archive.purpose'), values: purpose ? [purpose] : [] },
    { label: t('archive.partners'), values: partners },
    { label: t('archive.funders'), values: funders },
    { label: t('archive.money'), values: amounts.map(amountText) },
    { label: t('archive.contract'), values: contractNumber ? [contractNumber] : [] },
  ];
}

export function publicationRows(publication: Publication): FactRow[] {
  const { date, endDate, publishers = [], languages = [], amounts = [], project } = publication.fact;
  return [
    { label: t('archive.kind'), values: [kindOf(publication)] },
    { label: t('archive.published'), values: [periodOf({ startDate: date, endDate })].flatMap((text) => text ?? []) },
    { label: t('archive.publishers'), values: publishers },
    { label: t('archive.languages'), values: languages.length > 0 ? [languageNames(languages, 'lv').join(', ')] : [] },
    { label: t('archive.money'), values: amounts.map(amountText) },
    { label: t('archive.project'), values: project ? [projectLink(project)] : [] },
  ];
}
