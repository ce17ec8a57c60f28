import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { addressOf, listFiles } from '../../hosting/files.ts';
import { contentType } from '../../server/content-types.ts';

const COMPRESSED = /\.(?:html|css|m?js|svg|json|xml)$/;

/** Serves a folder as a careful host would: everything in memory, text as brotli 11. Only for the peers' pages. */
export async function serveFolder(folder: string): Promise<Server> {
  const files = new Map<string, { body: Buffer; headers: Record<string, string> }>();
  for (const name of await listFiles(folder)) {
    const plain = await readFile(join(folder, name));
    const isCompressed = COMPRESSED.test(name);
    const body = isCompressed ? brotliCompressSync(plain) : plain;
    const encoding = isCompressed ? { 'Content-Encoding': 'br', Vary: 'Accept-Encoding' } : {};
    files.set(addressOf(name), {
      body,
      headers: { 'Content-Type': contentType(name), 'Cache-Control': 'public, max-age=31536000', ...encoding },
    });
  }
  return createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!file) response.writeHead(404).end();
    else response.writeHead(200, { ...file.headers, 'Content-Length': file.body.length }).end(file.body);
  });
}

/** Listens on a free port of this machine and returns the origin. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no address');
  return `http://127.0.0.1:${address.port}`;
}
