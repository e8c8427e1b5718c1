import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { findStrayWords } from './compare-paper.ts';
import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { DOUBTED } from './write-book.ts';

const OPINION = '请核实依据后改写为第三人称。';
const BETTER = '请核实依据，并改用第三人称。';
/** Passage that no rule doubts. */
const OWN_PLACE = '以上禁渔';
/** In text order: the range, the first person, three approximate numbers. */
const LAST = 4;

let stage: Stage;
let revision: string;
let visit: WatchedPage;

beforeAll(async () => {
  stage = await openStage();
  revision = await stage.importBook();
  // No rule of the program is of this family yet; one finding is made one, as an office's own list would make it.
  await stage.house.db
    .updateTable('finding')
    .set({ family: 'political', suggestion: null })
    .where('revision_id', '=', revision)
    .where('seq', '=', LAST)
    .execute();
  visit = await stage.open(stage.lead, `/revisions/${revision}?state=all`);
});
afterAll(() => stage?.close());

it('says what to do where nothing has been decided yet', async () => {
  const { page } = visit;
  await page.getByTestId('draft-letter').click();
  await page.getByTestId('draft-opinions').click();
  await page.getByText('没有可列入的条目').first().waitFor();
});

it('drafts a letter from what was decided on the desk', async () => {
  const { page } = visit;
  await select(DOUBTED.range);
  await page.keyboard.press('4');
  await page.getByTestId('opinion-text').fill('请补足单位。');
  await page.keyboard.press('Control+Enter');
  await progress(1);
  await select(DOUBTED.deixis);
  await page.keyboard.press('4');
  await page.getByTestId('opinion-text').fill(OPINION);
  await page.keyboard.press('Control+Enter');
  await progress(2);
  await expect.poll(countDecided).toBe(2);
  await raiseOpinion();
  await page.getByTestId('draft-letter').click();
  await page.getByTestId('draft-opinions').click();
  await page.waitForURL(/\/letters\/[0-9a-f-]{36}$/);
  await page.getByTestId('letter-paper').getByText('关于《乙县年鉴（2024）》的审查意见').waitFor();
  await page.getByText('共提出修改意见3条').waitFor();
  await visit.picture('letter-draft');
});

it('is worded where it stands, and keeps what was typed', async () => {
  const { page } = visit;
  await edit('letter-number', '甲市志审〔2026〕3号');
  await edit('letter-addressee', '乙县地方志办公室');
  await line(1).getByTestId('line-wording').click();
  await page.getByTestId('line-wording-input').fill(BETTER);
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('letter-saved').waitFor();
  await line(1).getByText(BETTER).waitFor();
  await line(1).getByTestId('line-certainty').click();
  await page.getByText('修改意见2条、需讨论研究的意见1条').waitFor();
  await line(0).getByTestId('line-leave-out').click();
  await page.getByTestId('left-out').getByTestId('line-restore').click();
  await page.getByText('修改意见2条、需讨论研究的意见1条').waitFor();
  await page.reload();
  await page.getByTestId('letter-addressee').getByText('乙县地方志办公室').waitFor();
  await line(2).getByText(BETTER).waitFor();
});

it('keeps what was typed where a colleague was first', async () => {
  const { page } = visit;
  const id = page.url().split('/').at(-1)!;
  const colleague = await stage.house.join('reviewer', '510000/');
  await page.getByTestId('letter-closing').click();
  await page.getByTestId('letter-closing-input').fill('请于限期内函复。');
  const { version } = await colleague.api.letters.get({ id });
  await colleague.api.letters.update({ id, version, contact: '甲某，电话略' });
  await page.getByTestId('letter-closing-input').press('Control+Enter');
  await page.getByTestId('letter-stale').waitFor();
  expect(await page.getByTestId('letter-closing-input').inputValue()).toBe('请于限期内函复。');
  await page.getByTestId('letter-refresh').click();
  await page.getByTestId('letter-contact').getByText('甲某，电话略').waitFor();
  expect(await page.getByTestId('letter-closing-input').inputValue()).toBe('请于限期内函复。');
  await page.getByTestId('letter-closing-unsaved').getByText('再存一次').click();
  await page.getByTestId('letter-saved').waitFor();
  expect((await colleague.api.letters.get({ id })).closing).toBe('请于限期内函复。');
});

it('is not signed before what must be looked at has been looked at', async () => {
  const { page } = visit;
  await page.getByTestId('letter-unseen').getByText('还有 1 条').waitFor();
  await page.getByTestId('letter-sign').click();
  const told = page.getByTestId('sign-dialog').getByTestId('look-first');
  await told.waitFor();
  expect(await told.getByTestId('look-political').getAttribute('href')).toBe(`/revisions/${revision}?family=political`);
  await page.getByTestId('letter-sign-confirm').click();
  await expect.poll(async () => (await letterNow()).state).toBe('draft');
  await stage.lead.api.reviews.decide({ id: revision, seq: LAST, version: 0, decision: 'dismiss' });
});

it('goes out signed, with a day to answer by and one task', async () => {
  const { page } = visit;
  await page.reload();
  await page.getByTestId('letter-sign').click();
  await page.getByTestId('sign-dialog').getByText('形成一项待办').waitFor();
  await visit.picture('letter-sign');
  await page.getByTestId('letter-sign-confirm').click();
  await page.getByTestId('letter-state').getByText('已签发').waitFor();
  await page.getByTestId('letter-progress').getByText('已答复 0／3').waitFor();
  await visit.picture('letter-signed');
  expect((await stage.lead.api.tasks.list({})).items).toHaveLength(1);
});

