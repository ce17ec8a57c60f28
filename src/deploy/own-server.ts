import { type Endpoint, openReports } from '../reports/adapters/node.ts';
import { answersOf, type SiteData } from '../reports/adapters/site-data.ts';

interface Listening {
  hostname: string;
  port: number;
  listening: (port: number) => void;
}

/**
 * Opens the endpoint by the environment's settings and serves it on HOST and PORT until the program is told to stop. Ends it with one line
 * where it cannot open. Real reports are expected unless REPORTS_TRIAL is 1.
 */
export async function runServer(
  site: SiteData,
  serve: (endpoint: Endpoint, where: Listening) => { stop: () => Promise<void> },
): Promise<void> {
  const { env } = process;
  try {
    const isProduction = env['REPORTS_TRIAL'] !== '1';
    const endpoint = await openReports({
      root: process.cwd(),
      settings: env,
      isProduction,
      origins: site.origins,
      languages: answersOf(site),
    });
    for (const note of endpoint.notes) console.log(note);
    const hostname = env['HOST'] ?? '127.0.0.1';
    const listening = (port: number) => console.log(`Taking reports on http://${hostname}:${port}/api/`);
    const server = serve(endpoint, { hostname, port: Number(env['PORT'] ?? 4322), listening });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void server.stop().then(() => process.exit(0)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
