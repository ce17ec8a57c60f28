import type { Bytes } from './message/bytes.ts';

/** How slow a body may be, in milliseconds and bytes. The default lets a phone on a 64 kbit/s line send 1 MiB. */
export interface BodyLimits {
  /** Every so long … */
  stretch: number;
  /** … so many bytes must have come. */
  bytesAStretch: number;
  whole: number;
  /** Bodies read at the same time. */
  places: number;
  /** Bytes of all of them: many slow senders are cheap, many large bodies are not. */
  bytesAtOnce: number;
}

const LIMITS: BodyLimits = { stretch: 20_000, bytesAStretch: 20 * 1_024, whole: 300_000, places: 1_500, bytesAtOnce: 192 * 1_024 * 1_024 };

/** Younger or faster readers never lose their place: bytes a second, milliseconds. */
const FAST = 4_096;
const YOUNG = 2_000;

interface Reader {
  since: number;
  received: number;
  cut: () => void;
}

export type BodyFault = 'too-large' | 'timeout' | 'closed';

export interface BodyReader {
  /** The whole body; the fault when it is larger than `limit` bytes, too slow, or there are too many at once. Rejects never. */
  read(request: Request, limit: number): Promise<Bytes | BodyFault>;
  /** As `read`, but of a larger body the first `limit` bytes: a form with large files must not cost its text. */
  readStart(request: Request, limit: number): Promise<BodyStart | BodyFault>;
}

export interface BodyStart {
  bytes: Bytes;
  isWhole: boolean;
}

/** Reads bodies into memory. When all places are taken, the slowest reader that is slower than any honest phone gives way. */
export function bodyReader(limits: Partial<BodyLimits> = {}): BodyReader {
  const { stretch, bytesAStretch, whole, places, bytesAtOnce } = { ...LIMITS, ...limits };
  const readers = new Set<Reader>();

  const makeRoom = (): boolean => {
    const held = [...readers].reduce((sum, { received }) => sum + received, 0);
    if (readers.size < places && held < bytesAtOnce) return true;
    const now = performance.now();
    const rate = ({ received, since }: Reader) => (received * 1_000) / (now - since);
    const slow = [...readers].filter((reader) => now - reader.since > YOUNG && rate(reader) < FAST);
    slow.sort((one, other) => rate(one) - rate(other))[0]?.cut();
    return slow.length > 0;
  };

  const readStart = async (request: Request, limit: number): Promise<BodyStart | BodyFault> => {
    const declared = Number(request.headers.get('content-length') ?? 0);
    if (!request.body) return { bytes: new Uint8Array(), isWhole: true };
    if (!makeRoom()) return 'closed';
    const source = request.body.getReader();
    let cut: () => void = () => undefined;
    const isCut = new Promise<'timeout'>((resolve) => (cut = () => resolve('timeout')));
    const reader: Reader = { since: performance.now(), received: 0, cut: () => (readers.delete(reader), cut()) };
    readers.add(reader);
    let atStretch = 0;
    const watch = setInterval(() => {
      const isSlow = reader.received - atStretch < bytesAStretch || performance.now() - reader.since >= whole;
      atStretch = reader.received;
      if (isSlow) reader.cut();
    }, stretch);
    try {
      return await Promise.race([collect(source, limit, Math.min(declared, limit), reader), isCut]);
    } catch {
      return 'timeout';
    } finally {
      clearInterval(watch);
      readers.delete(reader);
      // What was cut or is too large would come on, counted by nobody; of a body that has ended this is nothing.
      source.cancel().catch(() => undefined);
    }
  };

  return {
    readStart,
    async read(request, limit) {
      if (Number(request.headers.get('content-length') ?? 0) > limit) return 'too-large';
      const start = await readStart(request, limit);
      if (typeof start === 'string') return start;
      return start.isWhole ? start.bytes : 'too-large';
    },
  };
}

/** So many times what has come, and no more, is set aside for a body of a declared length. */
const EARNED = 16;

async function collect(
  source: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  declared: number,
  reader: Reader,
): Promise<BodyStart> {
  let whole: Bytes = new Uint8Array();
  for (;;) {
    const { done, value } = await source.read();
    const at = reader.received;
    if (done) return { bytes: whole.subarray(0, at), isWhole: true };
    reader.received += value.length;
    const end = Math.min(reader.received, limit);
    // A proxy of ours hands a short body on in one piece, which need not be copied.
    if (at === 0 && value.length === declared) whole = value as Bytes;
    else {
      if (end > whole.length) whole = larger(whole.subarray(0, at), end, declared);
      whole.set(value.subarray(0, end - at), at);
    }
    if (reader.received > limit) return { bytes: whole.subarray(0, limit), isWhole: false };
  }
}

/** Room for `length` bytes that begins with `bytes`: for all that was declared as soon as it is earned, so that a large body is copied once. */
function larger(bytes: Bytes, length: number, declared: number): Bytes {
  const isEarned = declared >= length && declared <= length * EARNED;
  const room = new Uint8Array(isEarned ? declared : Math.max(length, 2 * bytes.length));
  room.set(bytes);
  return room;
}
