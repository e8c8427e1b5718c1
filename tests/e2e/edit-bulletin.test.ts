import { afterAll, beforeAll, expect, it } from 'vitest';

import { signIn, type WatchedPage } from './open-page.ts';
import { openNewsroom, type Newsroom } from './open-newsroom.ts';

const COUNTY = '510000/510100/510104/';
const item = (title: string, column = '区县动态') => ({
  column,
  title,
  body: `${title}。\n近日完成年鉴初稿30万字。`,
  source: '乙县地方志办公室',
});

let room: Newsroom;
let visit: WatchedPage;
let id: string;

beforeAll(async () => {
  room = await openNewsroom();
  ({ id } = await room.draft('2026-11-20', [item('甲事办成'), item('乙事办成'), item('丙事办成')]));
  visit = await room.open(room.editor, `/bulletins/${id}`);
  await visit.page.getByTestId('bulletin-item').first().waitFor();
});
afterAll(() => room?.close());

const issueNow = () => room.editor.api.bulletins.get({ id });
const titlesKept = async () => (await issueNow()).bulletinItems.map(({ title }) => title);
/** Titles in their order as kept, once the page shows the same: until then it would act on other items than are meant. */
const titlesSettled = async () => {
  const shown = await visit.page
    .getByTestId('item-title')
    .evaluateAll((areas) => areas.map((area) => (area as { value?: string }).value));
  const kept = await titlesKept();
  return shown.join() === kept.join() ? kept : { kept, shown };
};
/** What is typed is kept after a pause. */
const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });
const saved = () => visit.page.getByTestId('issue-saved').waitFor();

it('keeps what is typed after a pause, and leaves a new line where it was put', async () => {
  const { page } = visit;
  const body = page.getByTestId('item-body').first();
  await body.fill('第一段。\n');
  await poll(async () => (await issueNow()).bulletinItems[0]!.body).toBe('第一段。');
  expect(await body.inputValue()).toBe('第一段。\n');
  await body.press('Control+End');
  await page.keyboard.type('第二段。');
  await poll(async () => (await issueNow()).bulletinItems[0]!.body).toBe('第一段。\n第二段。');
});

it('moves an item by the keyboard, by a button and by dragging', async () => {
  const { page } = visit;
  await page.getByTestId('item-title').nth(2).press('Alt+ArrowUp');
  await poll(titlesSettled).toEqual(['甲事办成', '丙事办成', '乙事办成']);
  // The focus goes along with what was moved.
  expect(await page.evaluate('document.activeElement.value')).toBe('丙事办成');
  await page.getByTestId('item-down').first().click();
  await poll(titlesSettled).toEqual(['丙事办成', '甲事办成', '乙事办成']);
  const target = page.getByTestId('bulletin-item').first();
  const transfer = await page.evaluateHandle('new DataTransfer()');
  await page.locator('.bulletin-grip').nth(2).dispatchEvent('dragstart', { dataTransfer: transfer });
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
  await poll(titlesSettled).toEqual(['乙事办成', '丙事办成', '甲事办成']);
});

it('says why an item does not leave its column', async () => {
  const { page } = visit;
  await page.getByTestId('item-column').nth(2).click();
  await page.getByTitle('【特别关注】').last().click();
  await poll(titlesSettled).toEqual(['甲事办成', '乙事办成', '丙事办成']);
  await page.getByTestId('item-down').first().click();
  await page.getByText('各栏目按刊物设置的次序排列').waitFor();
});

it('takes an item out, and back again where that was a mistake', async () => {
  const { page } = visit;
  await page.getByTestId('item-remove').nth(1).click();
  await page.getByTestId('item-removed').getByText('已移出“乙事办成”').waitFor();
  await page.getByTestId('item-bring-back').click();
  await poll(() => page.getByTestId('bulletin-item').count()).toBe(3);
  await page.getByTestId('item-remove').nth(2).click();
  await page.getByTestId('item-removed').waitFor();
  await page.getByTestId('item-removed').waitFor({ state: 'detached' });
  await poll(titlesSettled).toEqual(['甲事办成', '乙事办成']);
});

