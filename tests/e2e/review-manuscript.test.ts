import { readFile } from 'node:fs/promises';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openHouse, type OpenHouse } from '../../apps/server/test/open-house.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPage, signIn, type WatchedPage } from './open-page.ts';
import { readComments } from './read-comments.ts';
import { DOUBTED, writeBook } from './write-book.ts';
import { WEB_FOLDER } from './web-folder.ts';

const OPINION = '请核实依据后改写为第三人称。';

let house: OpenHouse;
let browser: Browser;
let visit: WatchedPage;

beforeAll(async () => {
  house = await openHouse({ webFolder: WEB_FOLDER });
  browser = await launchBrowser();
  visit = await openPage(browser, house.url);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

it('takes a first-time administrator from the one-time password to the works', async () => {
  const { page } = visit;
  const { name, oneTimePassword } = house.first;
  await signIn(page, { name, password: oneTimePassword });
  await page.getByTestId('password-first').waitFor();
  await page.getByTestId('password-current').fill(oneTimePassword);
  await page.getByTestId('password-next').fill('a-long-new-password');
  await page.getByTestId('password-again').fill('a-long-new-password');
  await page.getByTestId('password-submit').click();
  await page.getByTestId('works-table').waitFor();
});

it('makes a work and shows the findings of an uploaded manuscript', async () => {
  const { page } = visit;
  await page.getByTestId('work-create').first().click();
  await page.getByTestId('work-title').fill('乙县年鉴（2024）');
  await page.getByTestId('work-year').fill('2023');
  await page.getByTestId('work-save').click();
  await page.waitForURL(/\/works\/[0-9a-f-]{36}$/);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '乙县年鉴.docx', mimeType: 'application/octet-stream', buffer: await writeBook() });
  await page.getByTestId('upload-read').click();
  await page.waitForURL(/\/revisions\//);
  await card(DOUBTED.range).waitFor();
  await mark(DOUBTED.range).waitFor();
});

it('shows a finding where its mark in the text is clicked', async () => {
  await mark(DOUBTED.deixis).click();
  await selectedCard().getByTestId('finding-message').waitFor();
  expect(await selectedCard().innerText()).toContain(DOUBTED.deixis);
});

it("decides by keyboard, with words of one's own, and takes a decision back", async () => {
  const { page } = visit;
  // 2 径改
  await select(DOUBTED.range);
  await page.keyboard.press('2');
  await progress(1);
  // 4 提意见
  await select(DOUBTED.deixis);
  await page.keyboard.press('4');
  await page.getByTestId('opinion-text').fill(OPINION);
  await page.keyboard.press('Control+Enter');
  await progress(2);
  // 1 不采纳, taken back, and 1 again on another
  await select(DOUBTED.approximate[0]);
  await page.keyboard.press('1');
  await progress(3);
  await page.keyboard.press('u');
  await progress(2);
  await select(DOUBTED.approximate[1]);
  await page.keyboard.press('1');
  await progress(3);
  const decided = () =>
    house.db
      .selectFrom('finding')
      .select(['quote', 'decision', 'wording'])
      .where('decision', 'is not', null)
      .orderBy('seq')
      .execute();
  await expect.poll(decided).toEqual([
    { quote: DOUBTED.range, decision: 'correct', wording: null },
    { quote: DOUBTED.deixis, decision: 'opine', wording: OPINION },
    { quote: DOUBTED.approximate[1], decision: 'dismiss', wording: null },
  ]);
});

it('counts the decisions on the summary page and leads from a figure to its findings', async () => {
  const { page } = visit;
  await page.getByTestId('desk-summary').click();
  const figures = { total: 5, undecided: 2, correct: 1, verify: 0, opine: 1, dismiss: 1 };
  for (const [name, count] of Object.entries(figures))
    await page.getByTestId(`summary-${name}`).getByText(String(count), { exact: true }).waitFor();
  await visit.picture('summary');
  await page.getByTestId('summary-opine').click();
  await page.getByTestId('findings-count').getByText('列出 1 条').waitFor();
  await card(OPINION).waitFor();
});

it('exports the manuscript with the chosen findings as comments at their places and nothing else changed', async () => {
  const { page } = visit;
  await page.getByTestId('desk-export').click();
  await page.getByTestId('export-save').waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByTestId('export-save').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('乙县年鉴（批注稿）.docx');
  const exported = readComments(await readFile(await download.path()));
  const original = readComments(await writeBook());
  expect(exported.paragraphs).toEqual(original.paragraphs);
  expect(exported.comments.map(({ quote }) => quote)).toEqual([DOUBTED.range, DOUBTED.deixis]);
  expect(exported.comments[0]!.text).toContain('15%～30%');
  expect(exported.comments[1]!.text).toContain(OPINION);
});

it('leaves no trouble behind, on the page or in the server', () => {
  expect(visit.troubles).toEqual([]);
  expect(house.faults).toEqual([]);
});

function mark(words: string) {
  return visit.page.getByTestId('text-pane').locator('[data-mark]', { hasText: words });
}

function card(words: string) {
  return visit.page.getByTestId('finding-card').filter({ hasText: words });
}

function selectedCard() {
  return visit.page.locator('[data-testid=finding-card][aria-current=true]');
}

/** Clicks the mark and waits until its finding is the selected one. */
async function select(words: string): Promise<void> {
  await mark(words).click();
  await selectedCard().filter({ hasText: words }).getByTestId('finding-message').waitFor();
}

/** Waits until so many findings are decided on the page. */
async function progress(decided: number): Promise<void> {
  await visit.page.getByTestId('desk-progress').getByText(`已处理 ${decided}／`).waitFor();
}
