import { afterAll, beforeAll, expect, it } from 'vitest';

import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { DOUBTED } from './write-book.ts';

/** A busy machine takes its time. */
const SOON = { timeout: 15_000 };

let stage: Stage;
let revision: string;
let workId: string;
let visit: WatchedPage;

beforeAll(async () => {
  stage = await openStage();
  revision = await stage.importBook();
  ({ workId } = await stage.lead.api.manuscripts.get({ id: revision }));
  visit = await stage.open(stage.lead, `/works/${workId}`);
});
afterAll(() => stage?.close());

const settings = () => stage.lead.api.works.settings({ id: workId });
const findings = () => stage.lead.api.reviews.findings({ id: revision, from: 0, limit: 200 });

it('takes years and place that the review goes by', async () => {
  const { page } = visit;
  await page.getByTestId('work-settings').click();
  await page.getByTestId('settings-place').fill('乙县');
  await page.getByTestId('settings-from').fill('1986');
  await page.getByTestId('settings-save').click();
  await page.getByText('上限和下限请都填写').waitFor();
  await page.getByTestId('settings-to').fill('2005');
  await visit.picture('settings');
  await page.getByTestId('settings-save').click();
  await expect
    .poll(settings, SOON)
    .toMatchObject({ place: '乙县', period: { from: 1986, to: 2005 }, recordedYear: 2023 });
});

it('tells the second of two editors that the first was faster', async () => {
  const { page } = visit;
  await page.getByTestId('settings-place').waitFor();
  const { version, recordedYear, period } = await settings();
  await stage.lead.api.works.configure({ id: workId, version, recordedYear, period, place: '甲县' });
  await page.getByTestId('settings-place').fill('丙县');
  await page.getByTestId('settings-save').click();
  await page.getByTestId('settings-drawer').getByText('已被他人更新').waitFor();
  await expect.poll(async () => page.getByTestId('settings-place').inputValue(), SOON).toBe('甲县');
});

it('settles ways of writing', async () => {
  const { page } = visit;
  await page.getByTestId('settings-style').click();
  await page.getByTestId('style-areaUnit').click();
  await page.locator('.ant-select-item-option').getByText('平方千米').click();
  await visit.picture('settings-style');
  await page.getByTestId('style-save').click();
  await expect.poll(settings, SOON).toMatchObject({ houseStyle: { areaUnit: '平方千米' }, place: '甲县' });
});

it('keeps a dictionary: word by word, and from a pasted list', async () => {
  const { page } = visit;
  await page.getByTestId('settings-words').click();
  await page.getByTestId('word-text').fill('王某某');
  await page.getByTestId('word-wrong').fill('汪某某、王某莫');
  await page.getByTestId('word-add').click();
  await page.getByTestId('word').getByText('误写：汪某某、王某莫').waitFor();
  await page.getByTestId('words-import').click();
  await page.getByTestId('words-paste').fill('丁家镇，地名，丁加镇\n甲局，神仙');
  await page.getByTestId('words-commit').click();
  await page.getByTestId('words-problem').getByText('第 2 行').waitFor();
  await visit.picture('words-import');
  await page.getByTestId('words-paste').fill('丁家镇，地名，丁加镇\n甲局，机构');
  await page.getByTestId('words-commit').click();
  await expect.poll(async () => page.getByTestId('word').count(), SOON).toBe(3);
  await page.getByTestId('words-search').locator('input').fill('丁加');
  await page.getByTestId('words-search').locator('input').press('Enter');
  await expect.poll(async () => page.getByTestId('word').count(), SOON).toBe(1);
  await page.getByTestId('word-remove').click();
  await page.getByTestId('word-remove-confirm').click();
  await expect.poll(async () => (await settings()).words, SOON).toBe(2);
  await visit.picture('words');
});

it('stops raising words, and a rule with a reason, and takes both back', async () => {
  const desk = await stage.open(stage.lead, `/revisions/${revision}`);
  const { page } = desk;
  const total = (await findings()).length;
  await page.getByTestId('text-pane').locator('[data-mark]', { hasText: DOUBTED.approximate[0] }).click();
  await page.getByTestId('suppress').click();
  await desk.picture('suppress-menu');
  await page.getByTestId('suppress-rule').click();
  await page.getByTestId('suppress-reason').fill('本书沿用原档案写法');
  await desk.picture('suppress-rule');
  await page.getByTestId('suppress-save').click();
  await page.getByTestId('desk-progress').getByText('已处理 3／').waitFor();
  await desk.picture('suppressed');
  await page.getByTestId('suppress-undo').click();
  await page.getByTestId('desk-progress').getByText('已处理 0／').waitFor();
  expect((await settings()).suppressions).toBe(0);

  await page.getByTestId('text-pane').locator('[data-mark]', { hasText: DOUBTED.approximate[0] }).click();
  await page.getByTestId('suppress').click();
  await page.getByTestId('suppress-quote').click();
  await page.getByTestId('desk-progress').getByText('已处理 1／').waitFor();
  expect(desk.troubles).toEqual([]);
  await page.context().close();

  await visit.page.goto(`/works/${workId}?settings=suppressions`);
  await visit.page.getByTestId('suppression').getByText(DOUBTED.approximate[0]).first().waitFor();
  await visit.picture('suppressions');
  await visit.page.getByTestId('review-renew').click();
  await visit.page.getByText('已按现在的设置重新审校').waitFor();
  expect((await findings()).map(({ quote }) => quote)).not.toContain(DOUBTED.approximate[0]);

  await visit.page.getByTestId('suppression-undo').click();
  await visit.page.getByTestId('suppression-undo-confirm').click();
  await visit.page.getByText('还没有不再提示的内容').waitFor();
  await visit.page.getByTestId('review-renew').click();
  await expect.poll(async () => (await findings()).length, { timeout: 20_000 }).toBe(total);
});

it('fits a telephone', async () => {
  const { page } = visit;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ['basics', 'style', 'words', 'suppressions', 'verdicts']) {
    await page.goto(`/works/${workId}?settings=${tab}`);
    await page.getByTestId('settings-drawer').locator('.ant-tabs-content-active').waitFor();
    await visit.picture(`settings-${tab}-telephone`);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), tab).toBe(0);
  }
});

it('finds nothing wrong on the page', () => {
  expect(visit.troubles).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});
