/** Kinds of what can be found; the interface words `search.type.<kind>` name them. */
export const searchTypes = ['page', 'easy', 'help', 'news', 'campaign', 'project', 'publication', 'event', 'media', 'figures'] as const;
export type SearchType = (typeof searchTypes)[number];
