import type { APIRoute } from 'astro';
import { vcardPaths } from '~/queries/vcards.ts';

export const getStaticPaths = vcardPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/vcard; charset=utf-8' } });
