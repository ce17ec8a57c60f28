import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeProblem } from '../../src/records/problem.ts';
import { contentProblems } from '../../src/gate/main.ts';

export const projectRoot = join(import.meta.dirname, '../..');
export const today = '2026-11-22';

let copy: string | undefined;

/** Ends the copy that `plantedContent` made. */
export function removeCopy(): void {
  if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
  copy = undefined;
}

function freshCopy(): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  for (const folder of ['content', 'seeds']) cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  return root;
}

/** A copy of the real content and evidence in which a test may plant faults. The copy is one for all tests of a file: `dispose` puts it right again. */
export function plantedContent() {
  const root = (copy ??= freshCopy());
  const changed = new Set<string>();
  return {
    root,
    /** Replaces the first match of a pattern; throws if there is none, so that a fault is never planted in vain. */
    edit(file: string, pattern: RegExp | string, replacement: string): void {
      const text = readFileSync(join(root, file), 'utf8');
      const edited = text.replace(pattern, replacement);
      if (edited === text) throw new Error(`${file}: nothing matches ${String(pattern)}`);
      changed.add(file);
      writeFileSync(join(root, file), edited);
    },
    read: (file: string): string => readFileSync(join(root, file), 'utf8'),
    write: (file: string, text: string): void => {
      changed.add(file);
      writeFileSync(join(root, file), text);
    },
    remove: (file: string): void => {
      changed.add(file);
      rmSync(join(root, file));
    },
    /** The gate's messages, one line each. */
    messages: async (day = today): Promise<string[]> => (await contentProblems(root, day)).map(describeProblem),
    dispose: (): void => {
      for (const file of changed) {
        rmSync(join(root, file), { force: true });
        if (existsSync(join(projectRoot, file))) cpSync(join(projectRoot, file), join(root, file));
      }
    },
  };
}
