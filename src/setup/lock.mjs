import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ABANDONED_AFTER = 15 * 60 * 1000;

/**
 * Runs `work` while no other process holds the folder `lock`; waits for the other one. A lock whose owner died, or that is
 * older than 15 minutes, is taken over.
 * @template T
 * @param {string} lock
 * @param {() => Promise<T>} work
 * @param {number} [pause] milliseconds between two looks
 * @returns {Promise<T>}
 */
export async function withLock(lock, work, pause = 300) {
  mkdirSync(dirname(lock), { recursive: true });
  let isWaiting = false;
  while (!take(lock)) {
    if (!isWaiting) console.log('Set-up: another command is doing the set-up, waiting for it …');
    isWaiting = true;
    await sleep(pause);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    mkdirSync(lock);
  } catch {
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

/** @param {string} lock */
function isAbandoned(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > ABANDONED_AFTER) return true;
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    // ESRCH: no such process. Anything else (no pid yet, a process of another user) is a living owner.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
