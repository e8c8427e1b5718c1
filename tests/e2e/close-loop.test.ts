import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { fillLetter } from './fill-letter.ts';
import { openPage, type WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { selectWords } from './select-words.ts';
import { writeManuscript, type Part } from './write-manuscript.ts';

// From the upload to the report over two roles: a county that compiles, a prefecture that reviews. The pictures are those
// of the guide: `E2E_PICTURES=docs/guide/images E2E_FONTS=<folder of Chinese fonts> npx vitest run tests/e2e/close-loop.test.ts`.

const PROVINCE = '510000/';
const PREFECTURE = `${PROVINCE}510100/`;
const COUNTY = `${PREFECTURE}510104/`;
/** Nobody's lateness or findings are shown under a real name. */
const NAMES = { [PROVINCE]: '省地方志工作办公室', [PREFECTURE]: '甲市地方志编纂中心', [COUNTY]: '乙县地方志编纂中心' };
const TITLE = '乙县年鉴（2024）';

const DRAFT: readonly Part[] = [
  '# 概况',
  '乙县位于丙河南岸，山地占全县面积的15～30%，气候温和。',
  '我县盛产小麦、油菜，年内新修渠道两条，由有关方面管护。',
  '# 林业',
  '年内全县有七、八个乡镇完成补植，群众积极参加。',
  '表1 各林场面积',
  [
    ['林场', '面积（公顷）'],
    ['东山林场', '120'],
    ['西山林场', '80'],
    ['北坡林场', '60'],
    ['合计', '270'],
  ],
  '秋后清理林下杂草，冬季组织巡山。',
  '# 交通',
  '丁镇渡口于当年改建，日均过渡两百人次。',
];

/** The county mends the share, a row of the table and whoever is in charge; the approximate number it leaves as it was. */
const MENDED: readonly Part[] = DRAFT.map((part) => {
  if (typeof part !== 'string') return part.map(([name, area]) => [name!, name === '西山林场' ? '90' : area!]);
  return part.replace('15～30%', '15%～30%').replace('由有关方面管护', '由县水利局管护');
}).concat(['年内另有３处渡口停航。']);

const BESIDE = '概况一章另行补充了气候资料。';

let stage: Stage;
let below: WatchedPage;
let above: WatchedPage;
let letter: Buffer;

beforeAll(async () => {
  stage = await openStage();
  for (const [place, name] of Object.entries(NAMES))
    await stage.house.db.updateTable('organisation').set({ name }).where('path', '=', place).execute();
  const county = await stage.house.join('reviewLead', COUNTY);
  const prefecture = await stage.house.join('reviewLead', PREFECTURE);
  below = await stage.open(county, '/works');
  above = await stage.open(prefecture, '/works');
});
afterAll(() => stage?.close());

it('begins with a work and its manuscript, read and reviewed', async () => {
  const { page } = below;
  await page.getByTestId('work-create').first().click();
  await page.getByTestId('work-title').fill(TITLE);
  await page.getByTestId('work-year').fill('2023');
  await page.getByTestId('work-save').click();
  await page.waitForURL(/\/works\/[0-9a-f-]{36}$/);
  await upload('乙县年鉴（2024）送审稿.docx', DRAFT);
  await below.picture('01-work');
  await page.getByTestId('revision-report').click();
  await page
    .getByTestId('import-report')
    .getByText(/已读入|留在原稿|全部内容/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
});

it('is sent up by the county', async () => {
  const { page } = below;
  await page.getByTestId('submission-send').click();
  await page.getByTestId('submission-office').locator('label').first().click();
  await page.getByTestId('submission-note').fill('送审稿，请审查。');
  await below.picture('02-send-up');
  await page.getByTestId('submission-save').click();
  await page.getByTestId('revision-submission').getByText('送审中').waitFor();
});

it('is decided by the prefecture: corrections, opinions, and an opinion of one’s own', async () => {
  const { page } = above;
  await page.getByTestId('menu-submissions').click();
  await page.getByTestId('submission-read').click();
  await page.getByTestId('notice-received').waitFor();
  await opine('15～30%', '请补足范围前数的单位。');
  await opine('270', '合计与各行之和不符，请核对后改正。');
  await opine('七、八', '概数之间不用顿号。');
  await above.picture('03-desk');
  await selectWords(page, '有关方面');
  await page.getByTestId('opinion-raise').click();
  await page.getByTestId('raise-wording').fill('请写明管护单位。');
  await above.picture('04-opinion');
  await page.getByTestId('raise-save').click();
  await page.locator('.lit-opinion').first().waitFor();
});

it('goes back with a signed letter', async () => {
  const { page } = above;
  await page.getByTestId('draft-letter').click();
  await page.getByTestId('draft-opinions').click();
  await page.waitForURL(/\/letters\/[0-9a-f-]{36}$/);
  await page.getByText('共提出修改意见4条').waitFor();
  await above.picture('05-letter-draft');
  await page.getByTestId('letter-sign').click();
  await page.getByTestId('sign-dialog').getByText('形成一项待办').waitFor();
  await above.picture('06-sign');
  await page.getByTestId('letter-sign-confirm').click();
  await page.getByTestId('letter-state').getByText('已签发').waitFor();
});

it('is answered in the Word file, sent in without sign-in', async () => {
  const { page } = below;
  await page.getByTestId('menu-letters').click();
  await page.getByTestId('box-received').click();
  await page.getByTestId('letter-link').click();
  await page.getByTestId('letter-paper').waitFor();
  await below.picture('07-letter-received');
  const downloading = page.waitForEvent('download');
  await page.getByTestId('letter-export').click();
  letter = await readFile(await (await downloading).path());
  const filled = fillLetter(
    letter,
    [
      { number: 1, option: '已改' },
      { number: 2, option: '已改', note: '改为县水利局' },
      { number: 3, option: '已改' },
      { number: 4, option: '已改' },
    ],
    BESIDE,
  );
  const stranger = await openPage(stage.browser, stage.house.url, '/reply');
  await stranger.page.locator('input[type=file]').setInputFiles(word('审查意见（已填）.docx', filled));
  await stranger.page.getByTestId('reply-receipt').getByText('答复 4 条').waitFor();
  await stranger.picture('08-reply');
  expect(stranger.troubles).toEqual([]);
  await page.reload();
  await page.getByTestId('letter-progress').getByText('已答复 4／4').waitFor();
  await page.getByTestId('reply-unmatched').getByText(BESIDE).waitFor();
});

it('comes up again as a new revision, checked against the last', async () => {
  const { page } = below;
  await page.goto('/works');
  await page.getByTestId('work-link').click();
  await page.getByTestId('upload-as').click();
  await page.locator('.ant-select-item-option', { hasText: '第2稿' }).click();
  await upload('乙县年鉴（2024）修改稿.docx', MENDED);
  await page.getByTestId('revision-check').click();
  await page.getByTestId('check-lines').waitFor();
  await page.goBack();
  await page.getByTestId('submission-send').first().click();
  await page.getByTestId('submission-office').locator('label').first().click();
  await page.getByTestId('submission-save').click();
  await page.getByTestId('revision-submission').getByText('送审中').waitFor();
});

it('says of every opinion what became of it, the answer beside the fact, and lets the reviewer overrule', async () => {
  const { page } = above;
  await page.getByTestId('menu-submissions').click();
  await page.getByTestId('submission-read').first().click();
  await page.getByTestId('desk-check').click();
  await page.getByTestId('check-lines').waitFor();
  expect(await verdicts()).toEqual({
    '15～30%': '已改',
    有关方面: '待人工判断',
    '七、八': '未改',
    270: '已改',
  });
  await page.getByTestId('check-line-3').getByText('单位答复：已改').waitFor();
  await page.getByTestId('check-new-findings').getByText('1').waitFor();
  await above.picture('09-check');
  await page.getByTestId('check-overrule-2').click();
  await page.getByText('已改', { exact: true }).last().click();
  await page.getByTestId('overrule-note').fill('已写明县水利局，符合意见');
  await above.picture('10-overrule');
  await page.getByTestId('overrule-save').click();
  await page.getByTestId('check-verdict-2').getByText('已改（改判）').waitFor();
  await page.getByTestId('overrule-save').waitFor({ state: 'detached' });
  await page.getByTestId('check-count-done').getByText('3').waitFor();
  // The same by keys: down to the third line, overruled, and the machine's word restored.
  for (const key of ['j', 'j', 'j', '2']) await page.keyboard.press(key);
  await page.getByTestId('check-verdict-3').getByText('部分已改（改判）').waitFor();
  await page.keyboard.press('u');
  await page.getByTestId('check-verdict-3').getByText('未改', { exact: true }).waitFor();
  await page.getByText('新旧稿对照').click();
  await page.getByTestId('side-by-side').waitFor();
  await above.picture('11-side-by-side');
});

it('ends with the report, and the task closed', async () => {
  const { page } = above;
  for (const format of ['docx', 'xlsx']) {
    const downloading = page.waitForEvent('download');
    await page.getByTestId(`check-${format}`).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`整改核对表）\\.${format}$`));
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
  }
  await page.getByTestId('menu-tasks').click();
  await page.getByTestId('tasks-given').click();
  await page.getByTestId('task-link').click();
  await page.getByTestId('task-state').getByText('已答复').waitFor();
  await above.picture('12-task');
  await page.getByTestId('task-close').click();
  await page.getByTestId('task-close-confirm').click();
  await page.getByTestId('task-state').getByText('已办结').waitFor();
});

