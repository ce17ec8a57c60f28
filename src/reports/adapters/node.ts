import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { bodyReader } from '../body.ts';
import type { AnswerLanguage, Language, ReportContext } from '../context.ts';
import { handle } from '../handler.ts';
import { currentKeys } from '../keys/current.ts';
import type { RecipientList } from '../keys/recipients.ts';
import { sketchLimiter } from '../limiter.ts';
import { type Bytes, fromBase64, toBase64 } from '../message/bytes.ts';
import { dayOf } from '../message/report.ts';
import { workQueue } from '../queue.ts';
import { openReplies } from '../replies/desk.ts';
import { deriveSecrets } from '../secrets.ts';
import { openFsStore } from '../stores/fs.ts';
import { type GuardedStore, withQuota } from '../stores/quota.ts';
import { openS3Store } from '../stores/s3.ts';
import { probe, type Store } from '../stores/store.ts';

/** Settings by name, as in the environment; src/reports/README.md lists them. */
export type Settings = Readonly<Record<string, string | undefined>>;

export interface OpenOptions {
  /** The project's folder; a copy that is being tried out keeps everything below `.reports` in it. */
  root: string;
  settings: Settings;
  /** Real reports may come: development keys, missing settings and readable secrets are refused. */
  isProduction: boolean;
  /** Origins of the site itself. */
  origins: readonly string[];
  languages: Readonly<Record<Language, AnswerLanguage>>;
  clock?: () => Date;
  /** Who opens reports; src/reports/keys/recipients.json unless a test says otherwise. */
  recipients?: RecipientList;
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
const WINDOW = 600_000;
const POSTS_A_WINDOW = 30;
const SEALINGS_A_CORE = 4;
const SEALINGS_WAITING = 64;
const QUOTA = { objects: 20_000, bytes: 5e9 };
const LOCAL = '.reports';
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
const ALARM = 0.7;

function random(length: number): Bytes {
  return new Uint8Array(randomBytes(length));
}

/** Opens store, secrets and keys, proves the store, and hands back the endpoint. Throws with one line that names the remedy. */
export async function openReports(options: OpenOptions): Promise<Endpoint> {
  const { root, settings, isProduction, origins, languages, clock = () => new Date(), recipients } = options;
  const { epochs, replyKeys, isDevelopment } = await currentKeys(dayOf(clock()), recipients);
  if (isProduction && isDevelopment) {
    throw new Error(
      'Reports: src/reports/keys/recipients.json names nobody who can open a report. Add keys (npm run inbox -- keygen) or set REPORTS=off.',
    );
  }
  const { store: place, where } = await openStore(options, clock);
  const quota = {
    objects: number(settings, 'REPORTS_MAX_OBJECTS', QUOTA.objects),
    bytes: number(settings, 'REPORTS_MAX_BYTES', QUOTA.bytes),
  };
  const store = withQuota(place, quota);
  await probe(store, random);
  await store.recount();
  const own = settings['REPORTS_ORIGINS']?.split(',').map((origin) => origin.trim()) ?? origins;
  let isOpen = true;
  const recheck = setInterval(() => void check(store).then((isSound) => (isOpen = isSound)), HOUR);
  recheck.unref();
  const shared: ReportContext = {
    store,
    isOpen: () => isOpen,
    epochs,
    isDevelopment,
    isOwnOrigin: (origin) => own.includes(origin) || (!isProduction && LOOPBACK.test(origin)),
    secrets: await deriveSecrets(await readSecrets(join(root, LOCAL, 'secret'), options), random),
    limiter: sketchLimiter({ limit: POSTS_A_WINDOW, window: WINDOW, clock, random }),
    replies: openReplies(replyKeys, { clock, random }),
    bodies: bodyReader(),
    sealing: workQueue(SEALINGS_A_CORE * availableParallelism(), SEALINGS_WAITING),
    clock,
    random,
    languages,
  };
  const isBehindProxy = settings['REPORTS_TRUST_PROXY'] === '1';
  return {
    handle: (request, address) => handle(request, { ...shared, address: isBehindProxy ? forwarded(request) : address }),
    notes: [
      ...(isDevelopment
        ? [`Reports: development keys, which protect nothing; reports go to ${where} and reach nobody. Read them: npm run inbox -- open`]
        : []),
      ...(store.used() >= ALARM ? [`Reports: the store is ${Math.round(store.used() * 100)} % full. Pull and purge: npm run inbox`] : []),
    ],
    close: () => clearInterval(recheck),
  };
}

/** Counts again and proves again that nothing is overwritten. */
async function check(store: GuardedStore): Promise<boolean> {
  return probe(store, random)
    .then(() => store.recount())
    .then(
      () => true,
      () => false,
    );
}

function number(settings: Settings, name: string, usual: number): number {
  const value = Number(settings[name] ?? usual);
  if (value > 0) return value;
  throw new Error(`Reports: ${name} is "${settings[name]}", which is no number above 0. Correct or unset it.`);
}

/** The last address a proxy of ours added; what stands before it, anybody can write. */
function forwarded(request: Request): string | undefined {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
}

/** The store that the settings name; `where` is how people call it. Throws with the remedy. */
export async function openStore(
  { root, settings, isProduction }: Pick<OpenOptions, 'root' | 'settings' | 'isProduction'>,
  clock: () => Date,
): Promise<{ store: Store; where: string }> {
  const folder = settings['REPORTS_DIR'];
  if (settings['REPORTS_S3_BUCKET'] !== undefined) return { store: openS3Store(s3Options(settings)), where: 'the bucket' };
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

function s3Options(settings: Settings) {
  const need = (name: string): string => {
    const value = settings[name];
    if (value) return value;
    throw new Error(
      `Reports: ${name} is missing. Set REPORTS_S3_BUCKET (its https address), _REGION, _ACCESS_KEY_ID and _SECRET_ACCESS_KEY.`,
    );
  };
  return {
    bucket: need('REPORTS_S3_BUCKET'),
    region: need('REPORTS_S3_REGION'),
    accessKeyId: need('REPORTS_S3_ACCESS_KEY_ID'),
    secretAccessKey: need('REPORTS_S3_SECRET_ACCESS_KEY'),
  };
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
