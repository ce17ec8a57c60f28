import type { Locale } from '~/i18n/locales.ts';
import { newsFrontPath } from '~/i18n/paths.ts';
import { translator } from '~/i18n/t.ts';
import { newsHtml, newsIn } from './news.ts';
import { site } from './site.ts';

const newest = 30;

/** RSS 2.0 of the newest items with their full text. An item's guid is its address and never changes. */
export function newsFeed(locale: Locale, origin: string): string {
  const t = translator(locale);
  const front = origin + newsFrontPath(locale);
  const items = newsIn(locale).slice(0, newest);
  const entries = items.map((item) => {
    const href = origin + item.path;
    return [
      '<item>',
      `<title>${escape(item.data.title)}</title>`,
      `<link>${href}</link>`,
      `<guid isPermaLink="true">${href}</guid>`,
      `<pubDate>${rfc822(item.data.publishedOn)}</pubDate>`,
      `<description>${escape(item.data.description)}</description>`,
      `<content:encoded>${escape(newsHtml(item))}</content:encoded>`,
      '</item>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    '<channel>',
    `<title>${escape(t('rss.title', { site: site().name[locale] }))}</title>`,
    `<link>${front}</link>`,
    `<atom:link href="${front}rss.xml" rel="self" type="application/rss+xml"/>`,
    `<description>${escape(t('news.description'))}</description>`,
    `<language>${locale}</language>`,
    ...entries,
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function rfc822(day: string): string {
  return new Date(`${day}T00:00:00Z`).toUTCString();
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
