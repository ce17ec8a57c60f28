import type { APIRoute } from 'astro';
import { calendarFeed, calendarFeedPaths } from '~/queries/calendar-files.ts';

export const getStaticPaths = calendarFeedPaths;

export const GET: APIRoute<ReturnType<typeof calendarFeedPaths>[number]['props']> = ({ props, site }) =>
  new Response(calendarFeed(props.locale, site?.origin ?? ''), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
