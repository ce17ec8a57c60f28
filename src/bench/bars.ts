/** A figure that a benchmark must reach. */
export interface Bar {
  what: string;
  measured: number;
  /** The highest value that passes. */
  limit: number;
  unit?: string;
}

/** Prints how each bar was met and returns the number of missed ones. */
export function judge(bars: readonly Bar[]): number {
  console.log('\nBars');
  for (const { what, measured, limit, unit = '' } of bars) {
    const verdict = measured <= limit ? 'met   ' : 'MISSED';
    console.log(`  ${verdict}  ${what}: ${rounded(measured)}${unit} (at most ${rounded(limit)}${unit})`);
  }
  return bars.filter(({ measured, limit }) => !(measured <= limit)).length;
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toFixed(2)));
}
