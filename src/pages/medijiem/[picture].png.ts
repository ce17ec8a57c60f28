import type { APIRoute } from 'astro';
import { mediaPicturePaths, mediaPicturePng } from '~/queries/media-pictures.ts';

export const getStaticPaths = mediaPicturePaths;

export const GET: APIRoute<{ id: string }> = async ({ props }) =>
  new Response(await mediaPicturePng(props.id), { headers: { 'Content-Type': 'image/png' } });