it('leaves no trouble behind, on the pages or in the server', () => {
  expect([...below.troubles, ...above.troubles]).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});

const word = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** Uploads a manuscript on the page of the work and waits until it is read. */
async function upload(name: string, parts: readonly Part[]): Promise<void> {
  const { page } = below;
  const ready = page.getByTestId('revision-ready');
  const before = await ready.count();
  await page.locator('input[type=file]').setInputFiles(word(name, await writeManuscript(parts)));
  await expect.poll(() => ready.count(), { timeout: 20_000 }).toBe(before + 1);
}

/** Gives an opinion on the finding at these words, by the keyboard. */
async function opine(words: string, wording: string): Promise<void> {
  const { page } = above;
  await page.getByTestId('text-pane').locator('[data-mark]', { hasText: words }).first().click();
  const card = page.locator('[data-testid=finding-card][aria-current=true]');
  await card.filter({ hasText: words }).getByTestId('finding-message').waitFor();
  await page.keyboard.press('4');
  await page.getByTestId('opinion-text').fill(wording);
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('opinion-text').waitFor({ state: 'detached' });
}

/** Verdict of each line by the words it is about. */
async function verdicts(): Promise<Record<string, string>> {
  const id = /revisions\/([0-9a-f-]{36})/.exec(above.page.url())![1]!;
  const shown = await above.page.locator('[data-testid^=check-verdict-]').allInnerTexts();
  const [reviewer] = await above.page.context().cookies();
  const lines = (await (
    await fetch(`${stage.house.url}/api/revisions/${id}/check/lines?from=0`, {
      headers: { cookie: `${reviewer!.name}=${reviewer!.value}` },
    })
  ).json()) as { quote: string }[];
  // A letter shows short words with those around them.
  const words = (quote: string) => ['15～30%', '有关方面', '七、八', '270'].find((each) => quote.includes(each));
  return Object.fromEntries(lines.map(({ quote }, at) => [words(quote), shown[at]!.trim()]));
}
