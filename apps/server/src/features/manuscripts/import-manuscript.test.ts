import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText, untilReady, upload } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const BOOK = [
  '第一编  地理',
  '',
  '第一章  位置',
  '',
  '    乙县位于甲市西北部，面积1286平方千米。',
  '',
  '第二章  河流',
  '',
  '    清水河流经𬭎桥乡。',
].join('\n');

describe('importing manuscripts', () => {
  let house: OpenHouse;
  let editor: Visitor;
  let workId: string;

  beforeAll(async () => {
    house = await openHouse();
    editor = await house.join('reviewLead', '510000/');
    const work = await editor.api.works.create({
      title: '乙县志',
      kind: 'gazetteer',
      organisationId: house.first.provinceId,
    });
    workId = work.id;
  });
  afterAll(() => house.close());

  const stored = () => (existsSync(house.objectFolder) ? readdirSync(house.objectFolder) : []);
  const refusal = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
    const response = await upload(editor, workId, name, content);
    return { status: response.status, ...((await response.json()) as { code: string; message: string }) };
  };

  it('stores nothing of a file that bears a classification mark', async () => {
    const answer = await refusal('乙县情况.txt', `机密★5年\n\n${BOOK}`);
    expect(answer).toMatchObject({ status: 422, code: 'classified' });
    expect(answer.message).toBe('该文件疑似标有密级或内部标识，未保存。请通过涉密渠道办理。');
    expect(stored()).toEqual([]);
    expect(await editor.api.manuscripts.list({ workId })).toEqual([]);
  });

  it.each([
    ['空文件.txt', ''],
    ['旧格式.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['假的.docx', '这不是一个 Word 文件'],
    ['乱码.txt', new Uint8Array([0x41, 0xff, 0xff, 0xfe, 0x80, 0x81])],
    ['零字节.txt', '乙县\0志'],
    ['图片.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ])('refuses %s with one Chinese sentence and stores nothing', async (name, content) => {
    const answer = await refusal(name, content);
    expect(answer.status).toBe(422);
    expect(answer.message).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。$/u);
    expect(stored()).toEqual([]);
  });

  it('answers a form that breaks off in the middle of its file, and stores nothing', async () => {
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
    const response = await editor.fetch(`/api/works/${workId}/manuscripts`, {
      method: 'POST',
      body: `${head}${BOOK}`,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(response.status).toBe(422);
    expect(stored()).toEqual([]);
  });

  it('keeps the original byte for byte and cuts the book into outline and blocks', async () => {
    const response = await upload(editor, workId, '../../乙县志.txt', BOOK);
    expect(response.status).toBe(202);
    const { revisionId } = (await response.json()) as { revisionId: string };
    await untilReady(editor, revisionId);
    const revision = await editor.api.manuscripts.get({ id: revisionId });
    expect(revision).toMatchObject({ fileName: '乙县志.txt', format: 'txt', number: 1, state: 'ready' });
    const original = await editor.fetch(`/api/revisions/${revisionId}/original`);
    const bytes = Buffer.from(await original.arrayBuffer());
    expect(bytes.toString()).toBe(BOOK);
    expect(revision.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(original.headers.get('content-disposition')).toContain(encodeURIComponent('乙县志.txt'));

    const { nodes, blockLengths } = await editor.api.manuscripts.outline({ id: revisionId });
    expect(nodes.map((node) => [node.level, node.title.replace(/\s+/g, ' ')])).toEqual([
      [0, ''],
      [1, '第一编 地理'],
      [2, '第一章 位置'],
      [2, '第二章 河流'],
    ]);
    const blocks = await editor.api.manuscripts.blocks({ id: revisionId, from: 0 });
    expect(blocks.map((block) => block.text.length)).toEqual(blockLengths);
    expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', text: '清水河流经𬭎桥乡。' });
  });

  it('numbers the revisions of one manuscript, also when two come at once', async () => {
    const [first] = await editor.api.manuscripts.list({ workId });
    const again = async (text: string) => {
      const form = new FormData();
      form.append('manuscriptId', first!.manuscriptId);
      form.append('file', new Blob([text]), '乙县志二稿.txt');
      const response = await editor.fetch(`/api/works/${workId}/manuscripts`, { method: 'POST', body: form });
      return ((await response.json()) as { revisionId: string }).revisionId;
    };
    const ids = await Promise.all([again(`${BOOK}甲`), again(`${BOOK}乙`)]);
    await Promise.all(ids.map((id) => untilReady(editor, id)));
    const revisions = await editor.api.manuscripts.list({ workId });
    expect(revisions.map((revision) => revision.number).sort((a, b) => a - b)).toEqual([1, 2, 3]);
  });

  it.each([
    ['NUL', '乙\0县志', '乙县志'],
    ['a mark that turns the order of reading', '乙县志\u202Etxt', '乙县志txt'],
    ['a rare character at the very end', `${'乙'.repeat(119)}𬭎桥`, `${'乙'.repeat(119)}𬭎`],
  ])('keeps a title with %s readable', async (_what, title, kept) => {
    const form = new FormData();
    form.append('title', title);
    form.append('again', '1');
    form.append('file', new Blob([BOOK]), 'a.txt');
    const response = await editor.fetch(`/api/works/${workId}/manuscripts`, { method: 'POST', body: form });
    const { revisionId } = (await response.json()) as { revisionId: string };
    expect(await editor.api.manuscripts.get({ id: revisionId })).toMatchObject({ title: kept });
    await untilReady(editor, revisionId);
  });

  it('makes no new manuscript where the one to be revised is not named as it should be', async () => {
    const before = await editor.api.manuscripts.list({ workId });
    const form = new FormData();
    form.append('manuscriptId', before[0]!.manuscriptId.toUpperCase().slice(1));
    form.append('file', new Blob([BOOK]), '乙县志.txt');
    const response = await editor.fetch(`/api/works/${workId}/manuscripts`, { method: 'POST', body: form });
    expect(response.status).toBe(404);
    expect(await editor.api.manuscripts.list({ workId })).toHaveLength(before.length);
  });

  it('tells whoever imports what the work holds already, also when two do at once, unless they say again', async () => {
    const work = await editor.api.works.create({
      title: '乙县志',
      kind: 'gazetteer',
      organisationId: house.first.provinceId,
    });
    const both = await Promise.all([1, 2].map(() => upload(editor, work.id, '乙县志.txt', BOOK)));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([202, 409]);
    const told: unknown = await both.find(({ status }) => status === 409)!.json();
    expect(told).toEqual({ code: 'same-book', message: '此稿与“乙县志”第1稿内容完全相同，没有再次导入。' });
    const [only, ...more] = await editor.api.manuscripts.list({ workId: work.id });
    expect(more).toEqual([]);

    const form = new FormData();
    form.append('again', '1');
    form.append('file', new Blob([BOOK]), '乙县志.txt');
    const again = await editor.fetch(`/api/works/${work.id}/manuscripts`, { method: 'POST', body: form });
    const { revisionId } = (await again.json()) as { revisionId: string };
    for (const id of [only!.id, revisionId]) await editor.api.manuscripts.remove({ id: await untilReady(editor, id) });
    // What was removed may come again.
    const third = await upload(editor, work.id, '乙县志.txt', BOOK);
    await untilReady(editor, ((await third.json()) as { revisionId: string }).revisionId);
  });

  it('finds a phrase in the book, rare characters and wildcards taken literally', async () => {
    const id = await importText(editor, house.first.provinceId, '查找.md', '# 概况\n\n增长100%，𬭎桥乡增长5_0。\n');
    const hits = async (query: string) => (await editor.api.manuscripts.search({ id, query })).hits;
    expect(await hits('%')).toHaveLength(1);
    expect(await hits('_')).toHaveLength(1);
    expect(await hits('增长')).toHaveLength(2);
    const [rare] = await hits('𬭎桥');
    const [block] = await editor.api.manuscripts.blocks({ id, from: rare!.block, limit: 1 });
    expect(block!.text.slice(rare!.start - block!.start, rare!.end - block!.start)).toBe('𬭎桥');
  });

  it('shows titles to the superior office, but neither text nor findings', async () => {
    const county = await house.join('reviewLead', '510000/510100/510104/');
    const organisation = await house.db
      .selectFrom('organisation')
      .select('id')
      .where('path', '=', '510000/510100/510104/')
      .executeTakeFirstOrThrow();
    const id = await importText(county, organisation.id, '县志.txt', BOOK);
    const prefecture = await house.join('reviewLead', '510000/510100/');
    const { items } = await prefecture.api.works.list({});
    expect(items).toHaveLength(1);
    await expect(prefecture.api.manuscripts.list({ workId: items[0]!.id })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const { manuscripts, reviews } = prefecture.api;
    for (const attempt of [
      () => manuscripts.blocks({ id, from: 0 }),
      () => manuscripts.search({ id, query: '乙' }),
      () => reviews.index({ id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await prefecture.fetch(`/api/revisions/${id}/original`)).status).toBe(403);
    const neighbour = await house.join('administrator', '510000/510100/510105/');
    expect((await neighbour.api.works.list({})).items).toEqual([]);
    expect((await neighbour.fetch(`/api/revisions/${id}/original`)).status).toBe(404);
  });

  it('hides a removed revision everywhere', async () => {
    const id = await importText(editor, house.first.provinceId, '待删.txt', BOOK);
    const reviewer = await house.join('reviewer', '510000/');
    await expect(reviewer.api.manuscripts.remove({ id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const removals = await Promise.allSettled([1, 2, 3].map(() => editor.api.manuscripts.remove({ id })));
    expect(removals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const audited = house.db
      .selectFrom('audit_entry')
      .select('id')
      .where('action', '=', 'manuscripts.remove')
      .where('subject', '=', `revision:${id}`);
    expect(await audited.execute()).toHaveLength(1);
    await expect(editor.api.manuscripts.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(editor.api.reviews.findings({ id, from: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await editor.fetch(`/api/revisions/${id}/annotated.docx`)).status).toBe(404);
  });

  it('takes three files of one person at a time, and refuses a fourth until one of them is done', async () => {
    const patient = await house.join('reviewer', '510000/');
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'x-xiuzhi': '1', cookie: patient.cookie() };
    const held = [1, 2, 3, 4].map((which) => {
      const sending = request(`${house.url}/api/works/${workId}/manuscripts`, { method: 'POST', headers });
      sending.write(`--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${BOOK}${which}`);
      const status = (once(sending, 'response') as Promise<[IncomingMessage]>).then(
        ([answer]) => answer.resume().statusCode,
      );
      return { sending, status };
    });
    expect(await Promise.race(held.map(({ status }) => status))).toBe(429);
    for (const { sending } of held) sending.end('\r\n--x--\r\n');
    const answers = await Promise.all(held.map(({ status }) => status));
    expect(answers.filter((status) => status === 202)).toHaveLength(3);
    expect((await upload(patient, workId, 'b.txt', `${BOOK}五`)).status).toBe(202);
  });

  it('reports no fault of the server in all of this', () => {
    expect(house.faults).toEqual([]);
  });
});
