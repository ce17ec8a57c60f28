import { connect, type Socket } from 'node:net';

/** Gives the bytes of the next request. Those of the last one may be overwritten: its answer has come. */
export type NextBody = () => Buffer;

export interface LoadOptions {
  port: number;
  connections: number;
  seconds: number;
  headers: Record<string, string>;
  /** Called once a connection. All bodies are of one length. */
  bodies: () => NextBody;
  /** The status of a report that was kept. */
  status: number;
}

export interface LoadResult {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Requests with another status or none, and what they were. */
  errors: string[];
}

const END_OF_HEAD = '\r\n\r\n';

/** The status of a whole answer; undefined while some of it is missing. Ours have a Content-Length. */
function statusOf(answer: string): number | undefined {
  const end = answer.indexOf(END_OF_HEAD);
  if (end < 0) return undefined;
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(answer) ?? [];
  if (length === undefined) throw new Error('an answer without Content-Length');
  return answer.length < end + END_OF_HEAD.length + Number(length) ? undefined : Number(answer.slice(9, 12));
}

/**
 * One connection that is kept, and made again where the server ended it. HTTP is spoken by hand: the generator shares the processor
 * with the server, and a client of Node costs a third as much as the endpoint itself.
 */
class Connection {
  readonly #port: number;
  #socket: Socket | undefined;
  #answer = '';
  #settle: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  /** The status of the answer. Rejects when the connection breaks. */
  post(head: string, body: Buffer): Promise<number> {
    const socket = (this.#socket ??= this.#open());
    return new Promise((resolve, reject) => {
      this.#answer = '';
      this.#settle = { resolve, reject };
      socket.cork();
      socket.write(head, 'latin1');
      socket.write(body);
      socket.uncork();
    });
  }

  #open(): Socket {
    const socket = connect(this.#port, '127.0.0.1').setNoDelay();
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.#answer += text;
      const status = statusOf(this.#answer);
      if (status === undefined) return;
      if (/\r\nconnection: close\r\n/i.test(this.#answer)) this.close();
      this.#settle?.resolve(status);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#settle?.reject(new Error('the connection broke'));
    });
    return socket;
  }

  close(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
  }
}

/** Posts as fast as the connections allow, and waits for each answer before the next on the same connection. */
export async function load({ port, connections, seconds, headers, bodies, status }: LoadOptions): Promise<LoadResult> {
  const times: number[] = [];
  const errors: string[] = [];
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  const worker = async (): Promise<void> => {
    const connection = new Connection(port);
    const next = bodies();
    while (performance.now() < end) {
      const body = next();
      const start = performance.now();
      try {
        const got = await connection.post(
          `POST /api/report HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}Content-Length: ${body.length}${END_OF_HEAD}`,
          body,
        );
        times.push(performance.now() - start);
        if (got !== status) errors.push(String(got));
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const took = (performance.now() - begun) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const kept = times.length - errors.filter((error) => /^\d/.test(error)).length;
  return { perSecond: kept / took, p50: at(0.5), p99: at(0.99), errors };
}
