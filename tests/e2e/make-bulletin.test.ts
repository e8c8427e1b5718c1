import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { readPdf } from '../../packages/typeset/test/read-pdf.ts';
import { keepPages } from './keep-pages.ts';
import type { WatchedPage } from './open-page.ts';
import { openNewsroom, type Newsroom } from './open-newsroom.ts';
import { writeManuscript } from './write-manuscript.ts';

/** Five items as an editor has put them together in Word. */
const WORD = [
  '【特别关注】',
  '甲市召开年鉴编纂工作推进会',
  '11月18日，甲市年鉴编纂工作推进会召开。会议通报各区县年鉴编纂进度，就资料报送、组稿、统稿、等工作作出安排。',
  '会议要求，各承编单位要按期完成初稿，统一体例，核准数据，确保质量。（甲市地方志办公室）',
  '【区县动态】',
  '乙县完成口述史资料征集',
  '近日，乙县地方志工作机构组织人员到丁镇、戊镇征集口述史资料，走访老教师、老工匠12人，整理录音26小时。联系人甲某，手机13900001111。（乙县地方志办公室）',
  '丙区方志馆开馆',
  '11月6日，丙区方志馆建成开馆。该馆建筑面积1200平方米，设序厅、专题厅和阅览室，藏书8000余册。（丙区地方志办公室）',
  '丁县启动村志编修',
  '11月9日，丁县启动首批村志编修，共有12个村参加。县志办派出3名编辑驻点指导，帮助各村拟定篇目、收集资料。（丁县地方志办公室）',
  '戊县开展方志进校园活动',
  '11月12日，戊县在3所学校开展方志进校园活动，向师生介绍本县建置沿革，赠送《戊县概览》200册。（戊县地方志办公室）',
];

let room: Newsroom;
let editor: WatchedPage;
let signer: WatchedPage;
let address: string;

beforeAll(async () => {
  room = await openNewsroom();
  editor = await room.open(room.editor, '/bulletins');
  await editor.page.locator('.bulletin-drop .ant-upload-btn').waitFor();
});
afterAll(() => room?.close());

it('makes a draft of a Word file of five items, ready for the checker, within a minute of the editor’s time', async () => {
  const { page } = editor;
  const started = performance.now();
  await dropFile(page, '简报五条.docx', await writeManuscript(WORD));
  await page.getByTestId('draft-receipt').getByText('读出 5 条信息').waitFor();
  expect(await titles(page)).toEqual([WORD[1], WORD[5], WORD[7], WORD[9], WORD[11]]);
  await page.getByTestId('issue-today').click();
  await page.getByTestId('live-mend').first().waitFor();
  await editor.picture('bulletin-desk');
  // What the review found is taken over beside the text, as a hand would type it.
  await page.getByTestId('live-mend').first().click();
  await expect.poll(() => page.getByTestId('item-body').first().inputValue()).toContain('统稿等工作');
  await page.getByTestId('issue-saved').waitFor();
  await page.getByTestId('issue-submit').click();
  await page.getByTestId('issue-state').getByText('待核稿').waitFor();
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ journey: 'bulletin-editor', seconds: Number(seconds.toFixed(1)) }));
  expect(seconds).toBeLessThan(60);
  address = new URL(page.url()).pathname;
  await editor.picture('bulletin-submitted');
});

it('is checked by another person', async () => {
  const { page, picture, troubles } = await room.open(room.checker, address);
  await page.getByTestId('item-compare').click();
  expect(await page.getByTestId('item-changes').locator('del').allInnerTexts()).toEqual(['、']);
  await picture('bulletin-changes');
  await page.getByTestId('issue-check').click();
  await page.getByTestId('issue-state').getByText('待签发').waitFor();
  expect(troubles).toEqual([]);
});

it('is not signed before its secrecy review', async () => {
  signer = await room.open(room.signer, address);
  await signer.page.getByTestId('step-hint').getByText('保密审查通过后可签发').waitFor();
  expect(await signer.page.getByTestId('issue-sign').count()).toBe(0);
});

it('is looked through for secrets by the officer, to whom the program only points them out', async () => {
  const { page, picture, troubles } = await room.open(room.officer, address);
  const finding = page.getByTestId('live-finding').filter({ hasText: '13900001111' });
  await finding.waitFor();
  expect(await finding.getByTestId('live-mend').count()).toBe(0);
  await page.getByTestId('issue-secrecy').click();
  await page.getByTestId('secrecy-pointed').getByText('13900001111').waitFor();
  await picture('bulletin-secrecy');
  // Needing work without saying what would help nobody.
  await page.getByTestId('secrecy-outcome').getByText('需要处理').click();
  await page.getByTestId('secrecy-save').click();
  await page.getByText('请写明需要怎样处理').waitFor();
  await page.getByTestId('secrecy-note').fill('第二条的手机号码请删去。');
  await page.getByTestId('secrecy-save').click();
  await page.getByTestId('secrecy-dialog').waitFor({ state: 'hidden' });
  expect(troubles).toEqual([]);
});

