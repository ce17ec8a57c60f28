import type { WorkAsked } from '../../reports/message/work.ts';
import type * as Work from './work.client.ts';

const QUIET: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error' };
const CLOCK_PATIENCE = 3_000;

/** The endpoint's clock, else this device's. */
export async function endpointClock(): Promise<Date> {
  try {
    const answer = await fetch('/api/status', { ...QUIET, signal: AbortSignal.timeout(CLOCK_PATIENCE) });
    const { time } = (await answer.json()) as { time: string };
    return Number.isNaN(Date.parse(time)) ? new Date() : new Date(time);
  } catch {
    return new Date();
  }
}

interface Patience {
  /** Milliseconds before each further attempt. */
  pauses: readonly number[];
  /** Milliseconds for one attempt; without it as long as the line needs. */
  most?: number;
  onRetry: () => void;
}

/** Posts JSON until it is taken, refused for good, or patience ends. The same bytes each time. Gives the last answer, if there was one. */
export async function postPatiently(address: string, body: string, { pauses, most, onRetry }: Patience): Promise<Response | undefined> {
  for (let attempt = 0; ; attempt++) {
    const init: RequestInit = { ...QUIET, method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
    if (most !== undefined) init.signal = AbortSignal.timeout(most);
    const answer = await fetch(address, init).catch(() => undefined);
    const pause = pauses[attempt];
    if (pause === undefined || (answer && answer.status < 500)) return answer;
    onRetry();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** A flood may grow dearer while this device works. */
const MOST_WORK = 3;

interface ReportPatience extends Patience {
  /** Loads what does the work that a busy endpoint asks for. */
  loadWork: () => Promise<typeof Work>;
  telling: Work.Telling;
}

/** Posts a sealed report, and again with the work that is asked for where many come at once. Whether it is stored now. */
export async function postReport(body: string, { loadWork, telling, ...patience }: ReportPatience): Promise<boolean> {
  let sending = body;
  for (let round = 0; ; round++) {
    const answer = await postPatiently('/api/report', sending, patience);
    if (answer?.status !== 429 || round === MOST_WORK) return answer?.ok === true;
    try {
      const { pow } = (await answer.json()) as { pow: WorkAsked };
      sending = await (await loadWork()).withWork(sending, pow, telling);
    } catch {
      return false;
    }
  }
}
