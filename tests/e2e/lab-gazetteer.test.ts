import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { visitServer } from '../../apps/server/test/open-house.ts';
import { startRunning, stopServer, type RunningServer } from '../../apps/server/test/run-server.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPage, signIn, type WatchedPage } from './open-page.ts';
import { sampleFrames } from './sample-frames.ts';
import { watchMemory } from './watch-memory.ts';

const LAB = path.resolve(process.env.XIUZHI_LAB ?? path.join(import.meta.dirname, '../../../shared/lab'));
const BOOK = path.join(LAB, 'gazetteers/东明县志（1986-2005）.md');
const PASSWORD = 'a-long-new-password';
if (!existsSync(BOOK)) console.log(`skipped: no lab material at ${LAB} (XIUZHI_LAB)`);

describe.skipIf(!existsSync(BOOK))('a whole county gazetteer in the browser', () => {
  let data: string;
  let server: RunningServer;
  let browser: Browser;
  let visit: WatchedPage;

  beforeAll(async () => {
    data = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-lab-'));
    server = await startRunning({ data, args: ['--empty'] });
    const admin = visitServer(server.url);
    await admin.api.accounts.signIn({ name: 'admin', password: server.password! });
    await admin.api.accounts.changePassword({ current: server.password!, next: PASSWORD });
    const { person } = await admin.api.accounts.me();
    const organisationId = person.posts[0]!.organisation.id;
    const work = await admin.api.works.create({ title: '某县志', kind: 'gazetteer', organisationId });
    browser = await launchBrowser();
    visit = await openPage(browser, server.url, `/works/${work.id}`);
    await signIn(visit.page, { name: 'admin', password: PASSWORD });
  });
  afterAll(async () => {
    await browser?.close();
    if (server) await stopServer(server);
    rmSync(data, { recursive: true, force: true });
  });

  it('goes from the upload to the findings on the screen', async () => {
    const { page } = visit;
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    const memory = watchMemory(server.child.pid!);
    const begun = performance.now();
    await page.locator('input[type=file]').setInputFiles(BOOK);
    await page.getByTestId('upload-read').waitFor({ timeout: 120_000 });
    const ready = performance.now();
    await page.getByTestId('upload-read').click();
    await page.locator('[data-testid=finding-card][aria-current=true]').getByTestId('finding-message').waitFor();
    await page.getByTestId('text-pane').locator('[data-index]:not([data-waiting])').first().waitFor();
    const shown = performance.now();
    report({
      uploadToReady: Math.round(ready - begun),
      clickToDesk: Math.round(shown - ready),
      megabytes: memory.stop(),
    });
    await visit.picture('lab-desk');
    const count = /列出 (\d+) 条/.exec(await page.getByTestId('findings-count').innerText());
    expect(Number(count?.[1])).toBeGreaterThan(100);
    const tree = page.getByTestId('outline-tree');
    expect(await tree.getByText(/^第[一二三四五六七八九十]+编/).count()).toBe(15);
  });

  it('goes to any place of the book', async () => {
    const { page } = visit;
    const parts = page.getByTestId('outline-tree').getByText(/^第[一二三四五六七八九十]+编/);
    const milliseconds: number[] = [];
    for (const at of [14, 3, 9, 1, 12, 6]) {
      const title = await parts.nth(at).innerText();
      const begun = performance.now();
      await parts.nth(at).click();
      await page.getByTestId('text-pane').locator('.block-heading', { hasText: title }).first().waitFor();
      milliseconds.push(Math.round(performance.now() - begun));
    }
    report({ outlineToText: milliseconds });
  });

  it('shows a finding and its place in the text at a key', async () => {
    const { page } = visit;
    const milliseconds: number[] = [];
    for (let at = 0; at < 12; at++) {
      const before = await selectedSeq();
      const begun = performance.now();
      await page.keyboard.press('j');
      await page.waitForFunction(SELECTED_IS_SHOWN, before);
      milliseconds.push(Math.round(performance.now() - begun));
    }
    report({ keyToFinding: milliseconds });
  });

  it('scrolls', async () => {
    const { page } = visit;
    await page.getByTestId('text-pane').hover();
    const before = await scrollTop(page);
    const frames = await sampleFrames(page, async () => {
      for (let turn = 0; turn < 150; turn++) await page.mouse.wheel(0, 400);
    });
    report({ wheelFrames: frames });
    await expect.poll(() => scrollTop(page)).not.toBe(before);
    await page.getByTestId('text-pane').locator('[data-index]:not([data-waiting])').first().waitFor();
  });

  it('finds words in all of it', async () => {
    const { page } = visit;
    await page.keyboard.press('Control+f');
    const begun = performance.now();
    await page.getByTestId('search-input').fill('黄河');
    await page.getByTestId('search-hit').first().waitFor();
    report({ search: Math.round(performance.now() - begun) });
    expect(visit.troubles).toEqual([]);
  });

  async function selectedSeq(): Promise<string | null> {
    return visit.page.locator('[data-testid=finding-card][aria-current=true]').getAttribute('data-seq');
  }
});

/** How far the text is scrolled, CSS pixels. */
function scrollTop(page: Page): Promise<number> {
  return page.evaluate<number>(`document.querySelector('[data-testid=text-pane]').scrollTop`);
}

/** In the page: another finding than `before` is selected, its sentence is there, and its mark stands in the window. */
const SELECTED_IS_SHOWN = `(before) => {
  const card = document.querySelector('[data-testid=finding-card][aria-current=true]');
  const mark = document.querySelector('.finding-mark.selected');
  if (!card || card.dataset.seq === before || !card.querySelector('[data-testid=finding-message]') || !mark) return false;
  const { top, bottom } = mark.getBoundingClientRect();
  return mark.dataset.mark === card.dataset.seq && top >= 0 && bottom <= innerHeight;
}`;

/** Prints figures as one line of JSON; milliseconds unless named otherwise. */
function report(figures: Record<string, unknown>): void {
  console.log(JSON.stringify({ lab: 'gazetteer', ...figures }));
}
