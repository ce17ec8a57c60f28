import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { easyReadSchema } from './schemas/easy-read.ts';
import { pageSchema } from './schemas/page.ts';

// Only prose that carries components is a collection. News, contacts and facts are read by src/records (see README, decisions).
export const collections = {
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '{lv,en,ru}/*.mdx', retainBody: false }),
    schema: pageSchema,
  }),
  easyRead: defineCollection({
    loader: glob({ base: './content/easy-read', pattern: '{lv,en,ru}/*.mdx', retainBody: false }),
    schema: easyReadSchema,
  }),
};
