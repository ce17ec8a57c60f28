import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { finishBuild } from '../../../src/hosting/finish.ts';
import { listen } from '../../support/raw-http.ts';
import { makeFolder, removeFolder, smallSite } from '../../support/small-site.ts';

const project = join(import.meta.dirname, '../../..');
let root: string;
let child: ChildProcess | undefined;

/** A project with the real start script and a small built site. */
beforeAll(async () => {
  root = await makeFolder({ ...smallSite(), 'package.json': '{"type":"module"}' });
  await mkdir(join(root, 'src/setup'), { recursive: true });
  for (const part of ['src/server', 'src/hosting', 'src/reports/problems.ts'])
    await cp(join(project, part), join(root, part), { recursive: true });
  const own = (file: string) => !file.includes('/src/setup/node');
  await cp(join(project, 'src/setup'), join(root, 'src/setup'), { recursive: true, filter: own });
  await finishBuild(root);
});

afterAll(async () => {
  await removeFolder(root);
});

afterEach(() => {
  child?.kill('SIGKILL');
});

interface Ended {
  code: number | null;
  output: string;
}

function start(env: Record<string, string>): {
  child: ChildProcess;
  ended: Promise<Ended>;
  port: Promise<number>;
} {
  const started = spawn(process.execPath, ['src/setup/start.ts', '--no-build'], {
    cwd: root,
    env: { ...process.env, REPORTS: 'off', ...env },
  });
  let output = '';
  const port = Promise.withResolvers<number>();
  const read = (part: Buffer) => {
    output += part.toString();
    const shown = /localhost:(\d+)/.exec(output)?.[1];
    if (shown) port.resolve(Number(shown));
  };
  started.stdout.on('data', read);
  started.stderr.on('data', read);
  const ended = once(started, 'close').then(([code]) => ({ code: code as number | null, output }));
  child = started;
  return { child: started, ended, port: port.promise };
}

describe('npm start', () => {
  test('serves the built site until it is told to stop', async () => {
    const { child: server, ended, port } = start({ PORT: '0' });
    const answer = await fetch(`http://localhost:${await port}/lv/`);
    expect([answer.status, answer.headers.get('x-frame-options')]).toEqual([200, 'DENY']);
    server.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  test.each(['SIGINT', 'SIGHUP'] as const)('ends well on %s', async (signal) => {
    const { child: server, ended, port } = start({ PORT: '0' });
    await port;
    server.kill(signal);
    expect((await ended).code).toBe(0);
  });

  test('stops within five seconds while a client stays connected', async () => {
    const { child: server, ended, port } = start({ PORT: '0' });
    const socket = connect(await port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write('GET /lv/ HTTP/1.1\r\nHost: a\r\n');
    await new Promise((sent) => setTimeout(sent, 100));
    const before = performance.now();
    server.kill('SIGTERM');
    await ended;
    expect(performance.now() - before).toBeLessThan(5_000);
    socket.destroy();
  });

  test('does not outlive the program that started it', async () => {
    const script = `const { spawn } = require('node:child_process');
      const server = spawn(process.execPath, ['src/setup/start.ts', '--no-build'], { stdio: ['ignore', 'pipe', 'inherit'] });
      server.stdout.once('data', (line) => { console.log(server.pid, String(line)); process.exit(); });`;
    const starter = spawn(process.execPath, ['-e', script], {
      cwd: root,
      env: { ...process.env, REPORTS: 'off', PORT: '0' },
    });
    const [line] = (await once(starter.stdout, 'data')) as [Buffer];
    const pid = Number(String(line).split(' ')[0]);
    const isAlive = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(isAlive, { timeout: 8_000, interval: 200 }).toBe(false);
  });

  test('says in one line that PORT is wrong', async () => {
    const { code, output } = await start({ PORT: 'abc' }).ended;
    expect([code, output.trim().split('\n').length]).toEqual([1, 1]);
    expect(output).toContain('PORT is "abc"');
  });

  test('says in one line that the port is taken', async () => {
    const other = createServer();
    const { code, output } = await start({ PORT: String(await listen(other)) }).ended;
    other.close();
    expect([code, output.trim().split('\n').length]).toEqual([1, 1]);
    expect(output).toContain('is taken by another program');
  });

  test('names the build command when there is no build', async () => {
    await rm(join(root, '.hosting/policy.json'));
    const { code, output } = await start({ PORT: '0' }).ended;
    expect([code, output.trim()]).toEqual([1, 'There is no build to serve. Run: npm run build']);
  });
});
