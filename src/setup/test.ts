// npm test: every check there is, in order; the last line is `N passed, N failed`. `--only <step>` runs one step.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countLine, runSteps, seconds } from './steps.ts';
import { testSteps } from './test-steps.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const plan = testSteps(root);
const all = plan.flat();
const chosen = values.only === undefined ? plan : all.filter((step) => step.name === values.only);

if (chosen.length === 0) {
  console.error(`There is no step "${values.only}". The steps are: ${all.map((step) => step.name).join(', ')}`);
  process.exit(1);
}

const start = performance.now();
const reports = await runSteps(chosen);
console.log(`\n${reports.map((report) => `${report.name} ${report.seconds.toFixed(1)} s`).join(' · ')}`);
console.log(`Took ${seconds(performance.now() - start)}`);
console.log(countLine(reports));
process.exitCode = reports.some((report) => report.failed > 0) ? 1 : 0;
