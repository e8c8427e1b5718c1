import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

/** Size of the smallest screen that offices still use, CSS pixels. */
export const SMALL_SCREEN = { width: 1366, height: 768 } as const;

/** Folder of the pictures that a run takes. */
const PICTURES = process.env.E2E_PICTURES ?? path.join(os.tmpdir(), 'xiuzhi-pictures');

/** Run in the page: breaches of the content policy become console errors. */
const TELL_BREACHES = `addEventListener('securitypolicyviolation', (event) => {
  console.error('policy:', event.violatedDirective, event.blockedURI);
})`;

/** A page of one person, and what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors, page errors, breaches of the content policy and answers of 500, in order. */
  readonly troubles: string[];
  /** Writes a picture of the page for people to look at. */
  picture(name: string): Promise<void>;
}

/** Opens a page in a context of its own (no cookies shared) that records its troubles; `path` is what it shows first. */
export async function openPage(browser: Browser, url: string, route = '/'): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: SMALL_SCREEN,
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`page: ${error.stack ?? error.message}`));
  page.on('console', (line) => {
    // Chromium reports a refusal (4xx) of the wire as an error of its own; those are answers, not faults.
    const refusal = /Failed to load resource: .* status of 4\d\d/.test(line.text());
    if ((line.type() === 'error' || line.type() === 'warning') && !refusal)
      troubles.push(`console ${line.type()}: ${line.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`);
  });
  await page.addInitScript({ content: TELL_BREACHES });
  await page.goto(route);
  return {
    page,
    troubles,
    async picture(name) {
      mkdirSync(PICTURES, { recursive: true });
      // A dialog that is still unfolding makes no picture.
      await page.waitForTimeout(400);
      await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
    },
  };
}

/** Fills the sign-in form that the page shows. */
export async function signIn(page: Page, person: { name: string; password: string }): Promise<void> {
  await page.getByTestId('sign-in-name').fill(person.name);
  await page.getByTestId('sign-in-password').fill(person.password);
  await page.getByTestId('sign-in-submit').click();
  await page.getByTestId('user-menu').waitFor();
}
