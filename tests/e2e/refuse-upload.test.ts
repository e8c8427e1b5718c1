import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { HOSTILE_FILES, SENTENCE } from '../../apps/server/test/hostile/hostile-files.ts';
import { makePdf } from '../../packages/manuscript/test/make-pdf.ts';
import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { writeBook } from './write-book.ts';

let stage: Stage;
let visit: WatchedPage;
let workId: string;
let book: Buffer;

beforeAll(async () => {
  stage = await openStage();
  book = await writeBook();
  const work = await stage.lead.api.works.create({
    title: '乙县年鉴（2024）',
    kind: 'yearbook',
    recordedYear: 2023,
    organisationId: stage.house.first.provinceId,
  });
  workId = work.id;
  visit = await stage.open(stage.lead, `/works/${workId}`);
});
beforeEach(() => visit.page.locator('input[type=file]').waitFor({ state: 'attached' }));
afterAll(() => stage?.close());

it('refuses a manuscript with a classification mark and keeps nothing of it', async () => {
  await choose('乙县年鉴.docx', await writeBook({ header: '机密★1年' }));
  const problem = visit.page.getByTestId('upload-problem');
  await problem.waitFor();
  expect(await problem.innerText()).toBe('该文件疑似标有密级或内部标识，未保存。请通过涉密渠道办理。');
  await visit.picture('upload-refused');
  expect(await stored()).toEqual({ revisions: 0, objects: [] });
});

it('refuses a file that is not what its name says', async () => {
  await choose('乙县年鉴.docx', Buffer.from('这不是 Word 文件'));
  await visit.page
    .getByTestId('upload-problem')
    .getByText(/未保存|无法读取|另存/)
    .waitFor();
  expect(await stored()).toEqual({ revisions: 0, objects: [] });
});

it('says what to do with an old Word file that cannot be converted', async () => {
  await choose('乙县年鉴.doc', Buffer.from('x'));
  await visit.page.getByTestId('upload-problem').getByText('另存为 .docx').waitFor();
  expect(await stored()).toEqual({ revisions: 0, objects: [] });
});

it.each(HOSTILE_FILES.filter(({ taken, name }) => !taken && name !== '300 MB'))(
  'answers $name with one sentence and takes the next file',
  async ({ fileName, make }) => {
    await choose(fileName, Buffer.from(make()));
    const problem = visit.page.getByTestId('upload-problem');
    await problem.waitFor();
    expect(await problem.innerText()).toMatch(SENTENCE);
    expect((await stored()).objects).toEqual([]);
    await visit.page.reload();
  },
);

it('refuses a file of more than 200 MB by its size, without sending it', async () => {
  const sent: string[] = [];
  visit.page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-large-'));
  try {
    const file = path.join(folder, '巨大.docx');
    writeFileSync(file, '');
    truncateSync(file, 300 * 1024 * 1024);
    await visit.page.locator('input[type=file]').setInputFiles(file);
    const problem = visit.page.getByTestId('upload-problem');
    await problem.waitFor();
    expect(await problem.innerText()).toMatch(/超过 200 MB，请压缩图片或分卷后再上传。$/);
    expect(sent).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('keeps nothing of an upload that is cancelled half-way, and takes the next', async () => {
  const { page } = visit;
  const line = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 20_000 };
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', slow);
  await choose('乙县年鉴.txt', Buffer.from('乙县位于丙河南岸。\n'.repeat(40_000)));
  await page.getByTestId('upload-cancel').click();
  await page.getByTestId('upload-progress').waitFor({ state: 'detached' });
  await line.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
  expect(await page.getByTestId('upload-problem').count()).toBe(0);

  await choose('乙县年鉴.docx', book);
  await page.getByTestId('revision-ready').waitFor();
  const { revisions, objects } = await stored();
  expect(revisions).toBe(1);
  expect(objects).toHaveLength(1);
});

it('tells that the work holds the same book already, and takes it where that is wanted', async () => {
  const { page } = visit;
  await choose('另一份.docx', book);
  const problem = page.getByTestId('upload-problem');
  await problem.waitFor();
  expect(await problem.innerText()).toMatch(/^此稿与“乙县年鉴”第1稿内容完全相同，没有再次导入。/);
  expect((await stored()).revisions).toBe(1);
  await visit.picture('upload-same-book');
  await page.getByTestId('upload-again').click();
  await expect.poll(async () => (await stored()).revisions).toBe(2);
  await expect.poll(() => page.getByTestId('revision-ready').count(), { timeout: 60_000 }).toBe(2);
  expect((await stored()).objects).toHaveLength(1);
});

it('takes in a PDF with a text layer', async () => {
  const { page } = visit;
  const ready = page.getByTestId('revision-ready');
  const before = await ready.count();
  await choose('乙县年鉴.pdf', Buffer.from(makePdf([[{ text: '乙县盛产小麦、油菜。', x: 90, y: 700 }]])));
  await expect.poll(() => ready.count(), { timeout: 20_000 }).toBe(before + 1);
  await page.getByTestId('revisions-table').getByText('乙县年鉴.pdf').waitFor();
});

it('leaves no trouble behind', () => {
  expect(visit.troubles).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});

async function choose(name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer };
  await visit.page.locator('input[type=file]').setInputFiles(file);
}

/** What the server holds: revisions, and the files of the object store. */
async function stored(): Promise<{ revisions: number; objects: string[] }> {
  const rows = await stage.house.db.selectFrom('revision').select('id').execute();
  const folder = stage.house.objectFolder;
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return { revisions: rows.length, objects: entries.filter((entry) => entry.isFile()).map((entry) => entry.name) };
}
