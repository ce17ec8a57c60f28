import type { APIRoute } from 'astro';
import { glossaryCsv } from '~/queries/glossary-files.ts';

export const GET: APIRoute = () => new Response(glossaryCsv(), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
