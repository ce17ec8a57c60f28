/** How well the digits were remembered: all of them, the first ones up to a mistake, or none. `right` counts those from the beginning. */
export interface Remembered {
  isWhole: boolean;
  right: number;
}

/** Compares what was typed with the number; spaces, dashes, brackets and a plus do not count. A number may be typed without `prefix`. */
export function compareDigits(typed: string, digits: string, prefix: string): Remembered {
  const own = typed.replaceAll(/\D/g, '').replace(/^00/, '');
  const wanted = digits.startsWith(prefix) && !own.startsWith(prefix) ? digits.slice(prefix.length) : digits;
  let right = 0;
  while (right < wanted.length && own[right] === wanted[right]) right++;
  return { isWhole: own === wanted, right };
}
