import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { launchOldBrowser } from './launch-browser.ts';
import { openPage, type WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { DOUBTED } from './write-book.ts';

const old = await launchOldBrowser();
if (!old) console.log('skipped: Chromium 90 is not installed (node scripts/prepare.mjs old-browser)');

let stage: Stage;
let visit: WatchedPage;
let revision: string;

beforeAll(async () => {
  if (!old) return;
  stage = await openStage();
  revision = await stage.importBook();
  visit = await openOld(old);
});
afterAll(async () => {
  await old?.close();
  await stage?.close();
});

/** A page of the old browser that carries the cookie of the review lead. */
async function openOld(browser: Browser): Promise<WatchedPage> {
  const opened = await openPage(browser, stage.house.url, '/sign-in');
  const [name, value] = stage.lead.cookie().split('=');
  await opened.page.context().addCookies([{ name: name!, value: value!, url: stage.house.url }]);
  return opened;
}

/** Waits until the page shows all of these words. */
async function untilShown(page: Page, ...words: string[]): Promise<void> {
  await expect
    .poll(() => page.evaluate('document.body.innerText'), { timeout: 20_000 })
    .toEqual(expect.stringMatching(new RegExp(words.map((word) => `(?=[^]*${word})`).join(''))));
}

it.skipIf(!old)('is really an old browser', () => {
  expect(old!.version()).toMatch(/90\./);
});

it.skipIf(!old)('shows the works, the text with its findings, and the summary', async () => {
  const { page } = visit;
  await page.goto('/works');
  await untilShown(page, '志鉴项目', '乙县年鉴');
  await page.goto(`/revisions/${revision}`);
  await untilShown(page, '【位置】', '我县', '未处理');
  const marked = (await page.evaluate(
    "[...document.querySelectorAll('[data-mark]')].map((mark) => mark.textContent)",
  )) as string[];
  expect(marked).toEqual(expect.arrayContaining([DOUBTED.range, DOUBTED.deixis]));
  await visit.picture('old-reading');
  await page.goto(`/revisions/${revision}/summary`);
  await untilShown(page, '疑点汇总', '打印');
  await visit.picture('old-summary');
});

it.skipIf(!old)('decides a finding by a key', async () => {
  const { page } = visit;
  await page.goto(`/revisions/${revision}`);
  await untilShown(page, '【位置】');
  const click = `document.querySelector('[data-mark]').click()`;
  await expect.poll(() => page.evaluate(`!!document.querySelector('[data-mark]')`)).toBe(true);
  await page.evaluate(click);
  await untilShown(page, '不采纳');
  await page.keyboard.press('1');
  await untilShown(page, '已处理 1／');
});

it.skipIf(!old)('words, signs and answers a letter', async () => {
  const { page } = visit;
  const { api } = stage.lead;
  await api.reviews.decide({ id: revision, seq: 1, version: 0, decision: 'opine', wording: '请改用第三人称。' });
  const [letter] = await api.letters.draft({ revisionId: revision, kind: 'opinions' });
  await page.goto(`/letters/${letter!.id}`);
  await untilShown(page, '请改用第三人称', '草稿');
  await page.evaluate(`document.querySelector('[data-testid=line-wording]').click()`);
  await page.keyboard.type('请核实后改写。');
  await page.keyboard.press('Control+Enter');
  await untilShown(page, '已保存', '请核实后改写');
  await page.evaluate(`document.querySelector('[data-testid=letter-sign]').click()`);
  await untilShown(page, '形成一项待办');
  await page.evaluate(`document.querySelector('[data-testid=letter-sign-confirm]').click()`);
  await untilShown(page, '已签发', '已答复 0／1');
  await page.evaluate(`document.querySelector('[data-testid=answer-done]').click()`);
  await untilShown(page, '已答复 1／1');
  await visit.picture('old-letter');
  await page.goto('/tasks');
  await untilShown(page, '还有', '办理中');
});

it.skipIf(!old)('edits a bulletin with its findings beside it', async () => {
  const editor = await stage.house.join('bulletinEditor', '510000/');
  const { bulletins } = editor.api;
  const series = await bulletins.createSeries({
    organisationId: stage.house.first.provinceId,
    kind: 'politicalWork',
    name: '甲省地方志政工简讯',
    issuer: '甲省地方志办公室',
    columns: [],
    sourceLine: false,
    intake: false,
    circulated: false,
    running: true,
    base: null,
    printedBy: '甲省地方志办公室',
    copies: 12,
    recipients: { up: [], across: [], down: ['机关各处'] },
  });
  const { id, version } = await bulletins.create({ seriesId: series.id, issuedOn: '2026-11-20' });
  const text = { column: null, subtitle: null, source: null };
  await bulletins.addItem({ ...text, id, version, title: '机关开展读书活动', body: '读书、讲书、等活动。' });
  const opened = await openPage(old!, stage.house.url, '/sign-in');
  const [name, value] = editor.cookie().split('=');
  await opened.page.context().addCookies([{ name: name!, value: value!, url: stage.house.url }]);
  await opened.page.goto(`/bulletins/${id}`);
  await untilShown(opened.page, '期号签发时编定', '疑点 1 处', '改为');
  await opened.page.evaluate(`document.querySelector('[data-testid=live-mend]').click()`);
  await untilShown(opened.page, '疑点 0 处', '已保存');
  expect((await bulletins.get({ id })).bulletinItems[0]!.body).toBe('读书、讲书等活动。');
  await opened.picture('old-bulletin');
  expect(opened.troubles).toEqual([]);
});

it.skipIf(!old)('leaves no trouble behind', () => {
  expect(visit.troubles).toEqual([]);
});
