import { z } from 'zod';
import { kebabId, localizedText } from './shared.ts';

/** content/data/easy-pictures.yml: the pictures of the easy-to-read pages. */
export const easyPictureSchema = z.strictObject({
  id: kebabId.describe('File name in src/assets/easy-pictures without ending.'),
  alt: localizedText.describe('What is to be seen, in easy words.'),
  group: z.string().min(3).max(40).describe('What the picture is about, to find it again.'),
});
export type EasyPicture = z.output<typeof easyPictureSchema>;
