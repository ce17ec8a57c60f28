const KIB = 1024;

/** Lengths in bytes that a message is padded to before it is encrypted, smallest first; what is stored tells no more than this. */
export const BUCKETS = [32, 128, 512, 1_024, 2_048, 2_560, 3_072].map((kib) => kib * KIB);

/** The smallest bucket that holds `length` bytes; undefined when none does. */
export function bucketFor(length: number): number | undefined {
  return BUCKETS.find((bucket) => length <= bucket);
}
