import type { APIRoute } from 'astro';
import { addressWords } from '~/i18n/paths.ts';
import { isLocale, locales } from '~/i18n/locales.ts';
import { newsFeed } from '~/queries/news-feed.ts';

export const getStaticPaths = () => locales.map((locale) => ({ params: { locale, news: addressWords.news[locale] } }));

export const GET: APIRoute = ({ params: { locale }, site }) => {
  if (!isLocale(locale)) throw new Error('the news feed needs a language');
  return new Response(newsFeed(locale, site?.origin ?? ''), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
};
