import { openS3Store } from '../stores/s3.ts';
import { onDemand } from './on-demand.ts';
import { bucketSettings, type Settings } from './settings.ts';
import type { SiteData } from './site-data.ts';

/** A Netlify function of version 2. Reports go into a bucket: src/deploy/netlify/README.md says why not into Netlify Blobs. */
export function netlifyFunction(site: SiteData, settings: Settings): (request: Request, context: { ip?: string }) => Promise<Response> {
  const answer = onDemand({ site, settings, store: () => openS3Store(bucketSettings(settings)) });
  return (request, context) => answer(request, context.ip);
}
