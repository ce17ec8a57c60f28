/** Loaded when so many reports come at once that the endpoint asks for work: this device calculates for some seconds, and the report comes in. */
import { utf8 } from '../../reports/message/bytes.ts';
import { findWork, type WorkAsked, workKey } from '../../reports/message/work.ts';

/** Work that is done sooner is not spoken of, in milliseconds. */
const SILENT = 300;
/** More than any endpoint of ours asks; it would hold a telephone for minutes. */
const MOST_BITS = 16;

export interface Telling {
  /** Where the page says what it is doing. */
  place: HTMLElement;
  text: string;
  /** Whether the reader who sends it has not left. */
  isHere: () => boolean;
}

/** The body of a sending with the work that is asked for. Says why it takes a while, and how far it is. */
export async function withWork(body: string, asked: WorkAsked, { place, text, isHere }: Telling): Promise<string> {
  if (asked.bits > MOST_BITS) return body;
  const sending = JSON.parse(body) as { id: string; age: string };
  const key = await workKey(sending.id, utf8(sending.age));
  const before = place.textContent;
  const bar = document.createElement('progress');
  bar.className = 'mt-2 block w-full';
  bar.setAttribute('aria-label', text);
  const since = performance.now();
  const pow = await findWork(key, asked, (tries) => {
    // Nobody knows when the number comes; this is how likely it was to have come by now.
    bar.value = 1 - Math.exp(-tries / 2 ** asked.bits);
    if (!isHere()) bar.remove();
    if (!isHere() || bar.isConnected || performance.now() - since < SILENT) return;
    place.textContent = text;
    place.after(bar);
  });
  bar.remove();
  if (place.textContent === text) place.textContent = before;
  return JSON.stringify({ ...sending, pow });
}
