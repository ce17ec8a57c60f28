import type { APIRoute } from 'astro';
import { drawBooklet } from '~/paper/booklet.ts';
import type { Booklet } from '~/queries/easy-booklet.ts';
import { bookletFile, bookletFilePaths } from '~/queries/easy-booklet-file.ts';

export const getStaticPaths = bookletFilePaths;

export const GET: APIRoute<{ booklet: Booklet }> = async ({ props }) =>
  new Response(await drawBooklet(bookletFile(props.booklet)), { headers: { 'Content-Type': 'application/pdf' } });
