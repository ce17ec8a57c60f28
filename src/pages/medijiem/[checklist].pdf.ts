import type { APIRoute } from 'astro';
import type { Locale } from '~/i18n/locales.ts';
import { drawChecklist } from '~/paper/checklist.ts';
import { mediaChecklist, mediaChecklistPaths } from '~/queries/media-checklist.ts';

export const getStaticPaths = mediaChecklistPaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props }) =>
  new Response(await drawChecklist(mediaChecklist(props.locale)), { headers: { 'Content-Type': 'application/pdf' } });
