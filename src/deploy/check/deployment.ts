/** The site as a platform serves it, on this machine. */
export interface Deployment {
  /** Asks the platform for an address of the site. Redirects are not followed. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** What is wrong in the recipe's own files, a line each with the remedy. */
  faults: readonly string[];
  /** How many reports its store holds. */
  countReports: () => Promise<number>;
  /** Everything the platform wrote so far: its output, and the files of its own folders. Reports are in none of them readable. */
  written: () => Promise<Buffer[]>;
  close: () => Promise<void>;
  /** Addresses at which this emulator is known to answer otherwise than the platform; said at the end of a check, so that somebody looks there. */
  unshown?: { pattern: RegExp; what: string };
}

/** Settings of a copy that is being tried out, for platforms that take them from the environment. */
export const TRIAL_SETTINGS = { REPORTS_TRIAL: '1', REPORTS_SECRET: Buffer.alloc(32, 1).toString('base64') };

/** Asks a server on this machine. `host` is the name that visitors use. */
export function askOver(address: string): Deployment['ask'] {
  return (path, init) => fetch(new URL(address + path), { ...init, redirect: 'manual' });
}