it('says on screen what its Word file says', async () => {
  const { page } = visit;
  const downloading = page.waitForEvent('download');
  await page.getByTestId('letter-export').click();
  const docx = await readFile(await (await downloading).path());
  expect(await findStrayWords(page, docx)).toEqual([]);
});

it('leads from a line to its passage on the desk', async () => {
  const { page } = visit;
  await line(0).getByTestId('line-place').click();
  await selectedCard().filter({ hasText: DOUBTED.range }).getByTestId('finding-message').waitFor();
  await page.goBack();
  // An opinion of one's own has no finding to lead to: the passage itself is shown.
  await line(1).getByTestId('line-place').click();
  await page.getByTestId('text-pane').locator('[data-lit=place]', { hasText: OWN_PLACE }).waitFor();
  await page.goBack();
});

it('is answered on screen by mouse and by keyboard, and an answer is taken back', async () => {
  const { page } = visit;
  await line(0).getByTestId('answer-done').click();
  await page.getByTestId('letter-progress').getByText('已答复 1／3').waitFor();
  await line(0).getByTestId('answer-undo').click();
  await page.getByTestId('letter-progress').getByText('已答复 0／3').waitFor();
  // 1 answers and goes on to the next line; 3 there asks for the reason.
  await line(0).getByTestId('answer-done').focus();
  await page.keyboard.press('1');
  await page.keyboard.press('1');
  await page.getByTestId('letter-progress').getByText('已答复 2／3').waitFor();
  await page.keyboard.press('3');
  await page.getByTestId('answer-reason').fill('该处为引文，宜保留原貌。');
  expect((await letterNow()).answered).toBe(2);
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('letter-progress').getByText('已答复 3／3').waitFor();
  await visit.picture('letter-answered');
  await page.getByTestId('letter-complete').click();
  await page.getByTestId('letter-state').getByText('答复完毕').waitFor();
  const { letterLines } = await letterNow();
  expect(letterLines.map(({ quote, answer, answerNote }) => [quote, answer, answerNote])).toEqual([
    [expect.stringContaining(DOUBTED.range), 'done', null],
    [expect.stringContaining(OWN_PLACE), 'done', null],
    [expect.stringContaining(DOUBTED.deixis), 'notDone', '该处为引文，宜保留原貌。'],
  ]);
});

it('ends as a task that is closed', async () => {
  const { page } = visit;
  await page.getByTestId('letter-task').click();
  await page.getByTestId('task-letter').click();
  await page.getByTestId('menu-tasks').click();
  await page.getByTestId('tasks-table').getByText('已答复').waitFor();
  await visit.picture('tasks');
  await page.getByTestId('task-link').click();
  await page.getByTestId('task-state').getByText('已答复').waitFor();
  await visit.picture('task');
  await page.getByTestId('task-close').click();
  await page.getByTestId('task-close-confirm').click();
  await page.getByTestId('task-state').getByText('已办结').waitFor();
  await page.getByTestId('task-back').click();
  await page.getByText('没有未办结的事项').waitFor();
});

it('leaves no trouble behind, on the page or in the server', () => {
  expect(visit.troubles).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});

function line(at: number) {
  return visit.page.getByTestId('letter-line').nth(at);
}

/** Changes a passage of the letter by the keyboard and waits until it is kept. */
async function edit(testId: string, words: string): Promise<void> {
  const { page } = visit;
  await page.getByTestId(testId).focus();
  await page.keyboard.press('Enter');
  await page.getByTestId(`${testId}-input`).fill(words);
  await page.keyboard.press('Control+Enter');
  await page.getByTestId(testId).getByText(words).waitFor();
  // The focus is back where it was.
  await page.locator(`[data-testid=${testId}]:focus`).waitFor();
}

async function letterNow() {
  const [letter] = (await stage.lead.api.letters.list({ revisionId: revision })).items;
  return stage.lead.api.letters.get({ id: letter!.id });
}

/** An opinion on a passage that no rule doubts. */
async function raiseOpinion(): Promise<void> {
  const { api } = stage.lead;
  const blocks = await api.manuscripts.blocks({ id: revision, from: 0, limit: 100 });
  const block = blocks.find(({ text }) => text.includes(OWN_PLACE))!;
  const start = block.start + block.text.indexOf(OWN_PLACE);
  const end = start + OWN_PLACE.length;
  await api.reviews.raiseOpinion({ id: revision, start, end, quote: OWN_PLACE, wording: '请补充禁渔的依据。' });
}

async function countDecided(): Promise<number> {
  const index = await stage.lead.api.reviews.index({ id: revision });
  return index.decision.filter((code) => code !== -1).length;
}

function selectedCard() {
  return visit.page.locator('[data-testid=finding-card][aria-current=true]');
}

async function select(words: string): Promise<void> {
  await visit.page.getByTestId('text-pane').locator('[data-mark]', { hasText: words }).click();
  await selectedCard().filter({ hasText: words }).getByTestId('finding-message').waitFor();
}

async function progress(decided: number): Promise<void> {
  await visit.page.getByTestId('desk-progress').getByText(`已处理 ${decided}／`).waitFor();
}
