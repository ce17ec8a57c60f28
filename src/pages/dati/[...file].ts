import type { APIRoute } from 'astro';
import type { DataFile } from '~/queries/data-file.ts';
import { dataFiles } from '~/queries/press-pack.ts';

export const getStaticPaths = async () => (await dataFiles()).map((file) => ({ params: { file: file.name }, props: { file } }));

export const GET: APIRoute<{ file: DataFile }> = ({ props: { file } }) =>
  new Response(file.body, { headers: { 'Content-Type': file.mediaType } });
