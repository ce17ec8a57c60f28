/** Names of files that one command of the inbox writes and another, or the reader's page, looks for. */

/** Beside the reports in a pulled folder: the highest reply number of each mailbox, and hashes of our entries in the log. */
export const NUMBERS = 'mailboxes.json';
export const HASHES = 'log-hashes.txt';

/** The file, in a folder of keys, that replies of a year are signed with. */
export function replyKeyFile(year: string): string {
  return `reply-${year}.pem`;
}
