import { z } from 'zod';
import { kebabId, localizedText } from './shared.ts';

/** What pictures are about; `pictures.group.<group>` names it. */
const pictureGroups = ['what-happens', 'offer', 'travel', 'online', 'phone', 'who-helps', 'call', 'after', 'rights', 'signs'] as const;

/** content/data/easy-pictures.yml: the pictures of the easy-to-read pages. */
export const easyPictureSchema = z.strictObject({
  id: kebabId.describe('File name in src/assets/easy-pictures without ending.'),
  alt: localizedText.describe('What is to be seen, in easy words.'),
  group: z.enum(pictureGroups).describe('What the picture is about, to find it again.'),
});
export type EasyPicture = z.output<typeof easyPictureSchema>;
