import type { EasyPage } from './easy-read.ts';
import { recordingOf, type Recording } from '../voice/recordings.ts';
import { world } from './world.ts';

export interface Voice extends Pick<Recording, 'starts' | 'isPerson'> {
  /** Address of the sound. */
  src: string;
}

/** The reading of a page; undefined until it is read aloud as it now is. */
export function voiceOf({ locale, name }: EasyPage): Voice | undefined {
  const text = world().easyRead.find((page) => page.locale === locale && page.name === name);
  const recording = text && recordingOf(text, world());
  return recording && { src: `/audio/${locale}/${name}.opus`, starts: recording.starts, isPerson: recording.isPerson };
}

/** Paths of `audio/[locale]/[name].opus.ts`: what a computer reads. A person’s recordings lie in public/ and are served as they are. */
export function computedVoicePaths() {
  return world().easyRead.flatMap((page) => {
    const recording = recordingOf(page, world());
    return !recording || recording.isPerson ? [] : [{ params: { locale: page.locale, name: page.name }, props: { file: recording.file } }];
  });
}
