import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A bucket in memory for a check, with the settings that lead to it. */
export interface Bucket {
  settings: Record<string, string>;
  count: () => number;
  close: () => Promise<void>;
}

/** Starts a bucket that knows PUT with `If-None-Match: *`, GET, DELETE and an empty listing: as much as an endpoint asks for. */
export async function startBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    void buffer(request).then((body) => {
      const key = decodeURIComponent(url);
      const found = objects.get(key);
      if (method === 'GET' && url.includes('list-type=2')) return response.end('<ListBucketResult></ListBucketResult>');
      if (method === 'GET') return response.writeHead(found ? 200 : 404).end(found);
      if (method === 'DELETE') objects.delete(key);
      if (method !== 'PUT') return response.writeHead(204).end();
      if (found) return response.writeHead(412).end();
      objects.set(key, body);
      return response.writeHead(200).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    settings: {
      REPORTS_S3_BUCKET: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`,
      REPORTS_S3_REGION: 'eu-north-1',
      REPORTS_S3_ACCESS_KEY_ID: 'check',
      REPORTS_S3_SECRET_ACCESS_KEY: 'check',
    },
    count: () => [...objects.keys()].filter((key) => key.startsWith('/bucket/r/')).length,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
