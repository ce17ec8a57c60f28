import type { APIRoute } from 'astro';
import { pictureFilePaths } from '~/queries/easy-pictures.ts';

export const getStaticPaths = pictureFilePaths;

export const GET: APIRoute<{ svg: string }> = ({ props }) => new Response(props.svg, { headers: { 'Content-Type': 'image/svg+xml' } });
