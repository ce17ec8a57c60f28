import { Agent, request } from 'node:http';

export interface LoadOptions {
  port: number;
  connections: number;
  seconds: number;
  headers: Record<string, string>;
  /** A new body for each request. */
  body: () => Buffer;
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

/** Posts as fast as the connections allow, and waits for each answer before the next on the same connection. */
export async function load({ port, connections, seconds, headers, body, status }: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const errors: string[] = [];
  const end = performance.now() + seconds * 1_000;
  const one = (): Promise<void> =>
    new Promise((resolve) => {
      const bytes = body();
      const start = performance.now();
      const sent = request({
        agent,
        port,
        host: '127.0.0.1',
        path: '/api/report',
        method: 'POST',
        headers: { ...headers, 'Content-Length': bytes.length },
      });
      sent.on('response', (answer) => {
        answer.resume().on('end', () => {
          times.push(performance.now() - start);
          if (answer.statusCode !== status) errors.push(String(answer.statusCode));
          resolve();
        });
      });
      sent.on('error', (error) => {
        errors.push(error.message);
        resolve();
      });
      sent.end(bytes);
    });
  const worker = async (): Promise<void> => {
    while (performance.now() < end) await one();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const took = (performance.now() - start) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: (times.length - errors.length) / took, p50: at(0.5), p99: at(0.99), errors };
}
