import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { DOUBTED } from './write-book.ts';

let stage: Stage;
let first: WatchedPage;
let second: WatchedPage;

beforeAll(async () => {
  stage = await openStage();
  const route = `/revisions/${await stage.importBook()}?state=all`;
  first = await stage.open(stage.lead, route);
  second = await stage.open(await stage.house.join('reviewer', '510000/'), route);
});
afterAll(() => stage?.close());

it('tells the slower of two reviewers, and shows what the faster one decided', async () => {
  await select(second.page, DOUBTED.range);
  await select(first.page, DOUBTED.range);
  await first.page.keyboard.press('2');
  await first.page.getByTestId('desk-progress').getByText('已处理 1／').waitFor();
  await expect.poll(() => decisionOf(DOUBTED.range)).toBe('correct');

  await second.page.keyboard.press('1');
  await second.page.getByText('刚由他人处理').first().waitFor();
  const card = second.page.getByTestId('finding-card').filter({ hasText: DOUBTED.range });
  await card.getByTestId('finding-decided').getByText('径改').waitFor();
  await second.page.getByTestId('desk-progress').getByText('已处理 1／').waitFor();
  expect(await decisionOf(DOUBTED.range)).toBe('correct');
});

it('puts a decision back that could not be sent, and says why', async () => {
  const { page } = first;
  await select(page, DOUBTED.deixis);
  await page.context().setOffline(true);
  await page.keyboard.press('3');
  await page.getByText('网络连接中断').first().waitFor();
  await page.getByTestId('desk-progress').getByText('已处理 1／').waitFor();
  await page.context().setOffline(false);
  await select(page, DOUBTED.deixis);
  await page.keyboard.press('3');
  await page.getByTestId('desk-progress').getByText('已处理 2／').waitFor();
  await expect.poll(() => decisionOf(DOUBTED.deixis)).toBe('verify');
});

async function select(page: Page, words: string): Promise<void> {
  await page.getByTestId('text-pane').locator('[data-mark]', { hasText: words }).click();
  const card = page.locator('[data-testid=finding-card][aria-current=true]');
  await card.filter({ hasText: words }).getByTestId('finding-message').waitFor();
}

async function decisionOf(quote: string): Promise<string | null> {
  const row = await stage.house.db
    .selectFrom('finding')
    .select('decision')
    .where('quote', '=', quote)
    .executeTakeFirstOrThrow();
  return row.decision;
}
