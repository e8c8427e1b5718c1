import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  INTAKE_PATHS,
  openIntake,
  openPoliticalWork,
  writeWord,
  type Intake,
} from '../../apps/server/test/open-intake.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPage, signIn, type WatchedPage } from './open-page.ts';
import { WEB_FOLDER } from './web-folder.ts';

const TITLE = '我县启动镇村志编修';
const BODY = ['11月18日，我县召开镇村志编修推进会。', '会议明确了时间安排和责任分工。'];

let intake: Intake;
let browser: Browser;
let below: WatchedPage;
let above: WatchedPage;
let own: string;
let other: string;

beforeAll(async () => {
  intake = await openIntake({ webFolder: WEB_FOLDER });
  browser = await launchBrowser();
  [own, other] = [await intake.nameOf(INTAKE_PATHS.county), await intake.nameOf(INTAKE_PATHS.neighbour)];
  below = await open(intake.reporter, '/dispatches');
  above = await open(intake.editor, '/dispatches');
});
afterAll(async () => {
  await browser?.close();
  await intake?.house.close();
});

async function open(person: Intake['editor'], route: string): Promise<WatchedPage> {
  const visit = await openPage(browser, intake.house.url, route);
  await signIn(visit.page, person);
  return visit;
}

describe('a reporter of a county', () => {
  it('finds nothing sent yet, and a form that a Word file fills', async () => {
    const { page } = below;
    await page.getByText('还没有报送过信息').waitFor();
    await below.picture('dispatches-none');
    await page.getByTestId('dispatch-new').click();
    await page.getByTestId('send-form').waitFor();
    await choose(page, '旧稿.doc', Buffer.from('x'));
    await page.getByTestId('copy-problem').getByText('另存为 .docx').waitFor();
    await choose(page, '信息.docx', await writeWord([TITLE, ...BODY, `（${other}）`]));
    await page.getByText('已填入，请核对后报送').waitFor();
    expect(await page.getByTestId('send-title').inputValue()).toBe(TITLE);
    expect(await page.getByTestId('send-body').inputValue()).toBe(BODY.join('\n'));
    expect(await page.getByTestId('send-source').inputValue()).toBe(other);
    await page.getByTestId('send-approved-by').fill('主任王某');
    await below.picture('dispatch-form');
  });

  it('is told that copy of another county is that county’s to send', async () => {
    const { page } = below;
    await page.getByTestId('send-save').click();
    await page.getByTestId('send-problem').getByText('请由该单位报送').waitFor();
    await page.getByTestId('send-problem').scrollIntoViewIfNeeded();
    await below.picture('dispatch-other-place');
    await page.getByTestId('send-source').fill(own);
    await page.getByTestId('send-save').click();
    await page.waitForURL(/\/dispatches\/[0-9a-f-]{36}$/);
    await page.getByTestId('dispatch-state').getByText('待处理').waitFor();
    await below.picture('dispatch-sent');
  });

  it('prints the sheet on which it was approved', async () => {
    const { page } = below;
    await page.getByTestId('dispatch-sheet').click();
    const downloading = page.waitForEvent('download');
    await page.getByTestId('sheet-pdf').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`信息报送审签单（${TITLE}）.pdf`);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('says for which office it reports, where it has posts at two', async () => {
    const { page } = below;
    const { db } = intake.house;
    const { person } = await intake.reporter.api.accounts.me();
    const neighbour = await db
      .selectFrom('organisation')
      .select('id')
      .where('path', '=', INTAKE_PATHS.neighbour)
      .executeTakeFirstOrThrow();
    const id = randomUUID();
    await db
      .insertInto('post')
      .values({ id, person_id: person.id, organisation_id: neighbour.id, role: 'reporter', since: '2020-01-01' })
      .execute();
    await page.goto('/dispatches/new');
    await page.getByTestId('send-from').locator('input').click();
    await page.locator('.ant-select-item-option', { hasText: other }).click();
    expect(await page.getByTestId('send-source').inputValue()).toBe(other);
    await page.getByTestId('send-title').fill('我区完成口述史资料征集');
    await page.getByTestId('send-body').fill('近日，我区完成口述史资料征集。');
    await page.getByTestId('send-approved-by').fill('主任王某');
    await below.picture('dispatch-two-offices');
    await page.getByTestId('send-save').click();
    await page.waitForURL(/\/dispatches\/[0-9a-f-]{36}$/);
    const sent = await intake.reporter.api.dispatches.get({ id: page.url().split('/').at(-1)! });
    expect(sent.from.name).toBe(other);
    await intake.reporter.api.dispatches.withdraw({ id: sent.id, version: sent.version });
    await db.deleteFrom('post').where('id', '=', id).execute();
  });
});

describe('the editor of the bulletin', () => {
  it('asks for copy by a day, which the county sees', async () => {
    const { page } = above;
    await page.getByTestId('dispatches-calls').click();
    await page.getByText('没有进行中的约稿').waitFor();
    await page.getByTestId('call-new').click();
    await page.getByTestId('call-topic').fill('镇村志编修的做法和成效');
    await page.getByTestId('call-due').fill('2999-01-01');
    await page.keyboard.press('Enter');
    await above.picture('call-form');
    await page.getByTestId('call-save').click();
    await page.getByTestId('calls-table').getByText('镇村志编修的做法和成效').waitFor();
    await below.page.goto('/dispatches/calls');
    await below.page.getByTestId('call-answer').waitFor();
    await below.picture('calls-below');
  });

  it('walks the pool by keys, declines with a reason and undoes it, takes one into a draft', async () => {
    const { page } = above;
    await intake.reporter.api.dispatches.send(await intake.copy({ title: '我县方志馆开馆' }));
    await intake.draft();
    await page.goto('/dispatches');
    await page.getByTestId('dispatch-row').nth(1).waitFor();
    await page.getByTestId('dispatch').getByText('我县方志馆开馆').waitFor();
    await page.keyboard.press('2');
    await page.getByTestId('decline-reason').fill('与近期刊发内容相近。');
    await above.picture('dispatch-decline');
    await page.getByTestId('decline-save').click();
    await page.getByTestId('dispatch-undo').click();
    await page.getByText('已改回待处理').waitFor();
    await page.getByTestId('dispatch-row').nth(1).waitFor();
    await page.getByTestId('dispatch-row').first().click();
    await page.keyboard.press('j');
    await page.getByTestId('dispatch').getByRole('heading', { name: TITLE }).waitFor();
    await above.picture('dispatches-pool');
    await page.keyboard.press('1');
    await page.getByTestId('take-issue').waitFor();
    await page.getByTestId('take-column').locator('input').click();
    await page.locator('.ant-select-item-option', { hasText: '市州动态' }).click();
    await above.picture('dispatch-take');
    await page.getByTestId('take-save').click();
    await page.getByText('已采用，编入所选的一期').waitFor();
    const [draft] = (await intake.editor.api.bulletins.list({ seriesId: intake.seriesId, state: 'draft' })).items;
    const { bulletinItems } = await intake.editor.api.bulletins.get({ id: draft!.id });
    expect(bulletinItems.map(({ title, column, source }) => [title, column, source])).toEqual([
      [TITLE, '市州动态', own],
    ]);
  });

  it('is seen below: taken, or why not', async () => {
    const { page } = below;
    await page.goto('/dispatches');
    await page.getByTestId('dispatch-row').filter({ hasText: TITLE }).getByText('已采用').waitFor();
    await below.picture('dispatches-sent');
    expect(await page.getByTestId('dispatch-issue').count()).toBe(0);
  });

  it('has the sheet of the month in official order, and as a file', async () => {
    const { page } = above;
    await page.goto('/dispatches/taken');
    await page.getByTestId('taken-table').getByText(own).waitFor();
    await page.getByTestId('taken-table').getByText('50%').waitFor();
    await above.picture('dispatches-taken');
    for (const format of ['xlsx', 'docx', 'pdf']) {
      await page.getByTestId('taken-save').click();
      const downloading = page.waitForEvent('download');
      await page.getByTestId(`taken-${format}`).click();
      expect((await downloading).suggestedFilename()).toMatch(new RegExp(`采用情况（\\d+年\\d+月）\\.${format}$`));
    }
  });
});

describe('a session of the office', () => {
  it('is recorded once, and becomes an item of the political-work bulletin', async () => {
    const { issueId } = await openPoliticalWork(intake);
    const { page } = above;
    await page.goto('/study');
    await page.getByText('还没有记录').waitFor();
    await page.getByTestId('session-new').click();
    await page.getByTestId('session-title').fill('2026年第三次中心组学习');
    await page.getByTestId('session-host').fill('王某');
    await page.getByTestId('session-host-post').fill('党组书记、主任');
    await page.getByPlaceholder('文件或会议名称').fill('《关于为基层减负的若干规定》');
    const opinions = page.getByTestId('session-opinions');
    await opinions.locator('textarea').first().fill('抓好续志资料收集');
    await page.getByTestId('session-opinions-add').click();
    await opinions.locator('textarea:visible').nth(1).fill('推进年鉴一年一鉴');
    await page.getByLabel('职务或类别').fill('党组成员、副主任');
    await page.getByLabel('姓名或范围').fill('李某');
    await above.picture('session-form');
    await page.getByTestId('session-save').click();
    await page.waitForURL(/\/study\/[0-9a-f-]{36}$/);
    await page.getByTestId('session-item').getByText('一是抓好续志资料收集。').waitFor();
    await above.picture('session-item');
    await page.getByTestId('session-draft').click();
    await page.getByTestId('session-draft-save').click();
    await page.getByTestId('session-issue').waitFor();
    const [item] = (await intake.editor.api.bulletins.get({ id: issueId })).bulletinItems;
    expect(item!.body).toContain('党组成员、副主任李某参加学习会。');
  });
});

it('fits a telephone', async () => {
  await below.page.setViewportSize({ width: 390, height: 844 });
  await above.page.setViewportSize({ width: 390, height: 844 });
  const { id } = (await intake.editor.api.study.list({})).items[0]!;
  for (const [visit, route, name] of [
    [above, '/dispatches', 'dispatches'],
    [below, '/dispatches/new', 'dispatch-new'],
    [below, '/dispatches/calls', 'calls'],
    [above, '/dispatches/taken', 'taken'],
    [above, '/study', 'sessions'],
    [above, `/study/${id}`, 'session'],
  ] as const) {
    await visit.page.goto(route);
    await visit.page.waitForLoadState('networkidle');
    await visit.picture(`narrow-${name}`);
    expect([name, await visit.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')]).toEqual([
      name,
      0,
    ]);
  }
});

it('leaves no trouble behind, on the pages or in the server', () => {
  expect([...below.troubles, ...above.troubles]).toEqual([]);
  expect(intake.house.faults).toEqual([]);
});

function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  return page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}
