import type { APIRoute } from 'astro';
import { dataFiles } from '~/queries/press-pack.ts';

export const getStaticPaths = () => dataFiles().map(({ name, load }) => ({ params: { file: name }, props: { load } }));

export const GET: APIRoute<{ load: ReturnType<typeof dataFiles>[number]['load'] }> = async ({ props: { load } }) => {
  const { body, mediaType } = await load();
  return new Response(body, { headers: { 'Content-Type': mediaType } });
};
