import { fail, pass, runNode, type Step } from './steps.ts';

/** The programs of `npm run check`: name, and the script with its arguments. */
const PROGRAMS = [
  ['types', 'astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'],
  ['lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['unused code', 'knip/bin/knip.js'],
] as const;

/** One step per program; what it says is printed only when it finds something. */
export function staticChecks(root: string): Step[] {
  return PROGRAMS.map(([name, script, ...args]) => ({
    name,
    run: async () => {
      const env = { ASTRO_TELEMETRY_DISABLED: '1' };
      const { code, output } = await runNode([`node_modules/${script}`, ...args], { root, env });
      if (code === 0) return pass();
      console.log(output.trimEnd());
      return fail(`${script.split('/')[0]} ended with ${code}`);
    },
  }));
}
