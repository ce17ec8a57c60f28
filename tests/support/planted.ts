import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeProblem } from '../../src/records/problem.ts';
import { contentProblems } from '../../src/gate/main.ts';

export const projectRoot = join(import.meta.dirname, '../..');
export const today = '2026-11-22';

/** A copy of the real content and evidence in which a test may plant faults. */
export function plantedContent() {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  for (const folder of ['content', 'seeds']) cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  return {
    root,
    /** Replaces the first match of a pattern; throws if there is none, so that a fault is never planted in vain. */
    edit(file: string, pattern: RegExp | string, replacement: string): void {
      const text = readFileSync(join(root, file), 'utf8');
      const edited = text.replace(pattern, replacement);
      if (edited === text) throw new Error(`${file}: nothing matches ${String(pattern)}`);
      writeFileSync(join(root, file), edited);
    },
    read: (file: string): string => readFileSync(join(root, file), 'utf8'),
    write: (file: string, text: string): void => {
      writeFileSync(join(root, file), text);
    },
    remove: (file: string): void => {
      rmSync(join(root, file));
    },
    /** The gate's messages, one line each. */
    messages: async (day = today): Promise<string[]> => (await contentProblems(root, day)).map(describeProblem),
    dispose: (): void => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
