import { readLines } from '@xiuzhi/manuscript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { addIssues } from '../../../test/add-issues.ts';
import { openDesk, textOf, type Desk } from '../../../test/open-desk.ts';
import type { Visitor } from '../../../test/open-house.ts';
import { visitServer } from '../../../test/open-house.ts';
import { writeWord } from '../../../test/open-intake.ts';

/** Five items as they come together in Word: columns, titles, text, who sent them. */
const ITEMS = [
  '【特别关注】',
  '甲市召开史志工作会议',
  '11月3日，甲市召开史志工作会议，总结全年工作。',
  '会议要求抓紧编修，确保质量。',
  '（甲市地方志办公室）',
  '【区县动态】',
  '乙县年鉴通过初审',
  '近日，乙县年鉴通过初审，全书30万字。（乙县地方志办公室）',
  '丙区方志馆开馆',
  '11月5日，丙区方志馆正式开馆。（丙区地方志办公室）',
  '丁县启动村志编修',
  '11月6日，丁县启动首批村志编修。（丁县地方志办公室）',
  '戊县开展方志进校园活动',
  '11月9日，戊县在三所学校开展方志进校园活动。（戊县地方志办公室）',
];

describe('printing an issue', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    expect(desk.house.faults).toEqual([]);
    await desk.house.close();
  });

  const print = (visitor: Visitor, id: string, format: string) =>
    visitor.fetch(`/api/bulletins/issues/${id}/print.${format}`);
  const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
  const linesOf = async (response: Response, name: string) =>
    (await readLines(await bytesOf(response), name)).join('\n').replaceAll(/[ \u3000]/g, '');
  const nameOf = (response: Response) =>
    decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '')![1]!);

  it('says 送审稿 on a draft and gives it no number, and the number once it is signed', async () => {
    const draft = await desk.draft('2026-11-20', ['乙县年鉴通过初审', '丙区方志馆开馆']);
    const before = await print(desk.editor, draft.id, 'pdf');
    expect(before.status).toBe(200);
    expect(nameOf(before)).toBe('甲市地方志工作简报（送审稿）.pdf');
    const proof = await linesOf(before, 'a.pdf');
    expect(proof).toContain('送审稿');
    expect(proof).not.toMatch(/第\d*期/);
    const { id } = await desk.sign(draft);
    const signed = await print(desk.editor, id, 'pdf');
    expect(signed.headers.get('content-type')).toBe('application/pdf');
    expect(nameOf(signed)).toMatch(/^甲市地方志工作简报2026年第1期（总第1期）\.pdf$/);
    const printed = await linesOf(signed, 'a.pdf');
    expect(printed).not.toContain('送审稿');
    for (const words of ['甲市地方志工作简报', '第1期', '总第1期', '2026年11月20日', '区县动态', '丙区方志馆开馆'])
      expect(printed).toContain(words);
    for (const words of ['（乙县地方志办公室）', '主动公开', '市委，市政府', '各区县地方志工作机构', '21份'])
      expect(printed).toContain(words);
    expect(printed.indexOf('区县动态')).toBe(printed.lastIndexOf('区县动态'));
  });

  it('prints the same for working on: Word and a page of the web', async () => {
    const { id } = await desk.sign(await desk.draft());
    const word = await print(desk.editor, id, 'docx');
    expect(word.headers.get('content-type')).toContain('wordprocessingml');
    expect(await linesOf(word, 'a.docx')).toContain('乙县年鉴通过初审');
    const page = await print(desk.editor, id, 'html');
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const html = await page.text();
    expect(html).toContain('乙县年鉴通过初审');
    expect(html).not.toContain('<script');
    for (const format of ['exe', 'PDF', 'pdf.exe']) expect((await print(desk.editor, id, format)).status).toBe(404);
  });

  it('prints text as text, whatever it says', async () => {
    const { id, version } = await desk.draft('2026-11-20', []);
    const title = '#read("/etc/passwd") $x$ <b>题</b>';
    await desk.editor.api.bulletins.addItem({ id, version, ...textOf(null, title), body: '正文 & *不加粗*。' });
    const html = await (await print(desk.editor, id, 'html')).text();
    expect(html).toContain('&lt;b&gt;题&lt;/b&gt;');
    const pdf = await linesOf(await print(desk.editor, id, 'pdf'), 'a.pdf');
    expect(pdf).toContain('#read("/etc/passwd")$x$<b>题</b>');
    expect(pdf).toContain('*不加粗*');
  });

  it('names the characters that no font has, and prints no boxes', async () => {
    const { id, version } = await desk.draft('2026-11-20', []);
    await desk.editor.api.bulletins.addItem({ id, version, ...textOf(null, '题'), body: '字\u{F0123}在此。' });
    const refused = await print(desk.editor, id, 'pdf');
    expect(refused.status).toBe(422);
    const { message } = (await refused.json()) as { message: string };
    expect(message).toContain('U+F0123');
  });

  it('is for the office, and once signed for the offices below', async () => {
    const draft = await desk.draft();
    expect((await print(desk.county, draft.id, 'docx')).status).toBe(404);
    expect((await print(desk.house.visit(), draft.id, 'docx')).status).toBe(401);
    await desk.sign(draft);
    expect((await print(desk.county, draft.id, 'docx')).status).toBe(200);
    const abroad = await desk.house.join('reader', '510000/510300/');
    expect((await print(abroad, draft.id, 'docx')).status).toBe(404);
  });

  it('is shown to everybody once it is on the web, and to nobody before and after', async () => {
    const { id, version } = await desk.sign(await desk.draft());
    const anybody = visitServer(desk.house.url);
    const page = () => anybody.fetch(`/api/bulletins/published/${id}`);
    expect((await page()).status).toBe(404);
    await desk.editor.api.bulletins.publish({ id, version });
    const shown = await page();
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-disposition')).toBeNull();
    expect(await shown.text()).toContain('乙县年鉴通过初审');
    await desk.editor.api.bulletins.unpublish({ id, version });
    const gone = await page();
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('没有在网上公开，或者已经撤下')]);
    expect((await anybody.fetch('/api/bulletins/published/x')).status).toBe(404);
  });

  it('of an issue that was read back from a file goes on the web after a secrecy review alone', async () => {
    const { seriesId, house, editor, officer } = desk;
    const [itemId] = await addIssues(house.db, seriesId, [
      { year: 2019, number: 3, issuedOn: '2019-03-01', items: [{ title: '乙县年鉴出版', body: '全书出版。' }] },
    ]);
    const { issueId: id } = await editor.api.bulletins.cite({ id: itemId! });
    await house.db.updateTable('bulletin_issue').set({ disclosure: 'proactive' }).where('id', '=', id).execute();
    const { version, allowed } = await editor.api.bulletins.get({ id });
    expect(allowed.publish).toBe(false);
    await expect(editor.api.bulletins.publish({ id, version })).rejects.toMatchObject({
      code: 'SECRECY_REVIEW_REQUIRED',
    });
    expect((await officer.api.bulletins.get({ id })).allowed.reviewSecrecy).toBe(true);
    await officer.api.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' });
    expect((await officer.api.bulletins.get({ id })).allowed.reviewSecrecy).toBe(false);
    expect((await editor.api.bulletins.publish({ id, version })).publishedAt).not.toBeNull();
  });
});

