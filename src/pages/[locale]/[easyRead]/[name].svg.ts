import type { APIRoute } from 'astro';
import { pictureSheet, pictureSheetPaths } from '~/queries/easy-pictures.ts';

export const getStaticPaths = pictureSheetPaths;

export const GET: APIRoute<{ ids: string[] }> = ({ props }) =>
  new Response(pictureSheet(props.ids), { headers: { 'Content-Type': 'image/svg+xml' } });
