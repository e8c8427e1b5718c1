import { afterAll, beforeAll, expect, it } from 'vitest';

import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { DOUBTED, SOUGHT } from './write-book.ts';

let stage: Stage;
let visit: WatchedPage;

beforeAll(async () => {
  stage = await openStage();
  visit = await stage.open(stage.lead, `/revisions/${await stage.importBook()}`);
});
afterAll(() => stage?.close());

it('finds words in the whole book and walks from place to place', async () => {
  const { page } = visit;
  await page.getByTestId('text-pane').locator('[data-mark]').first().waitFor();
  await page.keyboard.press('Control+f');
  await page.getByTestId('search-input').fill(SOUGHT);
  await page.getByTestId('search-count').getByText('共 5 处').waitFor();
  expect(await page.getByTestId('search-hit').count()).toBe(5);
  for (const at of [1, 2, 3]) {
    await page.getByTestId('search-input').press('Enter');
    await page.getByTestId('search-count').getByText(`当前第 ${at} 处`).waitFor();
    await page.locator('[data-lit=current]').first().waitFor();
    expect(await page.locator('[data-lit=current]').allInnerTexts()).toEqual([SOUGHT]);
  }
  await visit.picture('search');
  await page.getByTestId('search-input').press('Escape');
  await page.getByTestId('search-pane').waitFor({ state: 'detached' });
  expect(await page.locator('[data-lit]').count()).toBe(0);
});

it('decides all findings of a rule at once and takes them back', async () => {
  const { page } = visit;
  await page.getByTestId('text-pane').locator('[data-mark]', { hasText: DOUBTED.approximate[0] }).click();
  await page.getByTestId('decide-alike').click();
  expect(await page.getByTestId('alike-count').innerText()).toContain('3 条未处理');
  await page.getByTestId('alike-decision').getByText('径改').click();
  await visit.picture('decide-alike');
  await page.getByTestId('alike-save').click();
  await page.getByTestId('desk-progress').getByText('已处理 3／').waitFor();
  expect(await decisions()).toEqual(['correct', 'correct', 'correct']);
  // The desk goes on to what is still to be decided.
  await page.locator('.finding-card.selected:not(.decided)').waitFor();

  await page.getByTestId('alike-undo').click();
  await page.getByTestId('desk-progress').getByText('已处理 0／').waitFor();
  await expect.poll(decisions).toEqual([null, null, null]);
});

it('leaves no trouble behind', () => {
  expect(visit.troubles).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});

async function decisions(): Promise<(string | null)[]> {
  const rows = await stage.house.db
    .selectFrom('finding')
    .select('decision')
    .where('rule', '=', 'numerals-approximate-comma')
    .execute();
  return rows.map((row) => row.decision);
}