it('adds an item by hand, and takes one from the copy that waits', async () => {
  const { page } = visit;
  await page.getByTestId('item-add').click();
  await page.getByTestId('bulletin-item').nth(2).waitFor();
  await poll(() => page.evaluate('document.activeElement.dataset.testid')).toBe('item-title');
  // Its title is still to be written, and so the issue is not handed over.
  await page.getByTestId('step-hint').getByText('第 3 条还没有题名').waitFor();
  expect(await page.getByTestId('issue-submit').count()).toBe(0);
  await page.keyboard.type('丁事办成');
  await poll(titlesSettled).toEqual(['甲事办成', '乙事办成', '丁事办成']);
  const reporter = await room.house.join('reporter', COUNTY);
  const office = await room.house.db
    .selectFrom('organisation')
    .select('name')
    .where('path', '=', COUNTY)
    .executeTakeFirstOrThrow();
  await reporter.api.dispatches.send({
    seriesId: room.seriesId,
    title: '口述史资料征集完成',
    body: '近日，口述史资料征集工作完成，整理录音26小时。',
    source: office.name,
    approvedBy: '主任甲某',
    approvedOn: '2026-11-18',
  });
  await page.getByTestId('take-open').click();
  const row = page.getByTestId('take-row').filter({ hasText: '口述史资料征集完成' });
  await row.getByText('主任甲某').waitFor();
  await visit.picture('bulletin-take');
  await row.getByTestId('take-save').click();
  await page.getByText('没有待处理的来稿').waitFor();
  await page.keyboard.press('Escape');
  await poll(titlesKept).toContain('口述史资料征集完成');
  await page.getByTestId('item-dispatch').waitFor();
});

it('keeps what was typed where a colleague was first, and overwrites nothing unasked', async () => {
  const { page } = visit;
  const colleague = await room.house.join('bulletinEditor', '510000/510100/');
  const [first] = (await issueNow()).bulletinItems;
  await colleague.api.bulletins.editItem({ ...first!, body: '同事改的文字。' });
  await page.getByTestId('item-body').first().fill('我改的文字。');
  const told = page.getByTestId('item-stale');
  await told.waitFor();
  expect((await issueNow()).bulletinItems[0]!.body).toBe('同事改的文字。');
  expect(await page.getByTestId('item-body').first().inputValue()).toBe('我改的文字。');
  await visit.picture('bulletin-stale');
  await told.getByTestId('item-keep-mine').click();
  await poll(async () => (await issueNow()).bulletinItems[0]!.body).toBe('我改的文字。');
  await told.waitFor({ state: 'detached' });
  const [again] = (await issueNow()).bulletinItems;
  await colleague.api.bulletins.editItem({ ...again!, body: '同事再改的文字。' });
  await page.getByTestId('item-body').first().fill('我又改的文字。');
  await told.getByTestId('item-keep-theirs').click();
  await poll(() => page.getByTestId('item-body').first().inputValue()).toBe('同事再改的文字。');
});

it('refuses words that bear a mark of secrecy, and keeps none of them', async () => {
  const { page } = visit;
  const body = page.getByTestId('item-body').nth(1);
  const before = await body.inputValue();
  await body.fill('机密★一年');
  await page.getByTestId('item-unsaved').getByText('未保存').waitFor();
  expect((await issueNow()).bulletinItems[1]!.body).toBe(before);
  expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain('机密');
  await body.fill(before);
  await page.getByTestId('item-unsaved').waitFor({ state: 'detached' });
  await saved();
});

