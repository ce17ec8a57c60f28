import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { computedVoicePaths } from '~/queries/voice.ts';

export const getStaticPaths = computedVoicePaths;

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(readFileSync(props.file), { headers: { 'Content-Type': 'audio/ogg; codecs=opus' } });
