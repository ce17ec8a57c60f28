import { gzipSync } from 'node:zlib';
import { post, postForm, postJson, sealed, submitted, ORIGIN } from './world.ts';

/** Stands in every bad request where it can; no answer may show it outside a text area. */
export const CANARY = 'canary-7b1f';

export interface BadRequest {
  group: string;
  name: string;
  make: () => Request | Promise<Request>;
}

const BOUNDARY = '----WebKitFormBoundaryabcdefghijklmnop';
const FORM = { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` };
const URLENCODED = { 'Content-Type': 'application/x-www-form-urlencoded' };

function field(head: string, value = CANARY): string {
  return `--${BOUNDARY}\r\n${head}\r\n\r\n${value}\r\n`;
}

function named(name: string, value = CANARY): string {
  return field(`Content-Disposition: form-data; name="${name}"`, value);
}

const END = `--${BOUNDARY}--\r\n`;

function multipart(body: string, headers: Record<string, string> = FORM): Request {
  return post(body, headers);
}

function withBoundary(boundary: string, parameter = boundary): Request {
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="what"\r\n\r\n${CANARY}\r\n--${boundary}--\r\n`;
  return post(body, { 'Content-Type': `multipart/form-data; boundary=${parameter}` });
}

function chunks(...parts: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
}

async function json(change: (whole: Record<string, unknown>) => unknown): Promise<Request> {
  return postJson(JSON.stringify(change(JSON.parse(await submitted()) as Record<string, unknown>)));
}

async function envelope(change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): Promise<Request> {
  const age = Buffer.from(change(await sealed())).toString('base64');
  return json((whole) => ({ ...whole, age }));
}

async function header(change: (header: string) => string): Promise<Request> {
  return envelope((bytes) => {
    const file = Buffer.from(bytes).toString('latin1');
    const end = file.indexOf('\n', file.indexOf('\n---') + 1) + 1;
    return Buffer.from(change(file.slice(0, end)) + file.slice(end), 'latin1');
  });
}

function group(name: string, requests: Record<string, BadRequest['make']>): BadRequest[] {
  return Object.entries(requests).map(([title, make]) => ({ group: name, name: title, make }));
}

/** A request with a method that `new Request` refuses or that every object has: the runtimes of some platforms hand them on. */
function withMethod(method: string, path = '/api/report'): Request {
  return Object.defineProperty(new Request(`http://x${path}`), 'method', { value: method });
}

const texts: Record<string, string> = {
  'a null': 'a\u0000b',
  'C0 controls': '\u0001\u0002\u0007\u0008\u001f',
  'C1 controls': '\u0080\u009b',
  'direction overrides': '\u202e\u2066\u2069',
  'a flood of joiners': '\u200d'.repeat(19_000),
  'composed and decomposed letters': 'ā a\u0304',
  'four-byte letters': '🙂'.repeat(10_000),
  'text from right to left': 'مرحبا',
  'a heap of accents': `a${'\u0301'.repeat(5_000)}`,
  'a script': '<script>alert(1)</script>',
  'a text area that ends': '</textarea><img src=x onerror=alert(1)>',
  'a template': '{{constructor.constructor("x")()}} ${7*7} <%= 1 %>',
  'a formula': '=cmd|\u0027/C calc\u0027!A0',
  'escape sequences': '\u001b[2J\u001b]0;x\u0007',
  'lone carriage returns': 'a\rb\rc',
  'half a surrogate pair': 'a\ud800b',
  'non-characters': '\uffff\ufffe',
  'a byte order mark': '\ufeffa',
};

