import type { APIRoute } from 'astro';
import { eventFile, eventFilePaths } from '~/queries/calendar-files.ts';

export const getStaticPaths = eventFilePaths;

export const GET: APIRoute<ReturnType<typeof eventFilePaths>[number]['props']> = ({ props, site }) =>
  new Response(eventFile(props.found, props.locale, site?.origin ?? ''), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