it('finds what was typed when the session had ended, and points out an item without a column', async () => {
  const { page } = visit;
  const draft = await room.draft('2026-11-21', [item('戊事办成')]);
  await room.editor.api.bulletins.addItem({
    ...item('己事办成'),
    id: draft.id,
    version: draft.version,
    column: null,
    subtitle: null,
  });
  const route = `/bulletins/${draft.id}`;
  await page.goto(route);
  await page.getByTestId('step-hint').getByText('第 1 条还没有选定栏目').waitFor();
  expect(await page.getByTestId('issue-submit').count()).toBe(1);
  await page.getByTestId('item-body').first().waitFor();
  await room.house.db
    .updateTable('session')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .execute();
  await page.getByTestId('item-body').first().fill('登录到期时输入的文字。');
  await page.waitForURL(/\/sign-in\?to=/u);
  await room.editor.api.accounts.signIn(room.editor);
  await signIn(page, room.editor);
  await page.waitForURL(`**${route}`);
  await page.getByTestId('issue-found-words').getByText('第 1 条').waitFor();
  await visit.picture('bulletin-found-words');
  const kept = async () => (await room.editor.api.bulletins.get({ id: draft.id })).bulletinItems[0]!.body;
  await poll(kept).toBe('登录到期时输入的文字。');
  await poll(() => page.evaluate('sessionStorage.length')).toBe(0);
  await page.reload();
  await page.getByTestId('item-body').first().waitFor();
  expect(await page.getByTestId('issue-found-words').count()).toBe(0);
  const { version } = await room.editor.api.bulletins.get({ id: draft.id });
  await room.editor.api.bulletins.discard({ id: draft.id, version });
  await page.goto(`/bulletins/${id}`);
});

it('keeps the tail line by line, and the ground where one is needed', async () => {
  const { page } = visit;
  await page.getByTestId('disclosure').getByText('依申请公开').click();
  await page.getByTestId('disclosure-waiting').waitFor();
  await page.getByTestId('disclosure-ground').fill('涉及特定对象');
  await page.getByTestId('disclosure-ground').press('Enter');
  await poll(async () => (await issueNow()).ground).toBe('涉及特定对象');
  await page.getByTestId('recipients-across').fill('市直各部门\n 驻市有关单位 \n');
  await page.getByTestId('tail-copies').fill('30');
  await page.getByTestId('tail-printed-by').click();
  await poll(async () => (await issueNow()).copies).toBe(30);
  expect(await issueNow()).toMatchObject({
    disclosure: 'onRequest',
    recipients: { across: ['市直各部门', '驻市有关单位'] },
  });
});

it('sets whom a series goes to from a day on, and where its numbers go on from', async () => {
  const { page } = visit;
  await page.goto(`/bulletins/series/${room.seriesId}`);
  await page.getByTestId('series-base-number').fill('20');
  await page.getByTestId('series-save').click();
  await page.getByText('此前签发的各期不受影响').waitFor();
  await page.getByTestId('recipients-new').click();
  await page.getByTestId('recipients-from').fill('2027年1月1日');
  await page.getByTestId('recipients-from').press('Enter');
  await page.getByTestId('recipients-draft').getByTestId('recipients-down').fill('各区县地方志工作机构\n机关各科室');
  await page.getByTestId('recipients-save').click();
  await page.getByTestId('recipients-list').filter({ hasText: '自2027年1月1日起' }).waitFor();
  const lists = await room.editor.api.bulletins.listRecipients({ id: room.seriesId });
  expect(lists[0]).toMatchObject({ validFrom: '2027-01-01', down: ['各区县地方志工作机构', '机关各科室'] });
  const [series] = await room.editor.api.bulletins.listSeries();
  expect(series!.base).toEqual({ year: 2026, number: 20, total: 87 });
});

it('begins a supplement, and throws a draft away', async () => {
  const { page } = visit;
  await page.getByTestId('series-back').click();
  await page.getByTestId('issue-new').click();
  await page.getByText('增刊（单独编号').click();
  await page.getByTestId('issue-create').click();
  await page.getByTestId('issue-number').getByText('增刊').waitFor();
  await page.getByTestId('step-hint').getByText('选入或撰写信息以后').waitFor();
  await page.getByTestId('issue-discard').click();
  await page.getByTestId('issue-discard-confirm').click();
  await page.getByTestId('issues-working').waitFor();
  // The list was seen before: it is shown as it was until it has been asked for again.
  await expect.poll(() => page.getByTestId('issue-link').count()).toBe(1);
});

it('leaves no trouble behind, on the page or in the server', () => {
  expect(visit.troubles).toEqual([]);
  expect(room.house.faults).toEqual([]);
});
