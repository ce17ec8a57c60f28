import { type Attachment, MOST_FILES, MOST_WITHOUT_SCRIPT } from './message/attachments.ts';
import { cleanFile, FileProblem } from './message/cleaning.ts';
import type { PageProblem } from './answer-pages.ts';

/** Why the files of a form are not taken, and which one of them it is, from 1. */
export interface FilesRefused {
  slug: PageProblem;
  file?: number;
}

/** The files of a form that came without script, cleaned in memory one after the other. */
export async function cleanFiles(files: readonly Uint8Array[], keepPlace: boolean): Promise<Attachment[] | FilesRefused> {
  if (files.length > MOST_FILES) return { slug: 'too-many-files' };
  if (files.reduce((sum, { length }) => sum + length, 0) > MOST_WITHOUT_SCRIPT) return { slug: 'files-too-large' };
  const attachments: Attachment[] = [];
  for (const [index, bytes] of files.entries()) {
    try {
      const { file, withPlace } = await cleanFile(new Uint8Array(bytes));
      attachments.push((keepPlace && withPlace) || file);
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      // A file of more than ten mebibytes is refused with all files above.
      const slug = error.fault === 'too-large' ? 'files-too-large' : (`file-${error.fault}` as const);
      return { slug, file: index + 1 };
    }
  }
  return attachments;
}
