import { fail, pass, runNode, type Plan, type Step } from './steps.ts';

type Program = readonly [name: string, script: string, ...args: string[]];

/** Writes the types of the collections, which a fresh clone lacks and the checks of types and lint read. */
const FIRST: Program = ['content types', 'astro/bin/astro.mjs', 'sync'];
/** The programs of `npm run check`: name, and the script with its arguments. All run at once: each uses one core, and they end at different times. */
const PROGRAMS: readonly Program[] = [
  ['types', 'astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'],
  ['lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['unused code', 'knip/bin/knip.js'],
];

/** One step per program; what it says is printed only when it finds something. */
export function staticChecks(root: string): Plan {
  return [stepOf(root, FIRST), PROGRAMS.map((program) => stepOf(root, program))];
}

function stepOf(root: string, [name, script, ...args]: Program): Step {
  return {
    name,
    run: async () => {
      const env = { ASTRO_TELEMETRY_DISABLED: '1' };
      const { code, output } = await runNode([`node_modules/${script}`, ...args], { root, env });
      if (code === 0) return pass();
      console.log(output.trimEnd());
      return fail(`${script.split('/')[0]} ended with ${code}`);
    },
  };
}
