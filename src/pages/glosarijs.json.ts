import type { APIRoute } from 'astro';
import { glossaryJson } from '~/queries/glossary-files.ts';

export const GET: APIRoute = () => new Response(glossaryJson(), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
