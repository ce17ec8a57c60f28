// npm run check: types, lint, format, unused code. All run even if one fails; exit 1 if any did.
import { fileURLToPath } from 'node:url';
import { staticChecks } from './static-checks.ts';
import { countLine, runSteps } from './steps.ts';

const reports = await runSteps(staticChecks(fileURLToPath(new URL('../../', import.meta.url))));
console.log(`\n${countLine(reports)}`);
process.exitCode = reports.some((report) => report.failed > 0) ? 1 : 0;
