import type { APIRoute } from 'astro';
import { pictureSheet, pictureSheetPaths } from '~/queries/easy-pictures.ts';
import type { EasyPage } from '~/queries/easy-read.ts';

export const getStaticPaths = pictureSheetPaths;

export const GET: APIRoute<{ page: EasyPage }> = ({ props }) =>
  new Response(pictureSheet(props.page), { headers: { 'Content-Type': 'image/svg+xml' } });
