import { readdirSync } from 'node:fs';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { SERIES } from '../../../test/open-desk.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { writeIssue } from '../../../test/write-issue.ts';

type BackIssue = Awaited<ReturnType<Visitor['api']['bulletins']['listBackIssues']>>['items'][number];

describe('back issues that are imported', () => {
  let house: OpenHouse;
  let editor: Visitor;
  let seriesId: string;
  const stored = () => readdirSync(house.objectFolder, { recursive: true }).length;
  const list = () => editor.api.bulletins.listBackIssues({ id: seriesId });

  beforeAll(async () => {
    house = await openHouse();
    editor = await house.join('bulletinEditor', '510000/');
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    await house.db.deleteFrom('bulletin_import').execute();
    await house.db.deleteFrom('bulletin_issue').execute();
    await house.db.deleteFrom('bulletin_recipients').execute();
    await house.db.deleteFrom('bulletin_series').execute();
    const made = await editor.api.bulletins.createSeries({ ...SERIES, organisationId: house.first.provinceId });
    seriesId = made.id;
  });

  async function send(text: string | Uint8Array<ArrayBuffer>, name = '简报.txt', by = editor) {
    const form = new FormData();
    form.append('file', new Blob([text]), name);
    const response = await by.fetch(`/api/bulletins/series/${seriesId}/back-issues`, { method: 'POST', body: form });
    return {
      status: response.status,
      body: (await response.json()) as BackIssue & { code?: string; message?: string },
    };
  }

  it('are issues at once where nothing is in doubt, with their original and their items', async () => {
    const text = writeIssue({ number: 12, total: 88, day: '2026-11-20' });
    const { status, body } = await send(text, '../第12期.txt');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        state: 'kept',
        fileName: '第12期.txt',
        year: 2026,
        number: 12,
        total: 88,
        issuedOn: '2026-11-20',
        problems: [],
      },
    });
    const issue = await editor.api.bulletins.get({ id: body.issueId! });
    expect(issue).toMatchObject({
      state: 'signed',
      isImported: true,
      year: 2026,
      number: 12,
      total: 88,
      disclosure: 'proactive',
      copies: 25,
      originalName: '第12期.txt',
      recipients: { up: ['甲市委'], down: ['各区县地方志工作机构'] },
    });
    expect(issue.bulletinItems.map(({ column, source }) => [column, source])).toEqual([
      ['特别关注', '甲市地方志办公室'],
      ['区县动态', '乙县地方志办公室'],
    ]);
    const original = await editor.fetch(`/api/bulletins/back-issues/${body.id}/original`);
    expect(await original.text()).toBe(text);
    const audit = await house.db
      .selectFrom('audit_entry')
      .select('subject')
      .where('action', '=', 'bulletins.import')
      .execute();
    expect(audit.at(-1)?.subject).toBe(`back-issue:${body.id}`);
  });

  it('have the same answer when they come again, also at once', async () => {
    const text = writeIssue({ number: 12, total: 88, day: '2026-11-20' });
    const first = await Promise.all([send(text), send(text, '另一名.txt')]);
    const again = await send(text);
    expect(new Set([...first, again].map(({ body }) => body.id)).size).toBe(1);
    expect(again.body).toMatchObject({ state: 'kept', issueId: first[0].body.issueId });
    expect((await list()).counts).toEqual({ waiting: 0, kept: 1, dropped: 0 });
  });

  it('wait for a person where their number, running number or day does not go with the others', async () => {
    await send(writeIssue({ number: 12, total: 88, day: '2026-11-20' }));
    const doubtful = [
      { number: 12, total: 89, day: '2026-11-21' },
      { number: 13, total: 88, day: '2026-11-25' },
      { number: 13, total: 89, day: '2026-11-10' },
      { number: 14, total: 91, day: '2026-11-26' },
    ];
    const codes = [];
    for (const issue of doubtful) {
      const { body } = await send(writeIssue(issue));
      expect(body.state).toBe('waiting');
      codes.push(body.problems.map(({ code }) => code));
    }
    expect(codes).toEqual([['number-taken'], ['total-taken'], ['date-back'], ['base-disagrees']]);
    expect((await list()).counts).toEqual({ waiting: 4, kept: 1, dropped: 0 });
  });

  it('are refused where their running number goes back, and nothing of them is stored', async () => {
    await send(writeIssue({ number: 12, total: 88, day: '2026-11-20' }));
    const before = stored();
    for (const issue of [
      { number: 13, total: 87, day: '2026-11-25' },
      { number: 11, total: 99, day: '2026-11-02' },
    ]) {
      const { status, body } = await send(writeIssue(issue));
      expect([status, body.code, body.message]).toEqual([
        422,
        'total-back',
        expect.stringMatching(/^未保存：.*不应回退.*对照两期的原件.*将其退回核对；.*上一期总期号。$/),
      ]);
    }
    expect(stored()).toBe(before);
    expect((await list()).counts).toEqual({ waiting: 0, kept: 1, dropped: 0 });
  });

  it('are kept once a person has put them right, or dropped, and taken back', async () => {
    await send(writeIssue({ number: 12, total: 88, day: '2026-11-20' }));
    const { body } = await send(writeIssue({ number: 12, total: 89, day: '2026-11-21' }));
    const { read, text } = await editor.api.bulletins.getBackIssue({ id: body.id });
    expect(text).toContain('总第89期');
    const keep = (change: Partial<typeof read>) =>
      editor.api.bulletins.keepBackIssue({ id: body.id, read: { ...read, ...change } });
    await expect(keep({})).rejects.toMatchObject({ code: 'NUMBER_TAKEN' });
    await expect(keep({ items: [] })).rejects.toMatchObject({ code: 'PROBLEM_OPEN' });
    await expect(keep({ issuedOn: null, number: null })).rejects.toMatchObject({ code: 'PROBLEM_OPEN' });
    await expect(keep({ number: 13, printedBy: '秘密★1年' })).rejects.toMatchObject({ code: 'CLASSIFIED' });
    expect(await editor.api.bulletins.dropBackIssue({ id: body.id })).toMatchObject({ state: 'dropped' });
    const kept = await keep({ number: 13 });
    expect(kept).toMatchObject({ state: 'kept', number: 13, total: 89 });
    expect(await editor.api.bulletins.get({ id: kept.issueId! })).toMatchObject({ number: 13, items: 2 });
    await expect(editor.api.bulletins.dropBackIssue({ id: body.id })).rejects.toMatchObject({ code: 'STALE' });
    await expect(keep({ number: 14 })).rejects.toMatchObject({ code: 'STALE' });
    const { items, next } = await editor.api.bulletins.search({ words: '乡镇志' });
    expect(items.length).toBeGreaterThan(0);
    expect(next).toBeNull();
  });

  it('go back to a person where they were kept with a misprint, and make room for those it kept out', async () => {
    const misprint = await send(writeIssue({ number: 12, total: 880, day: '2026-11-20' }));
    const genuine = writeIssue({ number: 13, total: 89, day: '2026-11-25' });
    expect((await send(genuine)).body.code).toBe('total-back');
    const { id, issueId } = misprint.body;
    const [fact] = (await editor.api.bulletins.listFacts({ issueId: issueId! })).items;
    await editor.api.bulletins.settleFact({ id: fact!.id, version: fact!.version, state: 'confirmed' });
    await house.db.updateTable('bulletin_issue').set({ published_at: new Date() }).execute();
    await expect(editor.api.bulletins.reopenBackIssue({ id })).rejects.toMatchObject({ code: 'PUBLISHED' });
    await house.db.updateTable('bulletin_issue').set({ published_at: null }).execute();

    const reopened = await editor.api.bulletins.reopenBackIssue({ id });
    expect(reopened).toMatchObject({ state: 'waiting', issueId: null, total: 880, problems: [{ code: 'reopened' }] });
    await expect(editor.api.bulletins.get({ id: issueId! })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(editor.api.bulletins.reopenBackIssue({ id })).rejects.toMatchObject({ code: 'STALE' });
    const { read, text } = await editor.api.bulletins.getBackIssue({ id });
    expect(read.items.map(({ title, column }) => [title, column])).toEqual([
      ['甲市召开乡镇志编纂推进会', '特别关注'],
      ['乙县开展年鉴资料核实', '区县动态'],
    ]);
    expect(text).toContain('乙县开展年鉴资料核实');
    expect(await editor.api.bulletins.keepBackIssue({ id, read: { ...read, total: 88 } })).toMatchObject({
      state: 'kept',
      total: 88,
    });
    expect((await send(genuine)).body).toMatchObject({ state: 'kept', total: 89 });
  });

  it('leave nothing behind where they are refused, with one sentence', async () => {
    const whole = writeIssue({ number: 12, total: 88, day: '2026-11-20' });
    const before = stored();
    const refused = [
      `秘密★一年\n${whole}`,
      `${whole}\n${writeIssue({ number: 13, total: 89, day: '2026-11-25' })}`,
      whole.slice(0, whole.indexOf('信息公开选项')),
      '',
      '%PDF-1.4 没有文字',
      whole,
    ];
    const names: Readonly<Record<number, string>> = { 4: '扫描.pdf', 5: '机密★1年.txt' };
    for (const [at, text] of refused.entries()) {
      const { status, body } = await send(text, names[at]);
      expect({ at, status }).toEqual({ at, status: 422 });
      expect(body.message, String(at)).toMatch(/^[^。]+。?[^。]*。$/);
      expect(JSON.stringify(body)).not.toContain('乡镇志');
    }
    expect((await list()).items).toEqual([]);
    expect(stored()).toBe(before);
  });

  it('are the business of the editors of the issuing office', async () => {
    const text = writeIssue({ number: 12, total: 88, day: '2026-11-20' });
    const waiting = await send(text.replace('总第88期', '总第8期'));
    const signer = await house.join('signer', '510000/');
    const county = await house.join('bulletinEditor', '510000/510100/510104/');
    expect((await send(text, '简报.txt', signer)).status).toBe(403);
    // It reads what was issued, and has no part in how that came about.
    expect((await send(text, '简报.txt', county)).status).toBe(403);
    for (const { api } of [signer, county]) {
      await expect(api.bulletins.getBackIssue({ id: waiting.body.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(api.bulletins.dropBackIssue({ id: waiting.body.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    const partner = await house.join('bulletinEditor', '510000/510100/');
    await house.db.updateTable('bulletin_series').set({ circulated: false }).execute();
    expect((await send(text, '简报.txt', partner)).status).toBe(404);
  });
});