it('goes back to the editor with the reason, is mended, and must be reviewed again', async () => {
  await signer.page.reload();
  await signer.page.getByTestId('step-hint').getByText('第二条的手机号码请删去').waitFor();
  await signer.page.getByTestId('issue-give-back').click();
  await signer.page.getByTestId('give-back-reason').fill('请按保密审查意见修改。');
  await signer.page.getByTestId('give-back-save').click();
  await signer.page.getByTestId('issue-state').getByText('拟稿').waitFor();
  const { page } = editor;
  await page.reload();
  await page.getByTestId('issue-returned').getByText('请按保密审查意见修改').waitFor();
  const body = page.getByTestId('item-body').nth(1);
  await body.fill((await body.inputValue()).replace('联系人甲某，手机13900001111。', ''));
  await page.getByTestId('issue-submit').click();
  await page.getByTestId('issue-state').getByText('待核稿').waitFor();
  const id = address.split('/').at(-1)!;
  const { version } = await room.checker.api.bulletins.get({ id });
  await room.checker.api.bulletins.check({ id, version });
  await signer.page.reload();
  await signer.page.getByTestId('step-hint').getByText('再次审查通过后可签发').waitFor();
  await signer.picture('bulletin-again');
  await expect(room.signer.api.bulletins.sign({ id, version, disclosure: 'proactive' })).rejects.toMatchObject({
    code: 'SECRECY_REVIEW_REQUIRED',
  });
  await room.officer.api.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' });
});

it('is not signed without a disclosure attribute, nor without the ground of one', async () => {
  const { page } = signer;
  await page.reload();
  await page.getByTestId('issue-sign').click();
  const dialog = page.getByTestId('sign-dialog');
  await dialog.getByTestId('sign-number').getByText('2026年第12期（总第88期）').waitFor();
  expect(await dialog.locator('input[type=radio]:checked').count()).toBe(0);
  await page.getByTestId('sign-save').click();
  await dialog.getByTestId('sign-problem').getByText('请先选定信息公开选项').waitFor();
  await signer.picture('bulletin-sign');
  await dialog.getByTestId('disclosure').getByText('不予公开').click();
  await page.getByTestId('sign-save').click();
  // What the dialog shows is what would be signed: no choice that stood there before.
  await dialog.getByTestId('sign-problem').getByText('不予公开须写明依据').waitFor();
  expect((await issueNow()).state).toBe('signing');
});

it('is signed with a number, and printed with head and tail', async () => {
  const { page } = signer;
  await page.getByTestId('sign-dialog').getByTestId('disclosure').getByText('主动公开').click();
  await page.getByTestId('sign-save').click();
  await page.getByTestId('issue-number').getByText('第12期（总第88期）').waitFor();
  await signer.picture('bulletin-signed');
  const downloading = page.waitForEvent('download');
  await page.getByTestId('issue-download').click();
  await page.getByTestId('issue-pdf').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^甲市地方志工作简报.*第12期.*\.pdf$/u);
  const pdf = new Uint8Array(await readFile(await download.path()));
  const words = (await readPdf(pdf)).flatMap((printed) => printed.words.map(({ text }) => text)).join('');
  for (const expected of [
    '甲市地方志工作简报',
    '第12期（总第88期）',
    '【特别关注】',
    ...[1, 5, 7, 9, 11].map((at) => WORD[at]!),
    '主动公开',
    '各区县地方志工作机构',
    '共印25份',
  ])
    expect(words.replaceAll(/\s/gu, '')).toContain(expected);
  expect(words).not.toContain('13900001111');
  await keepPages('bulletin-page', pdf);
});

it('is published on the web by an act of its own, and taken down again', async () => {
  const { page } = signer;
  const published = `${room.house.url}/api/bulletins/published/${address.split('/').at(-1)}`;
  expect((await fetch(published)).status).toBe(404);
  await page.getByTestId('issue-publish').click();
  await page.getByTestId('issue-publish-confirm').click();
  await page.getByTestId('issue-unpublish').waitFor();
  expect(`${room.house.url}${await page.getByTestId('issue-published').getAttribute('href')}`).toBe(published);
  expect(await (await fetch(published)).text()).toContain('丙区方志馆开馆');
  await page.getByTestId('issue-unpublish').click();
  await page.getByTestId('issue-unpublish-confirm').click();
  await page.getByTestId('issue-publish').waitFor();
  expect((await fetch(published)).status).toBe(404);
});

it('leaves no trouble behind, on the pages or in the server', () => {
  expect(editor.troubles).toEqual([]);
  expect(signer.troubles).toEqual([]);
  expect(room.house.faults).toEqual([]);
});

async function issueNow() {
  return room.editor.api.bulletins.get({ id: address.split('/').at(-1)! });
}

async function titles(page: WatchedPage['page']): Promise<string[]> {
  const areas = await page.getByTestId('item-title').all();
  return Promise.all(areas.map((area) => area.inputValue()));
}

/** Drops a Word file onto the page as a mouse would. */
async function dropFile(page: WatchedPage['page'], name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    `(() => {
      const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (one) => one.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], '${name}'));
      return transfer;
    })()`,
  );
  await page.locator('.bulletin-drop .ant-upload-btn').dispatchEvent('drop', { dataTransfer: transfer });
}
