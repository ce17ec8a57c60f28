// npm run voice: reads every easy page aloud that has no recording of its present text.
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWorld } from '../records/world.ts';
import { canSpeak, speak } from './speak.ts';
import { silentPages } from './recordings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const world = readWorld(root);
const silent = silentPages(world);

for (const locale of ['lv', 'en', 'ru'] as const) {
  const names = new Set(world.easyRead.filter((page) => page.locale === locale).map(({ name }) => name));
  let files: string[] = [];
  try {
    files = readdirSync(`${root}content/audio/${locale}`);
  } catch {
    // No page of this language was read aloud yet.
  }
  for (const file of files.filter((one) => !names.has(one.replace(/\.\w+$/, '')))) rmSync(`${root}content/audio/${locale}/${file}`);
}

if (silent.length === 0) console.log('Every easy page has a recording of its present text.');
else if (canSpeak()) {
  for (const page of silent) {
    const { bytes, seconds } = speak(page, world);
    console.log(`${page.file}: ${seconds.toFixed(0)} s, ${bytes} bytes`);
  }
} else {
  console.error(
    `These pages have no recording of their present text: ${silent.map(({ file }) => file).join(', ')}. ` +
      'Install espeak-ng and opus-tools (Debian: apt-get install espeak-ng opus-tools) and run npm run voice again.',
  );
  process.exitCode = 1;
}
