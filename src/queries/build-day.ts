let day: string | undefined;

/**
 * The day the pages count ages from, as an ISO day: BUILD_DAY, else today in Riga.
 * Two builds of one day are byte-identical.
 */
export function buildDay(): string {
  return (day ??= process.env['BUILD_DAY'] ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date()));
}
