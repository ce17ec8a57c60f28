import type { APIRoute } from 'astro';
import { drawSharePicture, sharePictures } from '~/queries/share-pictures.ts';

export const getStaticPaths = () => sharePictures().map((picture) => ({ params: { picture: picture.name }, props: { picture } }));

export const GET: APIRoute<ReturnType<typeof sharePictures>[number] extends infer P ? { picture: P } : never> = async ({ props }) =>
  new Response(await drawSharePicture(props.picture), { headers: { 'Content-Type': 'image/png' } });
