import { afterAll, beforeAll, expect, it } from 'vitest';

import { openStage, type Stage } from './open-stage.ts';
import { DOUBTED } from './write-book.ts';

let stage: Stage;
let id: string;

beforeAll(async () => {
  stage = await openStage();
  id = await stage.importBook();
});
afterAll(() => stage?.close());

it('shows a reader the findings but no way to decide', async () => {
  const reader = await stage.house.join('reader', '510000/');
  const { page, troubles } = await stage.open(reader, `/revisions/${id}`);
  await page.getByTestId('text-pane').locator('[data-mark]', { hasText: DOUBTED.deixis }).click();
  const card = page.locator('[data-testid=finding-card][aria-current=true]');
  await card.filter({ hasText: DOUBTED.deixis }).getByTestId('finding-message').waitFor();
  expect(await page.locator('[data-testid^=decide-]').count()).toBe(0);
  expect(await page.getByTestId('desk-undo').count()).toBe(0);

  await page.keyboard.press('1');
  await page.keyboard.press('4');
  expect(await page.getByTestId('opinion-text').count()).toBe(0);
  await page.getByTestId('desk-back').click();
  await page.getByTestId('revision-ready').waitFor();
  expect(await page.locator('input[type=file]').count()).toBe(0);
  expect(await page.getByTestId('revision-remove').count()).toBe(0);
  const decided = await stage.house.db.selectFrom('finding').select('seq').where('version', '>', 0).execute();
  expect(decided).toEqual([]);
  expect(troubles).toEqual([]);
});

it('shows a person of another office that there is nothing, and nothing of the book', async () => {
  const other = await stage.house.join('reviewLead', '510000/510100/');
  const { page, troubles } = await stage.open(other, `/revisions/${id}`);
  await page.getByText('未找到该内容').waitFor();
  expect(await page.locator('body').innerText()).not.toContain('乙县');
  await page.goto(`/revisions/${id}/summary`);
  await page.getByText('未找到该内容').waitFor();
  await page.goto('/works');
  await page.getByTestId('works-table').waitFor();
  expect(await page.locator('body').innerText()).not.toContain('乙县');
  expect(troubles).toEqual([]);
});

it('does not show a reviewer the pages of administrators', async () => {
  const reviewer = await stage.house.join('reviewer', '510000/');
  const { page } = await stage.open(reviewer, '/works');
  await page.getByTestId('menu-works').waitFor();
  expect(await page.getByTestId('menu-persons').count()).toBe(0);
  for (const route of ['/persons', '/audit']) {
    await page.goto(route);
    await page.getByText('没有此项权限').waitFor();
    expect(await page.getByTestId('person-create').count()).toBe(0);
  }
});