export const badRequests: BadRequest[] = [
  ...group('size', {
    'an empty JSON body': () => postJson(''),
    'one byte': () => postJson('{'),
    'no body at all': () => post(null, { 'Content-Type': 'application/json' }),
    'an empty form': () => multipart(''),
    'JSON one byte over the limit': () => postJson(new Uint8Array(4_200_000 + 10_000)),
    'a form one byte over the limit': () => multipart('x'.repeat(4 * 1024 * 1024 + 1)),
    'a form at the limit': () => multipart(named('what', 'x'.repeat(4 * 1024 * 1024 - 200)) + END),
    'ten gigabytes declared': () => postJson(chunks('{'), { 'Content-Length': '10000000000' }),
    'a length that is no number': () => postJson(chunks('{'), { 'Content-Length': 'many' }),
    'chunks without a length': () => postJson(chunks('{"v":', '1', '}')),
  }),
  ...group('type', {
    'text/plain': () => post(CANARY, { 'Content-Type': 'text/plain' }),
    'no type': () => {
      const request = post(CANARY);
      request.headers.delete('Content-Type');
      return request;
    },
    'text/html': () => post(CANARY, { 'Content-Type': 'text/html' }),
    'two types': async () => postJson(await submitted(), { 'Content-Type': 'application/json, text/plain' }),
    'JSON in UTF-16': async () => postJson(await submitted(), { 'Content-Type': 'application/json; charset=utf-16' }),
    'JSON in UTF-7': async () => postJson(await submitted(), { 'Content-Type': 'application/json; charset=utf-7' }),
    'a form in another encoding': () => post('what=x', { 'Content-Type': 'application/x-www-form-urlencoded; charset=windows-1257' }),
    'JSON with another ending': async () => postJson(await submitted(), { 'Content-Type': 'application/json+x' }),
    'a type of ten thousand letters': () => post('x', { 'Content-Type': `application/${'x'.repeat(10_000)}` }),
    'multipart/mixed': () => multipart(named('what') + END, { 'Content-Type': `multipart/mixed; boundary=${BOUNDARY}` }),
    'a gzip body': async () => postJson(gzipSync(await submitted()), { 'Content-Encoding': 'gzip' }),
    'a brotli body': async () => postJson(await submitted(), { 'Content-Encoding': 'br' }),
    'two encodings': async () => postJson(await submitted(), { 'Content-Encoding': 'identity, gzip' }),
  }),
  ...group('multipart', {
    'no boundary': () => multipart(named('what') + END, { 'Content-Type': 'multipart/form-data' }),
    'an empty boundary': () => withBoundary('', '""'),
    'a boundary of one letter': () => withBoundary('x'),
    'a boundary of 70 letters': () => withBoundary('x'.repeat(70)),
    'a boundary of 71 letters': () => withBoundary('x'.repeat(71)),
    'a boundary of ten thousand letters': () => withBoundary('x'.repeat(10_000)),
    'a boundary in quotation marks': () => withBoundary('a b', '"a b"'),
    'two boundaries': () => withBoundary('a', 'a; boundary=b'),
    'a boundary that never comes': () => multipart(named('what') + END, { 'Content-Type': 'multipart/form-data; boundary=other' }),
    'line feeds only': () => multipart((named('what') + END).replaceAll('\r', '')),
    'no end': () => multipart(named('what')),
    'an end in the middle': () => multipart(named('what') + END + named('where')),
    'a preamble of a megabyte': () => multipart(`${'x'.repeat(1_000_000)}\r\n${named('what')}${END}`),
    'an epilogue of a megabyte': () => multipart(named('what') + END + 'x'.repeat(1_000_000)),
    'three megabytes of dashes': () => multipart('-'.repeat(3_000_000)),
    'forty thousand parts': () => multipart(named('a', 'b').repeat(40_000) + END),
    'forty-one parts': () => multipart(named('what', 'b').repeat(41) + END),
    'a form in a form': () =>
      multipart(
        field(
          'Content-Disposition: form-data; name="what"\r\nContent-Type: multipart/mixed; boundary=in',
          `--in\r\n\r\n${CANARY}\r\n--in--`,
        ) + END,
      ),
    'a header of a megabyte': () => multipart(field(`Content-Disposition: form-data; name="${'x'.repeat(1_000_000)}"`) + END),
    'a part without a name': () => multipart(field('Content-Disposition: form-data') + END),
    'a part without headers': () => multipart(`--${BOUNDARY}\r\n\r\n${CANARY}\r\n${END}`),
    'a part of another disposition': () => multipart(field('Content-Disposition: attachment; name="what"') + END),
    'the same field three times': () => multipart(named('what', 'one') + named('what', 'two') + named('what', 'three') + END),
    'thirty unknown fields': () => multipart(Array.from({ length: 30 }, (_, at) => named(`x${at}`)).join('') + END),
    'a field called __proto__': () => multipart(named('__proto__', '{"what":"x"}') + END),
    'a field called constructor': () => multipart(named('constructor') + named('what') + END),
    'a file instead of the text': () => multipart(field('Content-Disposition: form-data; name="what"; filename="../../etc/passwd"') + END),
    'a file name with line ends': () =>
      multipart(field('Content-Disposition: form-data; name="f"; filename="a\\r\\nX-B: c"') + named('what') + END),
    'an extended file name': () =>
      multipart(field('Content-Disposition: form-data; name="f"; filename*=UTF-8\'\'%00%2e') + named('what') + END),
    'a name with an encoded null': () => multipart(field('Content-Disposition: form-data; name="what%00"') + END),
    'bytes that are not UTF-8': () => post(Buffer.from(`${named('what', '\u00ff\u00fe\u00c0\u00af')}${END}`, 'latin1'), FORM),
  }),
  ...group('urlencoded', {
    'two hundred thousand pairs': () => post('a=b&'.repeat(200_000), URLENCODED),
    'signs only': () => post('&&&===&&&', URLENCODED),
    'broken percent signs': () => post('what=%zz%', URLENCODED),
    'an encoded null': () => post('what=%00', URLENCODED),
    'overlong UTF-8': () => post('what=%c0%af', URLENCODED),
    'a name as a path': () => post('what[__proto__][x]=1&what.x=2', URLENCODED),
    'no words': () => post('where=Riga', URLENCODED),
  }),
  ...group('JSON', {
    'depth of a hundred thousand': () => postJson('['.repeat(100_000)),
    'depth inside a field': () => postJson(`{"v":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    'a number too large': () => json((whole) => ({ ...whole, v: 1e308 * 10 })),
    '1e400 as the version': async () => postJson((await submitted()).replace('"v":1', '"v":1e400')),
    'the version as text': () => json((whole) => ({ ...whole, v: '1' })),
    'the version twice': async () => postJson((await submitted()).replace('"v":1', '"v":2,"v":1')),
    'an unknown key': () => json((whole) => ({ ...whole, extra: CANARY })),
    '__proto__ as a key': async () => postJson((await submitted()).replace('"v":1', '"v":1,"__proto__":{"x":1}')),
    'no proof of work': () => json((whole) => ({ ...whole, pow: undefined })),
    'proof of work of another width': () => json((whole) => ({ ...whole, pow: { d: '0', n: '0' } })),
    'an id in capitals': () => json((whole) => ({ ...whole, id: 'AB'.repeat(16) })),
    'an id that is a path': () => json((whole) => ({ ...whole, id: '../'.repeat(10) + 'ab' })),
    'an id too short': () => json((whole) => ({ ...whole, id: 'ab' })),
    'an id with a line end': () => json((whole) => ({ ...whole, id: `${'ab'.repeat(16)}\n` })),
    'an id as a list': () => json((whole) => ({ ...whole, id: ['ab'.repeat(16)] })),
    'half a surrogate pair': async () => postJson((await submitted()).replace('"v":1', '"v":1,"\\ud800":1')),
    'a byte order mark': async () => postJson(`\ufeff${await submitted()}`),
    'bytes after the end': async () => postJson(`${await submitted()}x`),
    'a list of a million': () => postJson(`[${'1,'.repeat(1_000_000)}1]`),
    'a text instead of a record': () => postJson(JSON.stringify(CANARY)),
    null: () => postJson('null'),
    'bytes that are not UTF-8': () => postJson(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
    'base64 with white space': () => json((whole) => ({ ...whole, age: `${String(whole['age'])}\n` })),
    'base64 for addresses': () => json((whole) => ({ ...whole, age: String(whole['age']).replaceAll('+', '-').replaceAll('/', '_') })),
    'base64 without padding': () => json((whole) => ({ ...whole, age: String(whole['age']).slice(0, -1) })),
    'base64 with loose bits': () => json((whole) => ({ ...whole, age: 'YR==' })),
    'no base64 at all': () => json((whole) => ({ ...whole, age: CANARY })),
    'the envelope twice': async () => postJson((await submitted()).replace('"age":"', '"age":"AAAA","age":"')),
    'the envelope twice, the second empty': async () => postJson((await submitted()).replace(/}$/, ',"age":""}')),
    'the envelope inside another key': async () => postJson((await submitted()).replace('"pow":{', '"pow":{"age":"AAAA",')),
    'an envelope that does not end': async () => postJson((await submitted()).replace(/(?<="age":"\w+)".*$/, '')),
    'an envelope of another type': () => json((whole) => ({ ...whole, age: [String(whole['age'])] })),
    'spaces around the key of the envelope': async () => postJson((await submitted()).replace('"age":"', '"age" : "')),
    'an empty envelope': () => json((whole) => ({ ...whole, age: '' })),
  }),
  ...group('age', {
    'another version': () => header((text) => text.replace('/v1', '/v2')),
    'no stanza': () => header((text) => text.replace(/->[\s\S]*(?=---)/, '')),
    'one stanza': () => header((text) => text.replace(/-> X25519 \S+\n\S+\n/, '')),
    'a thousand stanzas': () => header((text) => text.replace(/-> X25519 \S+\n\S+\n/, (stanza) => stanza.repeat(1_000))),
    'a passphrase': () => header((text) => text.replace(/-> X25519 \S+/, '-> scrypt bBjlhJVYZeE4aqUdmtRHfw 15')),
    'a grease stanza': () => header((text) => text.replace('---', '-> x-grease a b\n\n---')),
    'a header of a megabyte': () => header((text) => text.replace('X25519', `X25519 ${'A'.repeat(1_000_000)}`)),
    'carriage returns': () => header((text) => text.replaceAll('\n', '\r\n')),
    'a byte too few': () => envelope((bytes) => bytes.subarray(0, -1)),
    'a byte too many': () => envelope((bytes) => Buffer.concat([bytes, Buffer.alloc(1)])),
    'a size of no bucket': () => envelope((bytes) => Buffer.concat([bytes, Buffer.alloc(4_096)])),
    armour: () =>
      envelope((bytes) =>
        Buffer.from(`-----BEGIN AGE ENCRYPTED FILE-----\n${Buffer.from(bytes).toString('base64')}\n-----END AGE ENCRYPTED FILE-----\n`),
      ),
    'an archive': () => envelope((bytes) => Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes.subarray(4)])),
    zeros: () => envelope((bytes) => new Uint8Array(bytes.length)),
  }),
  ...group('text', Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, () => postForm({ what: text })]))),
  ...group('long text', {
    'one letter too many': () => postForm({ what: 'a'.repeat(20_001) }),
    'a long text that tries to leave its text area': () => postForm({ what: `</textarea><script>${CANARY}</script>${'a'.repeat(20_001)}` }),
    'a long text in another field': () => postForm({ what: 'x', where: '"><b>'.repeat(5_000) }),
    'a language that is a path': () => postForm({ what: '', lang: '../../x' }),
    'a language that is markup': () => postForm({ what: '', lang: '"><script>' }),
    'a subject that is markup': () => postForm({ what: '', about: '"><script>' }),
  }),
  ...group('origin', {
    'another site': async () => postJson(await submitted(), { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }),
    'another site by a form': () => {
      const request = postForm({ what: CANARY });
      request.headers.set('Origin', 'https://evil.example');
      return request;
    },
    'a frame of another site': async () =>
      postJson(await submitted(), { Origin: 'null', 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'iframe' }),
    'a subdomain': async () => postJson(await submitted(), { Origin: ORIGIN.replace('://', '://x.') }),
    'our name as a beginning': async () => postJson(await submitted(), { Origin: `${ORIGIN}.evil.example` }),
    'our name in capitals': async () => postJson(await submitted(), { Origin: ORIGIN.toUpperCase() }),
    'an origin of two': async () => postJson(await submitted(), { Origin: `${ORIGIN}, https://evil.example` }),
    'a simple fetch': () => post(CANARY, { 'Content-Type': 'text/plain', Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }),
  }),
  ...group('address', {
    'a cookie of ten thousand letters': () =>
      new Request('http://x/api/receipt', { headers: { Cookie: `__Host-r=${'A'.repeat(10_000)}` } }),
    'a cookie twice': () => new Request('http://x/api/receipt', { headers: { Cookie: '__Host-r=a; __Host-r=b' } }),
    'a language that is markup in the address': () => new Request('http://x/api/receipt?l=%22%3E%3Cscript%3E'),
    'a path below the endpoint': () => post(CANARY, {}, '/api/report/x'),
    'a path with an encoded slash': () => post(CANARY, {}, '/api/report%2f'),
    'a doubled slash': () => post(CANARY, {}, '//api/report'),
    TRACE: () => withMethod('TRACE'),
    'a method called constructor': () => withMethod('constructor'),
    'a method called __proto__': () => withMethod('__proto__', '/api/status'),
  }),
];
