import type { APIRoute } from 'astro';
import { mediaPictureSheet } from '~/queries/media-pictures.ts';

export const GET: APIRoute = () => new Response(mediaPictureSheet(), { headers: { 'Content-Type': 'image/svg+xml' } });
