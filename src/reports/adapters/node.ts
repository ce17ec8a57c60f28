import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { type Bytes, fromBase64, toBase64 } from '../message/bytes.ts';
import { openFsStore } from '../stores/fs.ts';
import { openS3Store } from '../stores/s3.ts';
import type { Store } from '../stores/store.ts';
import { type EndpointOptions, keysFor, openEndpoint, random } from './endpoint.ts';
import { sealNatively } from './node-seal.ts';
import { bucketSettings } from './settings.ts';

export type { Settings } from './settings.ts';

export interface OpenOptions extends Omit<EndpointOptions, 'store' | 'secrets' | 'seal' | 'cores'> {
  /** The project's folder; a copy that is being tried out keeps everything below `.reports` in it. */
  root: string;
}

export interface Endpoint {
  /** `address` is the other end of the connection. */
  handle: (request: Request, address: string | undefined) => Promise<Response>;
  /** What the operator should read once, a line each. */
  notes: readonly string[];
  /** Ends the hourly checks. */
  close: () => void;
}

const HOUR = 3_600_000;
const LOCAL = '.reports';
const ALARM = 0.7;

/** Opens store, secrets and keys, proves the store, and hands back the endpoint. Throws with one line that names the remedy. */
export async function openReports(options: OpenOptions): Promise<Endpoint> {
  const { root, clock = () => new Date() } = options;
  await keysFor(options);
  const { store, where } = await openStore(options, clock);
  const secrets = () => readSecrets(join(root, LOCAL, 'secret'), options);
  const endpoint = await openEndpoint({ ...options, store, secrets, seal: sealNatively, cores: availableParallelism() });
  const recheck = setInterval(() => void endpoint.check(), HOUR);
  recheck.unref();
  return {
    handle: endpoint.handle,
    notes: [
      ...(endpoint.isDevelopment
        ? [`Reports: development keys, which protect nothing; reports go to ${where} and reach nobody. Read them: npm run inbox -- open`]
        : []),
      ...(endpoint.used() >= ALARM
        ? [`Reports: the store is ${Math.round(endpoint.used() * 100)} % full. Pull and purge: npm run inbox`]
        : []),
    ],
    close: () => clearInterval(recheck),
  };
}

/** The store that the settings name; `where` is how people call it. Throws with the remedy. */
export async function openStore(
  { root, settings, isProduction }: Pick<OpenOptions, 'root' | 'settings' | 'isProduction'>,
  clock: () => Date,
): Promise<{ store: Store; where: string }> {
  const folder = settings['REPORTS_DIR'];
  if (settings['REPORTS_S3_BUCKET'] !== undefined) return { store: openS3Store(bucketSettings(settings)), where: 'the bucket' };
  if (folder === undefined && isProduction) {
    throw new Error(
      'Reports: no place to keep them. Set REPORTS_DIR to a folder outside the site, or REPORTS_S3_BUCKET; or set REPORTS=off.',
    );
  }
  const place = resolve(root, folder ?? join(LOCAL, 'store'));
  if (`${place}${sep}`.startsWith(join(root, 'dist') + sep))
    throw new Error('Reports: REPORTS_DIR is inside dist/, which is published. Choose another folder.');
  return { store: await openFsStore(place, clock), where: place };
}

/** One or two lines of base64, 32 bytes or more each; made at once for a copy that is being tried out. */
async function readSecrets(usual: string, { settings, isProduction }: OpenOptions): Promise<Bytes[]> {
  const file = settings['REPORTS_SECRET_FILE'] ?? usual;
  const make = `(umask 077; head -c 32 /dev/urandom | base64 > ${file})`;
  if (settings['REPORTS_SECRET_FILE'] === undefined && isProduction) {
    throw new Error(
      'Reports: no secret of the server. Make one outside the site, (umask 077; head -c 32 /dev/urandom | base64 > FILE), and set REPORTS_SECRET_FILE.',
    );
  }
  if (!existsSync(file)) {
    if (isProduction) throw new Error(`Reports: ${file} does not exist. Make it: ${make}`);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, `${toBase64(random(32))}\n`, { mode: 0o600, flag: 'wx' });
    await chmod(file, 0o600);
  }
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) {
    throw new Error(`Reports: others on this machine can read ${file}. Close it: chmod 600 ${file}`);
  }
  const secrets = (await readFile(file, 'utf8')).trim().split(/\s+/).map(fromBase64);
  if (secrets.some((secret) => secret === undefined || secret.length < 32))
    throw new Error(`Reports: ${file} holds no secret of 32 bytes. Make a new one: ${make}`);
  return secrets as Bytes[];
}
