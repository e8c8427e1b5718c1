import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { writeSheet } from '@xiuzhi/manuscript/xlsx';
import { readRows } from '../../apps/server/test/read-rows.ts';
import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';

const UNITS = ['甲科', '乙科'] as const;
const TELEPHONE = { width: 390, height: 844 };

let stage: Stage;
let office: WatchedPage;
let units: Record<(typeof UNITS)[number], string>;

beforeAll(async () => {
  stage = await openStage();
  const chief = await stage.house.join('administrator', '510000/');
  const made = [];
  for (const name of UNITS)
    made.push(
      (await chief.api.organisations.create({ parentId: stage.house.first.provinceId, kind: 'internalUnit', name })).id,
    );
  units = { 甲科: made[0]!, 乙科: made[1]! };
  const { id } = (await stage.lead.api.accounts.me()).person;
  await chief.api.accounts.assignPost({ id, organisationId: units.甲科, role: 'reviewer', since: '2020-01-01' });
  await stage.house.join('reader', '510000/');
  office = await stage.open(chief, '/organisations');
});
afterAll(() => stage?.close());

/** Chooses in the box of this name what is called so, looking for it by its name. */
async function choose(page: Page, testId: string, words: string): Promise<void> {
  await page.getByTestId(testId).locator('input').fill(words);
  await page.locator('.ant-select-item-option').filter({ hasText: words }).first().click();
}
async function fillDay(page: Page, day: string): Promise<void> {
  const box = page.locator('.ant-modal .ant-picker input');
  await box.fill(day);
  await box.press('Enter');
}
const sidewaysScroll = (page: Page) =>
  page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)');

it('renames a unit from a day on, and keeps the name of then', async () => {
  const { page } = office;
  await page.getByTestId('organisation-tree').getByText('甲科').click();
  await page.getByTestId('organisation-rename').click();
  await page.getByTestId('rename-name').fill('年鉴编纂科');
  await fillDay(page, '2023-05-01');
  await office.picture('organisation-rename');
  await page.getByTestId('rename-save').click();
  await page.getByTestId('organisation-names').getByText('2023-04-30').waitFor();
  await page.getByTestId('organisation-tree').getByText('年鉴编纂科').waitFor();
  expect(await page.getByTestId('organisation-names').innerText()).toMatch(/年鉴编纂科[\s\S]*甲科/);
  await office.picture('organisation-detail');
});

it('merges it into another, with its post', async () => {
  const { page } = office;
  await page.getByTestId('organisation-merge').click();
  await choose(page, 'organisation-picker', '乙科');
  await fillDay(page, '2024-02-01');
  await office.picture('organisation-merge');
  await page.getByTestId('merge-save').click();
  await page.getByTestId('organisation-detail').getByRole('heading', { name: '乙科' }).waitFor();
  await page.getByTestId('organisation-posts').getByText('2024-02-01').waitFor();
  await page.getByTestId('organisation-tree').getByText('年鉴编纂科').waitFor({ state: 'detached' });
  await page.getByTestId('show-ended').click();
  await page.getByTestId('organisation-tree').getByText('（已撤并）').waitFor();
});

it('shows the page on a telephone without a sideways scroll', async () => {
  const { page } = office;
  expect(await sidewaysScroll(page)).toBe(0);
  await page.setViewportSize(TELEPHONE);
  await office.picture('organisations-telephone');
  expect(await sidewaysScroll(page)).toBe(0);
  await page.setViewportSize({ width: 1366, height: 768 });
});

it('hands a post over to somebody else', async () => {
  const { page } = office;
  await page.getByTestId('menu-persons').click();
  const heir = (await stage.house.db.selectFrom('person').select('display_name').execute()).at(-2)!.display_name;
  const row = page.getByRole('row').filter({ hasText: stage.lead.name });
  await row.locator('li').filter({ hasText: '乙科' }).getByTestId('post-hand-over').click();
  await choose(page, 'hand-over-person', heir);
  await fillDay(page, '2024-03-01');
  await office.picture('hand-over');
  await page.getByTestId('hand-over-save').click();
  await page.locator('.ant-modal').waitFor({ state: 'hidden' });
  await row.getByText('2024-02-29 止').waitFor();
  const other = page.getByRole('row').filter({ hasText: heir });
  await other.locator('li').filter({ hasText: '乙科' }).getByText('2024-03-01 起').waitFor();
});

it('imports two people from a worksheet, after a worksheet with a mistake', async () => {
  const { page } = office;
  await page.getByTestId('persons-import').click();
  const upload = async (rows: string[][]) => {
    const buffer = Buffer.from(await sheetOf(rows));
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.locator('.ant-modal input[type=file]').setInputFiles({ name: '名单.xlsx', mimeType, buffer });
  };
  await upload([
    ['丙某', 'bingmou', '乙科', '审校员', '2024-01-01'],
    ['丁某', 'dingmou', '无此科', '审校员', ''],
  ]);
  await page.getByTestId('import-summary').getByText('1 行不能导入').waitFor();
  expect(await page.getByTestId('import-commit').isDisabled()).toBe(true);
  await office.picture('import-problem');
  await page.setViewportSize(TELEPHONE);
  await office.picture('import-telephone');
  expect(await sidewaysScroll(page)).toBe(0);
  await page.setViewportSize({ width: 1366, height: 768 });
  await upload([
    ['丙某', 'bingmou', '乙科', '审校员', '2024-01-01'],
    ['丁某', 'dingmou', '综合处', '查阅者', ''],
  ]);
  await page.getByTestId('import-summary').getByText('都可以导入').waitFor();
  await office.picture('import-preview');
  const saving = page.waitForEvent('download');
  await page.getByTestId('import-commit').click();
  const file = readFileSync(await (await saving).path());
  const line = (await readRows(file)).find((row) => row.includes('dingmou'))!;
  await page.getByTestId('persons-table').getByText('丁某').waitFor();
  const me = await stage.house.visit().api.accounts.signIn({ name: 'dingmou', password: line[2]! });
  expect(me.mustChangePassword).toBe(true);
  await page.setViewportSize(TELEPHONE);
  await office.picture('persons-telephone');
  expect(await sidewaysScroll(page)).toBe(0);
});

function sheetOf(rows: string[][]): Promise<Uint8Array> {
  const headers = ['姓名', '用户名', '单位', '岗位', '任岗日期'];
  const columns = headers.map((header) => ({ header, width: 14 }));
  return writeSheet({ sheet: '人员', isLandscape: false, top: [], columns, rows });
}

it('shows no organisations to whoever does not keep them, and leaves no trouble behind', async () => {
  const lead = await stage.open(stage.lead, '/works');
  expect(await lead.page.getByTestId('menu-organisations').count()).toBe(0);
  expect(lead.troubles).toEqual([]);
  expect(office.troubles).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});
