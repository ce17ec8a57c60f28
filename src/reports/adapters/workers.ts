import { openR2Store, type R2Bucket } from '../stores/r2.ts';
import { openS3Store } from '../stores/s3.ts';
import type { Store } from '../stores/store.ts';
import { type Answerer, onDemand } from './on-demand.ts';
import { bucketSettings, type Settings } from './settings.ts';
import type { SiteData } from './site-data.ts';

/** Bindings of the Worker: the settings as variables and secrets, and the R2 bucket unless the settings name one elsewhere. */
export interface WorkersEnv {
  REPORTS?: R2Bucket;
  [setting: string]: unknown;
}

/** The default export of a Cloudflare Worker. */
export function workersHandler(site: SiteData): { fetch: (request: Request, env: WorkersEnv) => Promise<Response> } {
  let answer: Answerer | undefined;
  return {
    async fetch(request, env) {
      const settings = Object.fromEntries(Object.entries(env).filter(([, value]) => typeof value === 'string')) as Settings;
      answer ??= onDemand({ site, settings, store: () => storeIn(env, settings) });
      // Only Cloudflare itself sets this header; it takes away what a visitor wrote.
      const response = await answer(request, request.headers.get('cf-connecting-ip') ?? undefined);
      // Otherwise Cloudflare compresses answers, and those that must be of equal length are no longer.
      response.headers.set('cache-control', 'no-store, no-transform');
      return response;
    },
  };
}

function storeIn({ REPORTS: bucket }: WorkersEnv, settings: Settings): Store {
  if (settings['REPORTS_S3_BUCKET'] !== undefined) return openS3Store(bucketSettings(settings));
  if (bucket) return openR2Store(bucket);
  throw new Error('Reports: no place to keep them. Bind an R2 bucket as REPORTS in wrangler.jsonc, or set REPORTS_S3_BUCKET.');
}
