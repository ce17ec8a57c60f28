import { z } from 'zod';
import { kebabId, localizedText } from './shared.ts';

/** content/data/media-pictures.yml: drawings that newsrooms may use freely (CC0). */
export const mediaPictureSchema = z.strictObject({
  id: kebabId.describe('File name in src/assets/media-pictures without ending, and of the files to download.'),
  instead: localizedText.describe('The usual picture that this one replaces, in words.'),
  caption: localizedText.describe('What newsrooms may print under it.'),
  alt: localizedText.describe('What is to be seen, for those who cannot see it.'),
});
export type MediaPicture = z.output<typeof mediaPictureSchema>;
