import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import OfflineFile from '~/components/offline/OfflineFile.astro';
import { offlinePaths } from '~/queries/offline.ts';

export const getStaticPaths = offlinePaths;

/** A page of Astro's would be a folder with index.html; this is one file, rendered in Astro's container. */
export const GET: APIRoute = async ({ params }) => {
  const container = await AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
  const html = await container.renderToString(OfflineFile, { params, partial: false });
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
