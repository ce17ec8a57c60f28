import { connect } from 'node:net';
import { kill, startEndpoint } from './endpoint.ts';
import { makeEnvelope } from './sendings.ts';

/** 64 kbit/s. */
const BYTES_A_SECOND = 8_000;

/** A phone on the slowest line there is sends a report, and one with `attachment` bytes in it. Both must be stored. */
export async function hearsSlowPhones(folder: string, attachment: number): Promise<string> {
  const endpoint = await startEndpoint(folder);
  try {
    const bodies = await Promise.all([makeEnvelope(0), makeEnvelope(attachment)]);
    const times = await Promise.all(bodies.map(({ body }) => sendSlowly(endpoint.port, Buffer.from(body))));
    return `${bodies.map(({ body }, at) => `${(body.length / 1_000).toFixed(0)} kB in ${times[at]?.toFixed(0)} s`).join(', ')} at 64 kbit/s, both stored`;
  } finally {
    await kill(endpoint);
  }
}

/** Seconds until 201. Rejects for any other answer. */
function sendSlowly(port: number, body: Buffer): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let sent = 0;
    const pump = setInterval(() => {
      if (sent < body.length) socket.write(body.subarray(sent, (sent += BYTES_A_SECOND / 4)));
      else clearInterval(pump);
    }, 250);
    socket.write(
      `POST /api/report HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.once('data', (answer) => {
      const [line = ''] = answer.toString('latin1').split('\r\n');
      socket.destroy();
      if (line.includes(' 201 ')) resolve((performance.now() - start) / 1_000);
      else reject(new Error(`${line} after ${sent} of ${body.length} bytes`));
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearInterval(pump);
      reject(new Error(`cut after ${sent} of ${body.length} bytes`));
    });
  });
}
