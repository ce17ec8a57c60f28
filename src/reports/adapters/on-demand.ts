import { type Bytes, fromBase64 } from '../message/bytes.ts';
import { problem } from '../problems.ts';
import type { Store } from '../stores/store.ts';
import { openEndpoint, type OpenEndpoint } from './endpoint.ts';
import { answersOf, asSite, type SiteData } from './site-data.ts';
import type { Settings } from './settings.ts';

const HOUR = 3_600_000;

export interface OnDemandOptions {
  site: SiteData;
  settings: Settings;
  /** Throws with the remedy. */
  store: () => Store;
}

/** Answers one request; rejects never. */
export type Answerer = (request: Request, address: string | undefined) => Promise<Response>;

/**
 * An endpoint for platforms that start a program for a request and freeze it after: it opens with the first request and proves the store again
 * with the first one of another hour. While it cannot open, it answers 503 and says why once, in our own words.
 */
export function onDemand({ site, settings, store }: OnDemandOptions): Answerer {
  let ready: OpenEndpoint | undefined;
  let checkedAt = 0;
  let said = '';

  // Requests at the same time open it each for itself: a promise of one request may die with it on Cloudflare.
  const open = async (): Promise<OpenEndpoint> => {
    const isProduction = settings['REPORTS_TRIAL'] !== '1';
    const secrets = () => Promise.resolve(secretsIn(settings));
    const { origins } = site;
    const opened = await openEndpoint({ store: store(), secrets, settings, isProduction, origins, languages: answersOf(site) });
    ready ??= opened;
    checkedAt = Date.now();
    return ready;
  };

  return async (request, address) => {
    try {
      if (ready && Date.now() - checkedAt >= HOUR) {
        checkedAt = Date.now();
        await ready.check();
      }
      return asSite(await (ready ?? (await open())).handle(request, address), request, site);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      if (reason !== said) console.error((said = reason));
      return asSite(problem('closed'), request, site);
    }
  };
}

/** `REPORTS_SECRET`: one or two words of base64, 32 bytes or more each. Throws with the remedy. */
function secretsIn(settings: Settings): Bytes[] {
  const secrets = (settings['REPORTS_SECRET'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(fromBase64);
  if (secrets.every((secret) => secret !== undefined && secret.length >= 32)) return secrets as Bytes[];
  throw new Error(
    'Reports: REPORTS_SECRET holds no secret of 32 bytes. Make one, head -c 32 /dev/urandom | base64, and set it as a secret.',
  );
}
