import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sendRaw } from '../../support/raw-http.ts';
import { spellingsOf } from '../../support/reports/spellings.ts';
import { makeEnvelope } from './sendings.ts';

const program = join(import.meta.dirname, '../../../src/bench/report/server.ts');
const leak = join(import.meta.dirname, 'leak.ts');

const FIELDS = ['what', 'about', 'links', 'where', 'when', 'who', 'contact', 'danger', 'lang', 'site', 'unknown', 'code'];
const HEADERS = ['User-Agent', 'Accept-Language', 'Referer', 'Cookie', 'CF-Connecting-IP', 'Forwarded', 'X-Real-IP', 'X-Other'];
/** The other end of the connection; any of 127/8 is this machine. */
const SENDER = '127.77.66.55';
const ADDRESSES = ['203.0.113.77', '2001:db8::77', SENDER];
const canaryOf = (place: string) => `kanarijs-${place}-7f3e`.toLowerCase();
const WORDS = [...FIELDS, ...HEADERS, 'query', 'path', 'file', 'bytes', 'key'].map(canaryOf);
const PLACES = ['store', 'output', 'temporary', 'working', 'heap'] as const;

/** An address as it may lie in a file: as written, decimal, hexadecimal, and the network it belongs to. */
function spellingsOfAddress(address: string): Buffer[] {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4) return spellingsOf(address);
  const number = parts.reduce((sum, part) => sum * 256 + part, 0);
  const network = parts.slice(0, 3).join('.');
  return [...spellingsOf(address), ...[String(number), number.toString(16), `${network}.0/24`].flatMap((text) => spellingsOf(text))];
}

function post(path: string, type: string, body: string, headers: readonly string[]): string {
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers.join('')}\r\n${body}`;
}

/** Requests with a canary in every field, header and address: taken, refused, malformed, of a wrong type, to a wrong place, broken off. */
async function requests(): Promise<string[]> {
  const words = HEADERS.map((name) => `${name}: ${canaryOf(name)}\r\n`);
  const addresses = ADDRESSES.flatMap((address) =>
    ['X-Forwarded-For', 'CF-Connecting-IP', 'Forwarded', 'X-Real-IP'].map((name) => `${name}: ${address}\r\n`),
  );
  const headers = [...words.filter((line) => !/^(?:CF|Forw|X-Real)/.test(line)), ...addresses];
  const field = (name: string, value = canaryOf(name)) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--b\r\nContent-Disposition: form-data; name="f"; filename="${canaryOf('file')}"\r\n\r\n${canaryOf('bytes')}\r\n`;
  const whole = `${FIELDS.map((name) => field(name)).join('')}${file}--b--\r\n`;
  const form = 'multipart/form-data; boundary=b';
  const sealed = await makeEnvelope(0);
  const pairs = FIELDS.map((name) => `${name}=${canaryOf(name)}`).join('&');
  return [
    post('/api/report', form, whole, headers),
    post('/api/report', form, whole, words),
    post(`/api/report?l=${canaryOf('query')}`, 'application/x-www-form-urlencoded', pairs, headers),
    post('/api/report', form, `${field('what', canaryOf('what') + 'x'.repeat(20_001))}--b--\r\n`, headers),
    post('/api/report', form, `${field('where')}--b--\r\n`, headers),
    post('/api/report', form, whole.slice(0, -9), headers),
    post('/api/report', 'text/plain', whole, headers),
    post('/api/report', 'application/json', sealed.body, headers),
    post('/api/report', 'application/json', sealed.body.replace('{', `{"${canaryOf('key')}":1,`), headers),
    post('/api/report', 'application/json', JSON.stringify({ what: canaryOf('what') }), headers),
    post('/api/report', form, whole, [...headers, `Origin: https://${canaryOf('Referer')}\r\n`]),
    post(`/api/${canaryOf('path')}`, form, whole, headers),
    `GET /api/receipt?l=${canaryOf('query')} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers.join('')}\r\n`,
    `${canaryOf('path').toUpperCase()} /api/report HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers.join('')}\r\n`,
  ];
}

async function everythingBelow(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all([
    ...entries.map(({ name }) => Promise.resolve(Buffer.from(name))),
    ...files.map((entry) => readFile(join(entry.parentPath, entry.name))),
  ]);
}

/** Runs the endpoint in folders of its own, sends everything, takes a picture of its memory, and says where which canary lies. */
async function hitsOf(folder: string, isLeaky: boolean): Promise<Record<(typeof PLACES)[number], string[]>> {
  const [store, temporary, working, heap] = ['store', 'temporary', 'working', 'heap'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const place of [store, temporary, working, heap]) await mkdir(place, { recursive: true });
  const options = ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${heap}`, ...(isLeaky ? ['--import', leak] : [])];
  const child = spawn(process.execPath, [...options, program, 'endpoint', store], {
    cwd: working,
    env: { ...process.env, TMPDIR: temporary, REPORTS_TRUST_PROXY: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => output.push(part));
  const [port] = (await once(child, 'message')) as [number];
  for (const request of await requests()) await sendRaw(port, request, SENDER);
  // Other people's reports come afterwards, as they do; what the last request left in a parser would be there for a moment longer.
  for (let count = 0; count < 20; count++) {
    const { headers, body } = await makeEnvelope(0);
    await sendRaw(port, post('/api/report', headers['Content-Type'] ?? '', body, []));
  }
  child.kill('SIGUSR2');
  while (!(await readdir(heap)).some((name) => name.endsWith('.heapsnapshot'))) await new Promise((resolve) => setTimeout(resolve, 100));
  // The file is there before it is whole; the endpoint answers again after that.
  await sendRaw(port, 'GET /api/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
  const written = {
    store: await everythingBelow(store),
    output,
    temporary: await everythingBelow(temporary),
    working: await everythingBelow(working),
    heap: await everythingBelow(heap),
  };
  const sought = [
    ...WORDS.map((word): [string, Buffer[]] => [word, spellingsOf(word)]),
    ...ADDRESSES.map((address): [string, Buffer[]] => [address, spellingsOfAddress(address)]),
  ];
  const found = PLACES.map((place) => {
    const bytes = Buffer.concat(written[place]);
    return [place, sought.filter(([, spellings]) => spellings.some((spelling) => bytes.includes(spelling))).map(([word]) => word)];
  });
  return Object.fromEntries(found) as Record<(typeof PLACES)[number], string[]>;
}

/**
 * No field, header or address lies in the store, in what the endpoint prints, in temporary or working folders, or in a picture of its memory. The
 * same endpoint with `leak.ts` must be caught in every place.
 */
export async function keepsNothing(folder: string): Promise<string> {
  const leaky = await hitsOf(join(folder, 'leaky'), true);
  const mustBe = ['what', 'User-Agent', 'query', 'path'].map(canaryOf).concat(ADDRESSES);
  const blind = PLACES.flatMap((place) => mustBe.filter((word) => !leaky[place].includes(word)).map((word) => `${word} in ${place}`));
  if (blind.length > 0) throw new Error(`the leaky endpoint was not caught: ${blind.join(', ')}`);
  const hits = await hitsOf(join(folder, 'sound'), false);
  const lines = PLACES.filter((place) => hits[place].length > 0).map((place) => `${place}: ${hits[place].join(', ')}`);
  if (lines.length > 0) throw new Error(lines.join('; '));
  const caught = PLACES.map((place) => `${place} ${leaky[place].length}`).join(', ');
  return `${WORDS.length + ADDRESSES.length} canaries in ${PLACES.length} places, 0 hits; the leaky endpoint was caught everywhere (${caught})`;
}
