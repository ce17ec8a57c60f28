import { createServer } from 'node:net';

const DEFAULT_PORT = 4321;

/** The port to listen on; 0 lets the system choose. Throws, with the remedy, for anything that is not a port. */
export function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return DEFAULT_PORT;
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new Error(`PORT is "${value}", which is not a port. Give a number from 0 to 65535, for example PORT=${DEFAULT_PORT} npm start`);
}

/** Why listening failed, in one line with the remedy. */
export function listeningFault(error: NodeJS.ErrnoException, host: string, port: number): string {
  const other = `PORT=${port === DEFAULT_PORT ? DEFAULT_PORT + 1 : DEFAULT_PORT} npm start`;
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop it, or choose another port: ${other}`;
    case 'EACCES':
      return `Port ${port} is not allowed for this user. Choose one above 1023: ${other}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is "${host}", which is no address of this machine. Unset it, or give one such as 127.0.0.1 or 0.0.0.0`;
    default:
      return `The server cannot listen on ${host}:${port}: ${error.message}`;
  }
}

/** Throws, in one line with the remedy, when nothing can listen there now: better before a build than after it. */
export async function expectFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((ready, failed) => {
    probe.once('error', (error) => failed(new Error(listeningFault(error, host, port))));
    probe.listen(port, host, ready);
  });
  await new Promise((closed) => probe.close(closed));
}
