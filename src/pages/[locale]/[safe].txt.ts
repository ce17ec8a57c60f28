import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import SafeFile from '~/components/papers-safe/SafeFile.astro';
import { safeFilePaths } from '~/queries/safe-file.ts';

export const getStaticPaths = safeFilePaths;

/** The papers safe as one file that a browser opens from a disk. */
export const GET: APIRoute = async ({ params }) => {
  const container = await AstroContainer.create();
  const html = await container.renderToString(SafeFile, { params, partial: false });
  return new Response(html, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