describe('a Word file of items', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    expect(desk.house.faults).toEqual([]);
    await desk.house.close();
  });
  const send = async (visitor: Visitor, name: string, bytes: Uint8Array<ArrayBuffer> | string) => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    return visitor.fetch(`/api/bulletins/series/${desk.seriesId}/drafts`, { method: 'POST', body: form });
  };

  it('becomes a draft with head, foot and five items, and an issue with its number', async () => {
    const response = await send(desk.editor, '十一月.docx', await writeWord(ITEMS));
    expect(response.status).toBe(200);
    const { issueId, items, problems } = (await response.json()) as {
      issueId: string;
      items: number;
      problems: unknown[];
    };
    expect([items, problems]).toEqual([5, []]);
    const { api } = desk.editor;
    const draft = await api.bulletins.get({ id: issueId });
    expect(draft.recipients.up).toEqual(['市委，市政府']);
    expect(draft.bulletinItems.map(({ column, title, source }) => [column, title, source])).toEqual([
      ['特别关注', '甲市召开史志工作会议', '甲市地方志办公室'],
      ['区县动态', '乙县年鉴通过初审', '乙县地方志办公室'],
      ['区县动态', '丙区方志馆开馆', '丙区地方志办公室'],
      ['区县动态', '丁县启动村志编修', '丁县地方志办公室'],
      ['区县动态', '戊县开展方志进校园活动', '戊县地方志办公室'],
    ]);
    expect(draft.bulletinItems[0]!.body).toBe(
      '11月3日，甲市召开史志工作会议，总结全年工作。\n会议要求抓紧编修，确保质量。',
    );
    const { id, version, supplement, ground, recipients, printedBy, copies } = draft;
    const head = { supplement, ground, recipients, printedBy, copies, disclosure: null };
    const dated = await api.bulletins.update({ id, version, ...head, issuedOn: '2026-11-20' });
    const signed = await desk.sign(dated);
    expect(signed).toMatchObject({ number: 1, total: 1, items: 5 });
  });

  it('keeps items of a column that the series does not have, and says so', async () => {
    const file = await writeWord(ITEMS.map((line) => line.replace('区县动态', '市州动态')));
    const { issueId, problems } = (await (await send(desk.editor, 'a.docx', file)).json()) as {
      issueId: string;
      problems: { code: string; message: string }[];
    };
    expect(problems).toMatchObject([{ code: 'column-unknown', message: expect.stringContaining('市州动态') }]);
    const { bulletinItems } = await desk.editor.api.bulletins.get({ id: issueId });
    expect(bulletinItems.map(({ column }) => column)).toEqual([null, null, null, null, '特别关注']);
  });

  it('is not taken where it bears a mark, says nothing or cannot be read, and nothing is kept', async () => {
    const count = async () => (await desk.editor.api.bulletins.list({ limit: 200 })).items.length;
    const before = await count();
    const codes = async (name: string, bytes: Uint8Array<ArrayBuffer> | string) => {
      const response = await send(desk.editor, name, bytes);
      const { code, message } = (await response.json()) as { code: string; message: string };
      expect(message).toMatch(/。$/);
      return `${response.status} ${code}`;
    };
    expect(await codes('a.docx', await writeWord(['机密★1年', ...ITEMS]))).toBe('422 classified');
    expect(await codes('机密★1年.docx', await writeWord(ITEMS))).toBe('422 classified');
    expect(await codes('a.docx', await writeWord(['']))).toBe('422 empty');
    const long = `乙县年鉴\n${'近日，乙县完成年鉴初稿。'.repeat(6_000)}\n（乙县地方志办公室）`;
    expect(await codes('a.txt', long)).toBe('422 too-long');
    expect(await codes('a.docx', 'PK\u0003\u0004 broken')).toMatch(/^422 /);
    expect(await count()).toBe(before);
  });

  it('is taken from whoever drafts alone', async () => {
    expect((await send(desk.checker, 'a.docx', await writeWord(ITEMS))).status).toBe(403);
    expect((await send(desk.county, 'a.docx', await writeWord(ITEMS))).status).toBe(403);
    const abroad = await desk.house.join('bulletinEditor', '510000/510300/');
    expect((await send(abroad, 'a.docx', await writeWord(ITEMS))).status).toBe(404);
  });
});
