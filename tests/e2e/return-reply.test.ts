import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { findStrayWords } from './compare-paper.ts';
import { fillLetter } from './fill-letter.ts';
import { openPage, type WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { writeBook } from './write-book.ts';

const UNIT = '乙县林业局';
const NOTE = '应为15%～30%，据本局年报';
const BESIDE = '另：全书“林地”一词请与国土调查口径一致。';

let stage: Stage;
let revision: string;
let visit: WatchedPage;
/** Someone at the unit: a browser in which nobody ever signed in. */
let stranger: WatchedPage;
let slip: Buffer;

beforeAll(async () => {
  stage = await openStage();
  revision = await stage.importBook();
  for (const seq of [0, 1]) await stage.lead.api.reviews.decide({ id: revision, seq, version: 0, decision: 'verify' });
  const { workId } = await stage.lead.api.manuscripts.get({ id: revision });
  visit = await stage.open(stage.lead, `/works/${workId}`);
});
afterAll(() => stage?.close());

it('names the unit that supplied a part of the book', async () => {
  const { page } = visit;
  await page.getByTestId('work-contributors').click();
  await page.getByText('还没有供稿单位').waitFor();
  await page.getByTestId('contributor-name').fill(UNIT);
  await page.getByTestId('contributor-add').click();
  await page.getByTestId('contributor').getByText(UNIT).waitFor();
  await page.getByTestId('contributor-places').locator('input').click();
  await page.locator('.ant-select-tree-title', { hasText: '概况' }).first().click();
  await page.getByTestId('contributor-places').getByText('概况').first().waitFor();
  await expect
    .poll(async () => {
      const { workId } = await stage.lead.api.manuscripts.get({ id: revision });
      return (await stage.lead.api.contributions.list({ workId })).map(({ name, places }) => [name, places]);
    })
    .toEqual([[UNIT, ['概况']]]);
  await visit.picture('contributors');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

it('drafts one slip for the unit, which is signed and saved as a Word file', async () => {
  const { page } = visit;
  await page.reload();
  await page.getByTestId('draft-letter').click();
  await page.getByTestId('draft-slip').click();
  await page.waitForURL(/\/letters\/[0-9a-f-]{36}$/);
  await page.getByTestId('letter-addressee').getByText(UNIT).waitFor();
  await page.getByTestId('letter-sign').click();
  await page.getByTestId('letter-sign-confirm').click();
  await page.getByTestId('letter-state').getByText('已签发').waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByTestId('letter-export').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toContain(UNIT);
  slip = await readFile(await download.path());
  expect(await findStrayWords(page, slip)).toEqual([]);
  await visit.picture('slip-signed');
});

it('takes what is no letter of ours for a mistake and says so', async () => {
  stranger = await openPage(stage.browser, stage.house.url, '/sign-in');
  const { page } = stranger;
  await page.getByTestId('sign-in-reply').click();
  await page.getByTestId('secrecy-notice').waitFor();
  await stranger.picture('reply-empty');
  await choose('旧稿.doc', Buffer.from('x'));
  await page.getByTestId('reply-problem').getByText('另存为 .docx').waitFor();
  await choose('书稿.docx', await writeBook());
  await page.getByTestId('reply-problem').getByText('未能识别').waitFor();
});

it('receives the filled-in slip without sign-in, and tells in a sentence what arrived', async () => {
  const { page } = stranger;
  const filled = fillLetter(
    slip,
    [
      { number: 1, option: '更正为', note: NOTE },
      { number: 2, option: '属实' },
    ],
    BESIDE,
  );
  await choose('核实单.docx', filled);
  await page
    .getByTestId('reply-receipt')
    .getByText(/收到对《乙县年鉴（2024）》.*的答复 2 条，另有 1 处未能对应，已转经办人核对/)
    .waitFor();
  await stranger.picture('reply-receipt');
});

it('shows the answers on the letter, and what found no line beside them', async () => {
  const { page } = visit;
  await page.reload();
  await page.getByTestId('letter-progress').getByText('已答复 2／2').waitFor();
  const first = page.getByTestId('letter-line').first();
  expect(await first.locator('[role=radio][aria-checked=true]').innerText()).toBe('更正为');
  await first.getByText(NOTE).waitFor();
  await page.getByTestId('reply-unmatched').getByText(BESIDE).waitFor();
  await page.getByTestId('reply-item').scrollIntoViewIfNeeded();
  await visit.picture('reply-list');
  const downloading = page.waitForEvent('download');
  await page.getByTestId('reply-original').click();
  expect((await downloading).suggestedFilename()).toBe('核实单.docx');
  await expect
    .poll(async () => (await stage.lead.api.tasks.list({ open: false })).items.map(({ state }) => state))
    .toEqual(['answered']);
});

it('leaves no trouble behind, on the pages or in the server', () => {
  expect([...visit.troubles, ...stranger.troubles]).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});

function choose(name: string, buffer: Buffer): Promise<void> {
  return stranger.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}
