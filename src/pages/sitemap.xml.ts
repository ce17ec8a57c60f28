import type { APIRoute } from 'astro';
import { sitemap } from '~/queries/sitemap.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(await sitemap(site?.origin ?? ''), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
