import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a unit of systemd starts, word by word, and the environment it gives. */
export interface Unit {
  command: string[];
  environment: Record<string, string>;
}

const SAID: readonly [line: string, why: string][] = [
  ['LimitCORE=0', 'a crash would write the memory to disk'],
  ['MemorySwapMax=0', 'what is in memory may reach the disk'],
  ['ProtectSystem=strict', 'the program could write everywhere'],
  ['NoNewPrivileges=yes', 'the program could gain rights'],
  ['StateDirectoryMode=0700', 'others could read the folder of reports'],
];

const unitFile = (platform: string) => `src/deploy/${platform}/reports.service`;

export async function readUnit(root: string, platform: string): Promise<Unit> {
  const lines = (await readFile(join(root, unitFile(platform)), 'utf8')).split('\n');
  const command = lines.find((line) => line.startsWith('ExecStart='))?.slice('ExecStart='.length) ?? '';
  const settings = lines.filter((line) => line.startsWith('Environment=')).map((line) => line.slice('Environment='.length));
  const environment = settings.map((setting): [string, string] => {
    const at = setting.indexOf('=');
    return [setting.slice(0, at), setting.slice(at + 1)];
  });
  return { command: command.split(' '), environment: Object.fromEntries(environment) };
}

/** What is missing in the unit, a line each with the remedy. */
export async function unitFaults(root: string, platform: string): Promise<string[]> {
  const file = unitFile(platform);
  const lines = (await readFile(join(root, file), 'utf8')).split('\n');
  const faults = SAID.filter(([line]) => !lines.includes(line)).map(([line, why]) => `${file}: write ${line}, or ${why}.`);
  const { environment } = await readUnit(root, platform);
  if (environment['HOST'] !== '127.0.0.1') faults.push(`${file}: write Environment=HOST=127.0.0.1, or the endpoint answers without TLS.`);
  if (environment['REPORTS_TRIAL'] !== undefined) faults.push(`${file}: take REPORTS_TRIAL out, or keys that protect nothing are used.`);
  return faults;
}
