import { afterAll, beforeAll, expect, it } from 'vitest';

import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { signIn } from './open-page.ts';
import { DOUBTED } from './write-book.ts';

let stage: Stage;
let visit: WatchedPage;
let route: string;

beforeAll(async () => {
  stage = await openStage();
  route = `/revisions/${await stage.importBook()}?state=all`;
  visit = await stage.open(stage.lead, route);
});
afterAll(() => stage?.close());

it('leads to sign-in when the session has ended, and back to the same page', async () => {
  const { page } = visit;
  await select();
  await stage.house.db
    .updateTable('session')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .execute();
  await page.keyboard.press('1');
  await page.waitForURL(/\/sign-in\?to=/);
  await visit.picture('session-ended');
  await signIn(page, stage.lead);
  await page.waitForURL((url) => url.pathname + url.search === route);
  await select();
  // What was not saved is not shown as if it were.
  expect(await page.getByTestId('desk-progress').innerText()).toContain('已处理 0／');
  await page.keyboard.press('1');
  await page.getByTestId('desk-progress').getByText('已处理 1／').waitFor();
  expect(visit.troubles).toEqual([]);
});

it('goes nowhere else after sign-in than to its own pages', async () => {
  const { page } = await stage.open(stage.lead, '/sign-in?to=//elsewhere.invalid/');
  await page.waitForURL(`${stage.house.url}/works`);
});

it('signs out', async () => {
  const { page } = visit;
  await page.getByTestId('user-menu').click();
  await page.getByTestId('user-sign-out').click();
  await page.waitForURL(/\/sign-in/);
  await page.goto(route);
  await page.waitForURL(/\/sign-in\?to=/);
});

async function select(): Promise<void> {
  const { page } = visit;
  await page.getByTestId('text-pane').locator('[data-mark]', { hasText: DOUBTED.deixis }).click();
  const card = page.locator('[data-testid=finding-card][aria-current=true]');
  await card.filter({ hasText: DOUBTED.deixis }).getByTestId('finding-message').waitFor();
}
