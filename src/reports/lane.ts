import { type Work, type WorkAsked, workKey, zeroBits } from './message/work.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Asked at first: some 0.1 s of a laptop. Twice as much for each doubling of what comes with work. */
const LEAST_BITS = 8;
const MOST_BITS = 12;

export interface LaneOptions {
  /** So many reports a minute are taken from everybody without work. */
  postsAMinute: number;
  /** The words that work may be done for in an hour, counted from 1970; the first is the one that is asked for. */
  workWords: (hour: number) => Promise<readonly string[]>;
  /** There is so little room left that only work comes in. */
  isNearlyFull: () => boolean;
  clock: () => Date;
  /** Milliseconds of a clock that nobody sets. */
  ticks?: () => number;
}

/** A report that was sealed in a browser, and the work beside it. */
export interface WorkedSending {
  id: string;
  /** The base64 of the envelope, in ASCII. */
  letters: Uint8Array;
  work: Work;
}

/**
 * Who comes in when many come at once. A small part of all reports is taken from everybody; beyond it, sealed ones come in by work, and those without
 * script have half as much again for themselves, which nobody with script can use up. Holds counts and nothing of any sender.
 */
export interface Lane {
  /** Zero bits of work that are asked now; 0 in calm times. */
  bits(): number;
  /** How a sealed report comes in, or the work that would bring it in. `isWithin`: its network has not sent too many. */
  admitSealed(sending: WorkedSending, isWithin: boolean): Promise<'calm' | 'worked' | WorkAsked>;
  /** Why a report without script must wait; undefined where it comes in. */
  refuseForm(): 'busy' | 'storage-full' | undefined;
  /** A report that came in by work was stored. Sent again it does not count, or who repeats one would make work dearer for all. */
  countWorked(): void;
}

export function openLane({ postsAMinute, workWords, isNearlyFull, clock, ticks = () => performance.now() }: LaneOptions): Lane {
  const calm = bucket(postsAMinute, ticks);
  const reserve = bucket(postsAMinute / 2, ticks);
  let worked = 0;
  let countedAt = ticks();
  let words: { hour: number; asked: string; taken: ReadonlySet<string> } | undefined;

  /** What came with work in about the last minute. */
  const recentlyWorked = (): number => {
    const now = ticks();
    worked *= Math.exp((countedAt - now) / MINUTE);
    countedAt = now;
    return worked;
  };
  const bitsAsked = (): number => {
    const doublings = Math.floor(Math.log2(Math.max(1, recentlyWorked() / postsAMinute)));
    return Math.min(MOST_BITS, LEAST_BITS + doublings);
  };
  const wordsNow = async () => {
    const hour = Math.floor(clock().getTime() / HOUR);
    if (words?.hour === hour) return words;
    // Another instance's clock may already, or still, show another hour.
    const [now, before, after] = await Promise.all([hour, hour - 1, hour + 1].map((one) => workWords(one)));
    words = { hour, asked: now?.[0] ?? '', taken: new Set([now, before, after].flatMap((all) => all ?? [])) };
    return words;
  };

  return {
    bits: () => (isNearlyFull() || calm.isEmpty() ? bitsAsked() : 0),
    async admitSealed({ id, letters, work }, isWithin) {
      if (isWithin && !isNearlyFull() && calm.take()) return 'calm';
      const { asked, taken } = await wordsNow();
      const bits = bitsAsked();
      if (taken.has(work.d) && (await zeroBits(await workKey(id, letters), work)) >= bits) return 'worked';
      return { bits, d: asked };
    },
    refuseForm() {
      if (isNearlyFull()) return 'storage-full';
      return calm.take() || reserve.take() ? undefined : 'busy';
    },
    countWorked() {
      worked = recentlyWorked() + 1;
    },
  };
}

/** Gives out `aMinute` pieces a minute, so many at once after a pause. */
function bucket(aMinute: number, ticks: () => number): { isEmpty: () => boolean; take: () => boolean } {
  let left = aMinute;
  let filledAt = ticks();
  const isEmpty = (): boolean => {
    const now = ticks();
    left = Math.min(aMinute, left + ((now - filledAt) * aMinute) / MINUTE);
    filledAt = now;
    return left < 1;
  };
  return {
    isEmpty,
    take() {
      if (isEmpty()) return false;
      left -= 1;
      return true;
    },
  };
}
