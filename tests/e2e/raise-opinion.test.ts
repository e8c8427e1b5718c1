import { afterAll, beforeAll, expect, it } from 'vitest';

import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { selectWords } from './select-words.ts';
import { SOUGHT } from './write-book.ts';

let stage: Stage;
let revision: string;
let desk: WatchedPage;

beforeAll(async () => {
  stage = await openStage();
  revision = await stage.importBook();
  desk = await stage.open(stage.lead, `/revisions/${revision}`);
});
afterAll(() => stage?.close());

const opinions = () => stage.lead.api.reviews.opinions({ id: revision });

it('takes an opinion on selected words, marks it, lists it and lets it be changed', async () => {
  const { page } = desk;
  await page.getByTestId('text-pane').getByText('【位置】').waitFor();
  await selectWords(page, '乙县位于', `${SOUGHT}在其东`);
  await page.getByTestId('opinion-raise').click();
  await page.getByTestId('raise-wording').fill('请写明渡口的方位依据。');
  await desk.picture('raise-opinion');
  await page.getByTestId('raise-save').click();
  await page.locator('.lit-opinion').first().waitFor();
  const [opinion] = await opinions();
  expect(opinion).toMatchObject({ wording: '请写明渡口的方位依据。', certainty: 'change' });
  // The selection ran through the mark of a finding, and counts on in the book all the same.
  expect(opinion!.quote).toMatch(/^乙县位于丙河南岸，山地占全县面积的15～30%，丁镇渡口在其东$/);

  await page.getByTestId('listing-switch').getByText('意见 1').click();
  await page.getByTestId('opinion-edit').click();
  await page.getByText('不确定意见').last().click();
  await page.getByTestId('opinion-update').click();
  await expect.poll(async () => (await opinions())[0]?.certainty).toBe('uncertain');
  await desk.picture('opinions-listed');
});

it('takes a selection over cells and paragraphs as the book reads', async () => {
  const { page } = desk;
  // The town stands in the prose too: from the cell above it the selection begins.
  await selectWords(page, '户数', '80');
  await page.getByTestId('opinion-raise').waitFor();
  await page.keyboard.press('o');
  await page.getByTestId('raise-wording').fill('请核对两地户数。');
  await page.getByTestId('raise-save').click();
  await expect.poll(async () => (await opinions()).map(({ quote }) => quote)).toContain('户数\n丁镇\t120\n戊乡\t80');
});

it('takes an opinion back', async () => {
  const { page } = desk;
  await page.getByTestId('listing-switch').getByText('意见 2').click();
  await page.getByTestId('opinion-remove').first().click();
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  await expect.poll(async () => (await opinions()).length).toBe(1);
});

it('finds nothing wrong on the page', () => expect(desk.troubles).toEqual([]));
