import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ site }) => new Response(`User-agent: *\nDisallow: /api/\n\nSitemap: ${site?.origin ?? ''}/sitemap.xml\n`);
