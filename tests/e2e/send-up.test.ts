import { afterAll, beforeAll, expect, it } from 'vitest';

import { importText } from '../../apps/server/test/import-text.ts';
import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { DOUBTED, writeBook } from './write-book.ts';

const COUNTY = '510000/510100/510104/';

let stage: Stage;
let county: Awaited<ReturnType<Stage['house']['join']>>;
let below: WatchedPage;
let above: WatchedPage;
let revision: string;

beforeAll(async () => {
  stage = await openStage();
  county = await stage.house.join('reviewLead', COUNTY);
  const { id } = await stage.house.db
    .selectFrom('organisation')
    .select('id')
    .where('path', '=', COUNTY)
    .executeTakeFirstOrThrow();
  revision = await importText(county, id, '乙县年鉴.docx', new Uint8Array(await writeBook()));
  const { workId } = await county.api.manuscripts.get({ id: revision });
  below = await stage.open(county, `/works/${workId}`);
  above = await stage.open(stage.lead, '/submissions');
});
afterAll(() => stage?.close());

it('shows the office above that there is a book, and that it is not open to it yet', async () => {
  const { workId } = await county.api.manuscripts.get({ id: revision });
  await above.page.goto(`/works/${workId}`);
  await above.page.getByTestId('work-closed').waitFor();
  await above.picture('work-closed');
  await above.page.getByText('查看收到的送审稿').click();
});

it('sends a revision up to an office above', async () => {
  const { page } = below;
  await above.page.getByText('没有送审中的书稿').waitFor();
  await page.getByTestId('submission-send').click();
  await page.getByTestId('submission-office').locator('label').last().click();
  await page.getByTestId('submission-note').fill('二审稿，请审查。');
  await below.picture('submission-send');
  await page.getByTestId('submission-save').click();
  await page.getByTestId('revision-submission').getByText('送审中').waitFor();
  await below.picture('work-sent');
});

it('lets the sender read and decide nothing meanwhile', async () => {
  const { page } = below;
  await page.getByTestId('revision-read').click();
  await page.getByTestId('notice-sent').waitFor();
  await below.picture('desk-sent');
  await select(below, DOUBTED.range);
  expect(await page.getByTestId('decide-correct').count()).toBe(0);
  expect(await page.getByTestId('draft-letter').count()).toBe(0);
  await page.keyboard.press('2');
  await page.getByTestId('desk-progress').getByText('已处理 0／').waitFor();
  await page.goBack();
});

it('is read above, where an opinion is put into a letter', async () => {
  const { page } = above;
  await page.reload();
  await page.getByTestId('submissions-table').getByText('二审稿，请审查。').waitFor();
  await above.picture('submissions');
  await page.getByTestId('submission-read').click();
  await page.getByTestId('notice-received').getByText('二审稿，请审查。').waitFor();
  await select(above, DOUBTED.deixis);
  await page.keyboard.press('4');
  await page.getByTestId('opinion-text').fill('请改用第三人称。');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('desk-progress').getByText('已处理 1／').waitFor();
  await above.picture('desk-received');
  await page.getByTestId('draft-letter').click();
  await page.getByTestId('draft-opinions').click();
  await page.waitForURL(/\/letters\/[0-9a-f-]{36}$/);
  await page.getByTestId('letter-sign').click();
  await page.getByTestId('letter-sign-confirm').click();
  await page.getByTestId('letter-state').getByText('已签发').waitFor();
  // Whoever asked does not answer.
  expect(await page.getByTestId('letter-complete').count()).toBe(0);
  await page.getByTestId('menu-tasks').click();
  await page.getByTestId('tasks-given').click();
  await page.getByTestId('task-link').waitFor();
  await above.picture('tasks-given');
});

it('comes back with the letter, which the county answers', async () => {
  const { page } = below;
  await page.reload();
  await page.getByTestId('revision-submission').getByText('已退回').waitFor();
  await page.getByTestId('menu-letters').click();
  await page.getByTestId('box-received').click();
  await page.getByTestId('letter-link').click();
  await page.getByTestId('letter-paper').waitFor();
  expect(await page.getByText('签发人').count()).toBe(0);
  expect(await page.getByTestId('letter-withdraw').count()).toBe(0);
  await page.getByTestId('answer-done').click();
  await page.getByTestId('letter-progress').getByText('已答复 1／1').waitFor();
  await page.getByTestId('letter-complete').click();
  await page.getByTestId('letter-state').getByText('答复完毕').waitFor();
  await below.picture('letter-received');
});

it('is reminded of once, owned by somebody, given more time and closed', async () => {
  const { page } = below;
  await above.page.getByTestId('task-link').click();
  await above.page.getByTestId('task-reopen').click();
  await above.page.getByTestId('task-note').fill('第 1 条请补充依据。');
  await above.page.getByTestId('task-note-save').click();
  await above.page.getByTestId('task-state').getByText('办理中').waitFor();
  await above.page.getByTestId('task-remind').click();
  await above.page.getByText('已提醒，请电话联系').first().waitFor();
  expect(await above.page.getByTestId('task-remind').count()).toBe(0);
  await above.page.getByTestId('task-postpone').click();
  await above.page.getByTestId('task-note').fill('来电说明，资料尚在核对');
  await above.page.getByTestId('task-postpone-save').click();
  await above.page.getByTestId('task-history').getByText('来电说明').waitFor();

  await page.getByTestId('menu-tasks').click();
  await page.getByTestId('task-link').click();
  await page.getByTestId('task-reminded').waitFor();
  await page.getByTestId('task-assign').click();
  await page.getByTestId('task-owner-select').locator('input').click();
  await page.locator('.ant-select-item-option').first().click();
  await page.getByTestId('task-assign-save').click();
  await page.getByTestId('task-owner').getByText('甲某').waitFor();
  await page.getByTestId('task-add-evidence').click();
  await page.getByTestId('task-note').fill('已按意见改写，见概况。');
  await page.getByTestId('task-note-save').click();
  await page.getByTestId('task-evidence').getByText('已按意见改写').waitFor();
  await below.picture('task-below');

  await above.page.reload();
  await above.page.getByTestId('task-evidence').getByText('已按意见改写').waitFor();
  // People of the office below are its own business.
  expect(await above.page.getByTestId('task-owner').innerText()).not.toContain('甲某');
  await above.picture('task-above');
  await above.page.getByTestId('task-close').click();
  await above.page.getByTestId('task-close-confirm').click();
  await above.page.getByTestId('task-state').getByText('已办结').waitFor();
});

it('leaves no trouble behind, on the pages or in the server', () => {
  expect([...below.troubles, ...above.troubles]).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});

async function select({ page }: WatchedPage, words: string): Promise<void> {
  await page.getByTestId('text-pane').locator('[data-mark]', { hasText: words }).click();
  const card = page.locator('[data-testid=finding-card][aria-current=true]');
  await card.filter({ hasText: words }).getByTestId('finding-message').waitFor();
}
