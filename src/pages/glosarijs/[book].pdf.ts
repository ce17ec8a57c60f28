import type { APIRoute } from 'astro';
import type { Locale } from '~/i18n/locales.ts';
import { drawGlossary } from '~/paper/glossary.ts';
import { glossaryBook, glossaryBookPaths } from '~/queries/glossary-book.ts';

export const getStaticPaths = glossaryBookPaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props }) =>
  new Response(await drawGlossary(glossaryBook(props.locale)), { headers: { 'Content-Type': 'application/pdf' } });
