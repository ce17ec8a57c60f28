import type { APIRoute } from 'astro';
import { drawSheet } from '~/paper/draw-sheet.ts';
import { pdfPaths } from '~/queries/paper.ts';

export const getStaticPaths = pdfPaths;

export const GET: APIRoute<ReturnType<typeof pdfPaths>[number]['props']> = async ({ props, site }) =>
  new Response(await drawSheet(props.sheet, site?.origin ?? ''), { headers: { 'Content-Type': 'application/pdf' } });
