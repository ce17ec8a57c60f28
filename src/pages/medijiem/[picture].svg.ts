import type { APIRoute } from 'astro';
import { mediaPicturePaths, mediaPictureSvg } from '~/queries/media-pictures.ts';

export const getStaticPaths = mediaPicturePaths;

export const GET: APIRoute<{ id: string }> = ({ props }) =>
  new Response(mediaPictureSvg(props.id), { headers: { 'Content-Type': 'image/svg+xml' } });
