import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { importText } from '../../apps/server/test/import-text.ts';
import { readSheetXml } from '../../apps/server/test/read-sheet-xml.ts';
import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';

/** The grain of one town twice, and not the same. */
const BOOK = `# 农业

2023年，丁家镇粮食总产量52340吨，粮食播种面积8120公顷，比上年增长3.2%。

全县农作物播种面积31.6万亩，其中油料播种面积4.8万亩。

# 乡镇

2023年，丁家镇粮食总产量53240吨，年末户籍人口31200人。

2023年，戊乡粮食总产量18600吨，年末户籍人口12050人。
`;

/** A busy machine takes its time. */
const SOON = { timeout: 15_000 };

let stage: Stage;
let revision: string;
let ledger: WatchedPage;

beforeAll(async () => {
  stage = await openStage();
  revision = await importText(stage.lead, stage.house.first.provinceId, '乙县年鉴.md', BOOK);
  ledger = await stage.open(stage.lead, `/revisions/${revision}/figures`);
});
afterAll(() => stage?.close());

const printed = async () => {
  const marks = await ledger.page.getByTestId('figure-row').locator('mark').allInnerTexts();
  return marks;
};
const contradictions = async () =>
  (await stage.lead.api.reviews.findings({ id: revision, from: 0 })).filter(({ evidence, quote }) =>
    /53240|52340/.test(quote + JSON.stringify(evidence)),
  );

it('opens the ledger from the reading desk', async () => {
  const { page } = await stage.open(stage.lead, `/revisions/${revision}`);
  await page.getByTestId('desk-figures').click();
  await page.getByTestId('figure-row').first().waitFor();
  expect(page.url()).toContain(`/revisions/${revision}/figures`);
  await page.context().close();
});

it('sorts and filters every quantity of the book', async () => {
  const { page } = ledger;
  await page.getByTestId('figure-row').first().waitFor();
  expect((await printed())[0]).toBe('52340吨');
  await ledger.picture('figures');
  const total = (await printed()).length;
  await page.getByTestId('figures-search').locator('input').fill('粮食总产量');
  await page.getByTestId('figures-search').locator('input').press('Enter');
  await page.getByTestId('figures-count').getByText('列出 3 条').waitFor();
  await page.getByTestId('figures-sort-value').click();
  await expect.poll(printed, SOON).toEqual(['18600吨', '52340吨', '53240吨']);
  await page.getByTestId('figures-sort-value').click();
  await expect.poll(printed, SOON).toEqual(['53240吨', '52340吨', '18600吨']);
  await page.reload();
  await expect.poll(printed, SOON).toEqual(['53240吨', '52340吨', '18600吨']);
  await page.getByTestId('figures-search').locator('input').fill('没有这项');
  await page.getByTestId('figures-search').locator('input').press('Enter');
  await page.getByTestId('figures-clear').click();
  await expect.poll(async () => (await printed()).length, SOON).toBe(total);
});

it('walks by keys, follows a figure to its place and comes back to the list as it was', async () => {
  const { page } = ledger;
  await page.getByTestId('figures-sort-value').click();
  await expect.poll(async () => (await printed())[0], SOON).toBe('3.2%');
  await page.getByTestId('figures-rows').focus();
  await page.keyboard.press('ArrowDown');
  const second = (await printed())[1]!;
  await page.keyboard.press('Enter');
  await page.locator('.lit-place').first().waitFor();
  expect((await page.locator('.lit-place').allInnerTexts()).join('')).toBe(second);
  await page.goBack();
  await page.getByTestId('figure-row').first().waitFor();
  expect((await printed())[1]).toBe(second);
});

it('hands the ledger out as it is filtered', async () => {
  const { page } = ledger;
  await page.getByTestId('figures-search').locator('input').fill('丁家镇');
  await page.getByTestId('figures-search').locator('input').press('Enter');
  await page.getByTestId('figures-count').getByText('列出').waitFor();
  await page.getByTestId('figures-export').click();
  const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByTestId('figures-xlsx').click()]);
  expect(sheet.suggestedFilename()).toBe('乙县年鉴（数据台账）.xlsx');
  const { cells } = await readSheetXml(readFileSync(await sheet.path()));
  expect(cells.flat()).toEqual(expect.arrayContaining(['52340吨', '53240吨']));
  expect(cells.flat()).not.toContain('18600吨');
  await page.getByTestId('figures-export').click();
  const [data] = await Promise.all([page.waitForEvent('download'), page.getByTestId('figures-json').click()]);
  const { figures } = JSON.parse(readFileSync(await data.path(), 'utf8')) as { figures: { subject: string }[] };
  expect(new Set(figures.map(({ subject }) => subject))).toEqual(new Set(['丁家镇']));
});

it('marks two places as of different definitions, and the next review does not raise them', async () => {
  const { page } = ledger;
  expect(await contradictions()).not.toEqual([]);
  await page.getByRole('tab', { name: '同一指标对照' }).click();
  await page.getByTestId('figure-group').filter({ hasText: '丁家镇 粮食总产量' }).click();
  await page.getByTestId('group-period').getByText('不一致').waitFor();
  await ledger.picture('figures-group');
  await page.getByTestId('period-differentDefinition').click();
  await page.getByTestId('figure-verdict').waitFor();
  await ledger.picture('figures-verdict');
  await page.getByTestId('group-drawer').getByTestId('review-renew').click();
  await page.getByText('已按现在的设置重新审校').waitFor();
  expect(await contradictions()).toEqual([]);

  await page.getByTestId('verdict-undo').click();
  await page.getByTestId('figure-verdict').waitFor({ state: 'detached' });
  await page.getByTestId('group-figure').locator('input').nth(0).check();
  await page.getByTestId('group-figure').locator('input').nth(1).check();
  await page.getByTestId('mark-same').click();
  await page.getByTestId('figure-verdict').getByText('同一口径').waitFor();
});

it('fits a telephone and a large screen', async () => {
  const visit = await stage.open(stage.lead, `/revisions/${revision}/figures`);
  for (const [name, width, height] of [
    ['telephone', 390, 844],
    ['large', 1920, 1080],
  ] as const) {
    await visit.page.setViewportSize({ width, height });
    await visit.page.getByTestId('figure-row').first().waitFor();
    await visit.picture(`figures-${name}`);
    expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), name).toBe(0);
    await visit.page.getByTestId('figure-compare').first().click();
    await visit.page.getByTestId('group-period').first().waitFor();
    await visit.picture(`figures-group-${name}`);
    expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), name).toBe(0);
    await visit.page.locator('.ant-drawer-close').click();
  }
  expect(visit.troubles).toEqual([]);
});

it('finds nothing wrong on the page', () => {
  expect(ledger.troubles).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});
