import type { BodyReader } from './body.ts';
import type { Lane } from './lane.ts';
import type { Limiter } from './limiter.ts';
import type { Bytes, Decode } from './message/bytes.ts';
import type { Epoch } from './message/epochs.ts';
import type { FieldName } from './message/report.ts';
import type { Seal } from './message/seal.ts';
import type { ProblemSlug } from './problems.ts';
import type { Queue } from './queue.ts';
import type { Replies } from './replies/desk.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './stores/store.ts';

export const LANGUAGES = ['lv', 'en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Interface words of the pages that the endpoint itself answers with: keys of content/data/ui. */
export type AnswerKey =
  | `report.answer.${'back' | 'again' | 'code' | 'codeText' | 'codeGone' | 'file' | 'filesAgain' | 'filesLost' | 'kept' | 'next' | 'phones' | 'reload' | 'site' | 'stored' | 'storedText' | 'tab'}`
  | `reply.add.${'title' | 'label' | 'hint' | 'send' | 'done' | 'doneText' | 'missing'}`
  | `reply.code.${'label' | 'hint'}`
  | `reply.fault.${'forged' | 'damaged' | 'newer' | 'moved' | 'repeated' | 'missing' | 'earlier'}`
  | `reply.problem.${'code' | 'rate-limited' | 'closed' | 'unreadable'}`
  | `reply.${'title' | 'read' | 'none' | 'noneText' | 'found' | 'item' | 'signed' | 'more' | 'end' | 'gone' | 'server' | 'trial'}`
  | `report.field.${FieldName | 'danger'}`
  | `report.about.${'recruitment' | 'exploited' | 'seen' | 'myself'}`
  | `report.problem.${Exclude<ProblemSlug, 'not-found' | 'method' | 'id-reused' | 'bad-envelope' | 'pow-required'>}`;

export interface Phone {
  name: string;
  printed: string;
  href: string;
}

/** One language of the endpoint's own pages. */
export interface AnswerLanguage {
  words: (key: AnswerKey, params?: Record<string, string | number>) => string;
  phones: readonly Phone[];
  /** The page with the form. */
  formPath: string;
  /** The page where a reply is read. */
  replyPath: string;
}

/** All the handler needs from outside: the platform hands in place, keys, clock, chance and words. */
export interface ReportContext {
  store: Store;
  /** False while the store has not proved that it keeps what it is given. */
  isOpen: () => boolean;
  epochs: readonly Epoch[];
  /** Keys that nobody keeps: this copy is for trying out. */
  isDevelopment: boolean;
  /** Whether pages of this origin (https://cilvektirdznieciba.lv) may send. */
  isOwnOrigin: (origin: string) => boolean;
  secrets: Secrets;
  limiter: Limiter;
  /** Who comes in when many come at once. */
  lane: Lane;
  bodies: BodyReader;
  replies: Replies;
  /** Encryption of what comes without script. */
  sealing: Queue;
  /** A way to seal that is faster here than the one that works everywhere. */
  seal?: Seal;
  /** The same for reading base64; as strict as `fromBase64Letters`. */
  decode?: Decode;
  clock: () => Date;
  random: (length: number) => Bytes;
  languages: Readonly<Record<Language, AnswerLanguage>>;
  /** Where the request comes from, used for the limiter's answer only; undefined where unknown. */
  address?: string | undefined;
}
