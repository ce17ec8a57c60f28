import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../../src/setup/browser.mjs';
import { makeFolder, removeFolder } from '../../support/small-site.ts';

const folders: string[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(folders.splice(0).map(removeFolder));
});

async function machineWith(files: Record<string, string>): Promise<string> {
  const folder = await makeFolder(files);
  folders.push(folder);
  vi.stubEnv('CHROMIUM_PATH', '');
  vi.stubEnv('PATH', join(folder, 'bin'));
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(folder, 'cache'));
  await Promise.all(Object.keys(files).map((file) => chmod(join(folder, file), 0o755)));
  return folder;
}

describe('the browser for the tests', () => {
  test('is the one that CHROMIUM_PATH names', async () => {
    const folder = await machineWith({ 'bin/chromium': 'ELF', 'mine/chrome': 'ELF' });
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'mine/chrome'));
    expect(findBrowser()).toBe(join(folder, 'mine/chrome'));
  });

  test('is not looked for elsewhere when CHROMIUM_PATH names nothing', async () => {
    await machineWith({ 'bin/chromium': 'ELF' });
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chrome');
    expect(() => findBrowser()).toThrow('CHROMIUM_PATH names /nowhere/chrome, which does not exist');
  });

  test('is the headless shell before the whole browser', async () => {
    const folder = await machineWith({ 'bin/chromium': 'ELF', 'bin/chromium-headless-shell': 'ELF' });
    expect(findBrowser()).toBe(join(folder, 'bin/chromium-headless-shell'));
  });

  test('is never a snap', async () => {
    const stub = '#!/bin/sh\nexec /snap/bin/chromium "$@"\n';
    const folder = await machineWith({
      'bin/chromium-browser': stub,
      'cache/chromium-1200/chrome-linux/chrome': 'ELF',
    });
    await symlink(join(folder, 'bin/chromium-browser'), join(folder, 'bin/chromium'));
    expect(findBrowser()).toBe(join(folder, 'cache/chromium-1200/chrome-linux/chrome'));
  });

  test('is the newest of those that Playwright keeps', async () => {
    const folder = await machineWith({
      'cache/chromium_headless_shell-1099/chrome-linux/headless_shell': 'ELF',
      'cache/chromium_headless_shell-1200/chrome-headless-shell-linux64/chrome-headless-shell': 'ELF',
    });
    expect(findBrowser()).toBe(join(folder, 'cache/chromium_headless_shell-1200/chrome-headless-shell-linux64/chrome-headless-shell'));
  });
});
