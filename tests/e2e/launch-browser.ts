import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { chromium, type Browser } from 'playwright-core';

import { inflateChromium, inflateOldChromium } from './inflate-chromium.ts';
import { packageFolder } from './package-folder.ts';

/** Where Chrome, Chromium and Edge are found where the npm binary does not fit the platform. */
const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/microsoft-edge'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Starts a Chromium (无头浏览器) for a test: the one `E2E_BROWSER` names, else the npm package's, so that results do not
 * depend on the machine, and an installed one only where that does not run. Rejects with what was tried.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.E2E_BROWSER;
  if (named) return start(named, {}, []);
  const tried: string[] = [];
  if (process.platform === 'linux' && process.arch === 'x64')
    try {
      const { executable, env, fonts } = await inflateChromium();
      return await start(executable, { ...env, ...fontEnvironment([fonts]) }, ['--disable-gpu']);
    } catch (error) {
      tried.push(`@sparticuz/chromium: ${String(error)}`);
    }
  for (const executable of INSTALLED[process.platform] ?? [])
    try {
      return await start(executable, {}, []);
    } catch (error) {
      tried.push(`${executable}: ${String(error).split('\n')[0]}`);
    }
  throw new Error(`no browser could be started; name one in E2E_BROWSER\n${tried.join('\n')}`);
}

/**
 * Starts Chromium 90 (2021), which the oldest desktops of the offices still run; undefined where it is not installed.
 * Locators do not work in it: drive its pages by `evaluate`.
 */
export async function launchOldBrowser(): Promise<Browser | undefined> {
  const old = await inflateOldChromium();
  return old && start(old.executable, { ...old.env, ...fontEnvironment([old.fonts]) }, ['--disable-gpu']);
}

async function start(executablePath: string, env: Record<string, string>, args: string[]): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: ['--disable-dev-shm-usage', ...(root ? ['--no-sandbox'] : []), ...args],
    env: { ...process.env, ...fontEnvironment([]), ...env },
  });
}

/**
 * Fonts of npm packages and no others: a machine may have no font at all, and Chromium dies on the first page then. For
 * pictures that people look at, `E2E_FONTS` names a folder of better ones.
 */
function fontEnvironment(folders: readonly string[]): Record<string, string> {
  if (process.platform !== 'linux') return {};
  const folder = path.join(os.tmpdir(), `xiuzhi-fonts-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  const own = process.env.E2E_FONTS;
  const chinese = own ?? path.join(packageFolder('@expo-google-fonts/zcool-xiaowei'), '400Regular');
  const list = [...folders, chinese].map((one) => `<dir>${one}</dir>`).join('');
  const file = path.join(folder, `fonts-${folders.length}${own ? '-own' : ''}.conf`);
  writeFileSync(
    file,
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
      `<fontconfig>${list}<cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}
