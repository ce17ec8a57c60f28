import { bodyReader } from '../body.ts';
import type { AnswerLanguage, Language, ReportContext } from '../context.ts';
import { handle } from '../handler.ts';
import { currentKeys } from '../keys/current.ts';
import type { RecipientList } from '../keys/recipients.ts';
import { openLane } from '../lane.ts';
import { sketchLimiter } from '../limiter.ts';
import type { Bytes, Decode } from '../message/bytes.ts';
import { dayOf } from '../message/report.ts';
import type { Seal } from '../message/seal.ts';
import { workQueue } from '../queue.ts';
import { openReplies } from '../replies/desk.ts';
import { deriveSecrets, type Primitives } from '../secrets.ts';
import { withQuota } from '../stores/quota.ts';
import { probe, type Store } from '../stores/store.ts';
import { workWords } from '../work-words.ts';
import { forwardedAddress, numberSetting, type Settings } from './settings.ts';

const WINDOW = 600_000;
const POSTS_A_WINDOW = 30;
/** Taken from everybody; beyond them work is asked. */
const POSTS_A_MINUTE = 120;
/** From this part of the quota on only work comes in. */
const NEARLY_FULL = 0.9;
const SEALINGS_A_CORE = 4;
const SEALINGS_WAITING = 64;
const QUOTA = { objects: 20_000, bytes: 5e9 };
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** What every platform gives, whatever it runs on. */
export interface EndpointOptions {
  store: Store;
  /** At least one of 32 or more random bytes; the first is used, the others still open receipts. Rejects with the remedy. */
  secrets: () => Promise<readonly Bytes[]>;
  settings: Settings;
  /** Real reports may come: development keys and pages of this machine are refused. */
  isProduction: boolean;
  /** Origins of the site itself. */
  origins: readonly string[];
  languages: Readonly<Record<Language, AnswerLanguage>>;
  /** A way to seal that is faster on Node than the one that works everywhere; Bun has not all of OpenSSL. */
  seal?: Seal;
  /** The same for what secrets are made of, and for reading base64. */
  primitives?: Primitives;
  decode?: Decode;
  /** Processor cores for what comes without script. */
  cores?: number;
  clock?: () => Date;
  /** Who opens reports; src/reports/keys/recipients.json unless a test says otherwise. */
  recipients?: RecipientList | undefined;
}

/** An endpoint over a store that has been proved. */
export interface OpenEndpoint {
  /** `address` is the other end of the connection, or what the platform says of the sender. */
  handle: (request: Request, address: string | undefined) => Promise<Response>;
  isDevelopment: boolean;
  /** The part of the quota that is used. */
  used: () => number;
  /** Counts again and proves again that nothing is overwritten; until the proof holds, no report is taken. Rejects never. */
  check: () => Promise<void>;
}

export function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** The keys of this copy. Throws, with the remedy, where real reports may come and nobody could read them. */
export async function keysFor({ isProduction, clock = () => new Date(), recipients }: Partial<EndpointOptions>) {
  const keys = await currentKeys(dayOf(clock()), recipients);
  if (!isProduction || !keys.isDevelopment) return keys;
  throw new Error(
    'Reports: src/reports/keys/recipients.json names nobody who can open a report. Add keys (npm run inbox -- keygen) or set REPORTS=off.',
  );
}

/** Proves the store and hands back the endpoint over it. Throws with one line that names the remedy. */
export async function openEndpoint(options: EndpointOptions): Promise<OpenEndpoint> {
  const { settings, isProduction, origins, languages, cores = 1, clock = () => new Date() } = options;
  const { epochs, replyKeys, isDevelopment } = await keysFor(options);
  const store = withQuota(options.store, {
    objects: numberSetting(settings, 'REPORTS_MAX_OBJECTS', QUOTA.objects),
    bytes: numberSetting(settings, 'REPORTS_MAX_BYTES', QUOTA.bytes),
  });
  await probe(store, random);
  await store.recount();
  const own = settings['REPORTS_ORIGINS']?.split(',').map((origin) => origin.trim()) ?? origins;
  let isOpen = true;
  const shared: ReportContext = {
    store,
    isOpen: () => isOpen,
    epochs,
    isDevelopment,
    isOwnOrigin: (origin) => own.includes(origin) || (!isProduction && LOOPBACK.test(origin)),
    secrets: await deriveSecrets(await options.secrets(), random, options.primitives),
    limiter: sketchLimiter({ limit: POSTS_A_WINDOW, window: WINDOW, clock, random }),
    replies: openReplies(replyKeys, { clock, random }),
    lane: openLane({
      postsAMinute: numberSetting(settings, 'REPORTS_POSTS_A_MINUTE', POSTS_A_MINUTE),
      workWords: workWords(await options.secrets()),
      isNearlyFull: () => store.used() >= NEARLY_FULL,
      clock,
    }),
    bodies: bodyReader(),
    ...(options.seal && { seal: options.seal }),
    ...(options.decode && { decode: options.decode }),
    sealing: workQueue(SEALINGS_A_CORE * cores, SEALINGS_WAITING),
    clock,
    random,
    languages,
  };
  const isBehindProxy = settings['REPORTS_TRUST_PROXY'] === '1';
  return {
    handle: (request, address) => handle(request, { ...shared, address: isBehindProxy ? forwardedAddress(request) : address }),
    isDevelopment,
    used: () => store.used(),
    async check() {
      isOpen = await probe(store, random)
        .then(() => store.recount())
        .then(
          () => true,
          () => false,
        );
    },
  };
}
