import type { APIRoute } from 'astro';
import { translator } from '~/i18n/t.ts';
import { glossaryTbx } from '~/queries/glossary-files.ts';

export const GET: APIRoute = () =>
  new Response(glossaryTbx(translator('lv')('glossary.fileTitle')), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
