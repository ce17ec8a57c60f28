/** One sign each, frequent numbers next to each other; none that JSON would have to mask. The compression on the wire does the rest. */
const SIGNS = Array.from({ length: 224 }, (_, code) => String.fromCharCode(code + 32))
  .filter((sign) => !/["\\\u007f-\u00a0\u00ad]/.test(sign))
  .join('');
const PLACES = new Map([...SIGNS].map((sign, place) => [sign, place]));
/** Numbers that may be negative begin here. */
export const ZERO = 40;
/** Streams are parted by it. */
export const STREAM_END = '\n';

const MOST_HIGH = 90;

/** Throws if a number has no sign. */
export function signOf(number: number): string {
  const sign = SIGNS[number];
  if (sign === undefined) throw new Error(`${number} has no sign: numbers lie between 0 and ${SIGNS.length - 1}, or ${ZERO} less.`);
  return sign;
}

/** The numbers of a stream of signs. */
export function numbersOf(stream: string): number[] {
  return [...stream].map((sign) => PLACES.get(sign) ?? 0);
}

/** Writes rising numbers as two streams: the higher bits of each step from one to the next, and `lowBits` lower ones. */
export function packSteps(rising: readonly number[], lowBits: number): [high: string, low: string] {
  const [high, low]: [string[], string[]] = [[], []];
  let before = 0;
  for (const number of rising) {
    const step = number - before;
    let ahead = step >> lowBits;
    for (; ahead >= MOST_HIGH; ahead -= MOST_HIGH) high.push(signOf(MOST_HIGH));
    high.push(signOf(ahead));
    low.push(signOf(step & ((1 << lowBits) - 1)));
    before = number;
  }
  return [high.join(''), low.join('')];
}

export function unpackSteps(high: string, low: string, lowBits: number): number[] {
  const lower = numbersOf(low);
  const rising: number[] = [];
  let [number, ahead] = [0, 0];
  for (const sign of numbersOf(high)) {
    ahead += sign;
    if (sign === MOST_HIGH) continue;
    number += (ahead << lowBits) + (lower[rising.length] ?? 0);
    rising.push(number);
    ahead = 0;
  }
  return rising;
}
