import type { APIRoute } from 'astro';
import { openData } from '~/queries/open-data.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(`${JSON.stringify(await openData(site?.origin ?? ''), null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
