import { AwsClient } from 'aws4fetch';
import { type Bytes, hex, toBase64 } from '../message/bytes.ts';
import { type Listing, type Store, StoreFault } from './store.ts';

export interface S3Options {
  /** Address of the bucket: https://bucket.s3.eu-north-1.amazonaws.com or https://host/bucket. */
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Of keys that a platform lends for a while. */
  sessionToken?: string;
}

/** How long one request and all tries of it may take, in milliseconds, and how many tries there are. */
export interface Patience {
  request: number;
  whole: number;
  tries: number;
  /** Before the second try; doubled after each, and cut by chance to between half and all of it. */
  pause: number;
}

const PATIENCE: Patience = { request: 3_000, whole: 8_000, tries: 4, pause: 150 };

type Fetch = (request: Request, init: RequestInit) => Promise<Response>;
interface Answer {
  status: number;
  body: Bytes;
  date: string | null;
}

/**
 * A store in a bucket of an S3 service that honours `If-None-Match: *` on PUT. The bucket's rules (no public access, EU region, versions off) are
 * the operator's: src/reports/README.md.
 */
export function openS3Store({ bucket, region, ...keys }: S3Options, patience = PATIENCE, send: Fetch = fetch): Store {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: 0 });
  const root = bucket.replace(/\/$/, '');
  /** The service's clock where ours is too far from it. */
  let skew = 0;

  async function once(url: string, init: RequestInit): Promise<Answer> {
    const datetime = new Date(Date.now() + skew).toISOString().replaceAll(/[:-]|\.\d{3}/g, '');
    const signed = await client.sign(url, { ...init, aws: { datetime } });
    return within(patience.request, async (signal) => {
      const answer = await send(signed, { signal });
      return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()), date: answer.headers.get('date') };
    });
  }

  /** Tries until the answer is not one to try again. `isRetried` says whether an earlier try may have been carried out. */
  async function ask(url: string, init: RequestInit): Promise<Answer & { isRetried: boolean }> {
    const end = Date.now() + patience.whole;
    let fault = '';
    for (let attempt = 0; attempt < patience.tries && Date.now() < end; attempt++) {
      if (attempt > 0) await wait(patience.pause * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
      const answer = await once(url, init).catch((error: unknown) => void (fault = nameOf(error)));
      if (!answer) continue;
      if (isSkewed(answer)) skew = Date.parse(answer.date ?? '') - Date.now() || 0;
      else if (answer.status < 500 && answer.status !== 409 && answer.status !== 408 && answer.status !== 429) {
        return { ...answer, isRetried: attempt > 0 };
      }
      fault = `status ${answer.status}`;
    }
    throw new StoreFault('unavailable', `the bucket gave no good answer in time: ${fault}`);
  }

  async function get(key: string): Promise<Bytes | null> {
    const { status, body } = await ask(`${root}/${key}`, { method: 'GET' });
    if (status === 404) return null;
    if (status !== 200) throw refused('GET', status);
    return body;
  }

  return {
    get,
    async create(key, bytes) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Bytes));
      const headers = {
        'Content-Type': 'application/octet-stream',
        'If-None-Match': '*',
        'X-Amz-Checksum-Sha256': toBase64(digest),
        'X-Amz-Content-Sha256': hex(digest),
      };
      const { status, isRetried } = await ask(`${root}/${key}`, { method: 'PUT', headers, body: bytes as Bytes });
      if (status === 200) return 'created';
      if (status !== 412) throw refused('PUT', status);
      // An earlier try may have been carried out and its answer lost.
      const kept = isRetried ? await get(key) : null;
      const isOurs = kept?.length === bytes.length && kept.every((byte, index) => byte === bytes[index]);
      return isOurs ? 'created' : 'exists';
    },
    async list(prefix, cursor) {
      const query = new URLSearchParams({ 'list-type': '2', prefix, ...(cursor === undefined ? {} : { 'continuation-token': cursor }) });
      const { status, body } = await ask(`${root}/?${query}`, { method: 'GET' });
      if (status !== 200) throw refused('listing', status);
      return readListing(new TextDecoder().decode(body));
    },
    async remove(key) {
      const { status } = await ask(`${root}/${key}`, { method: 'DELETE' });
      if (status !== 204 && status !== 200 && status !== 404) throw refused('DELETE', status);
    },
  };
}

/** Gives up after a time. `AbortSignal.timeout` alone does not: under load Node 24 loses such signals with the requests they are part of. */
async function within<Result>(milliseconds: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException('no answer in time', 'TimeoutError'));
      controller.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), end]);
  } finally {
    clearTimeout(timer);
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

function isSkewed({ status, body }: Answer): boolean {
  return status === 403 && new TextDecoder().decode(body).includes('<Code>RequestTimeTooSkewed</Code>');
}

function refused(what: string, status: number): StoreFault {
  const kind = status === 507 ? 'full' : 'unavailable';
  return new StoreFault(kind, `the bucket refused ${what} with status ${status}`);
}

/** An answer of ListObjectsV2. Our keys need no escaping; the token may. */
function readListing(xml: string): Listing {
  const objects = [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, entry = '']) => ({
    key: element(entry, 'Key') ?? '',
    bytes: Number(element(entry, 'Size')),
    day: (element(entry, 'LastModified') ?? '').slice(0, 10),
  }));
  const cursor = element(xml, 'NextContinuationToken');
  return cursor === undefined ? { objects } : { objects, cursor };
}

function element(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return found?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
