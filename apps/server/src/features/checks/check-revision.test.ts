import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { untilReady } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { onRevisionRead } from './on-revision-read.ts';

const BOOK = [
  '# 概况',
  '乙县位于甲市东部，年内新修渠道两条。',
  '会议于２０２３年召开，县里各部门负责人参加。',
  '# 林业',
  '年内补植苗木，林场长５６千米，由有关方面管护。',
  '表1 林场面积',
  '| 林场 | 面积（公顷） |\n| --- | --- |\n| 东山 | 120 |\n| 西山 | 80 |\n| 北坡 | 60 |\n| 合计 | 270 |',
  '春季造林于１９９８年开始，群众积极参加。',
].join('\n\n');

const MENDED = BOOK.replace('２０２３年', '2023年')
  .replace('| 西山 | 80 |', '| 西山 | 90 |')
  .replace('由有关方面管护', '由县林业局管护')
  .replace('# 林业', '年内新增水库库容３０万立方米，供水能力提高。\n\n# 林业');

describe('the check of a new revision', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let workId: string;
  let old: string;
  let fresh: string;

  const importRevision = async (content: string, manuscriptId?: string) => {
    const form = new FormData();
    if (manuscriptId) form.append('manuscriptId', manuscriptId);
    form.append('file', new Blob([content]), '乙县年鉴.md');
    const response = await lead.fetch(`/api/works/${workId}/manuscripts`, { method: 'POST', body: form });
    const { revisionId } = (await response.json()) as { revisionId: string };
    return untilReady(lead, revisionId);
  };
  const untilChecked = async (id: string) => {
    for (;;) {
      const check = await lead.api.checks.get({ id });
      if (check.state !== 'running') return check;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const decide = async (quote: string, decision: 'correct' | 'opine' | 'dismiss') => {
    const findings = await lead.api.reviews.findings({ id: old, from: 0, limit: 200 });
    const finding = findings.find((each) => each.quote.includes(quote));
    if (!finding) throw new Error(`no finding on ${quote}: ${findings.map((each) => each.quote).join(' / ')}`);
    const wording = decision === 'opine' ? '请核对此处。' : null;
    await lead.api.reviews.decide({ id: old, seq: finding.seq, version: finding.version, decision, wording });
  };

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/510100/');
    const { person } = await lead.api.accounts.me();
    const organisationId = person.posts[0]!.organisation.id;
    const work = await lead.api.works.create({ title: '乙县年鉴（2024）', kind: 'yearbook', organisationId });
    workId = work.id;
    old = await importRevision(BOOK);
    await decide('２０２３', 'correct');
    await decide('５６', 'opine');
    await decide('270', 'opine');
    await decide('１９９８', 'dismiss');
    const outline = await lead.api.manuscripts.blocks({ id: old, from: 0, limit: 50 });
    const block = outline.find(({ text }) => text.includes('有关方面'))!;
    const start = block.start + block.text.indexOf('有关方面');
    const raise = { id: old, start, end: start + 4, quote: '有关方面', wording: '请写明管护单位。' };
    await lead.api.reviews.raiseOpinion(raise);
    await lead.api.reviews.raiseOpinion({
      ...raise,
      wording: '是否需要说明管护办法，请研究。',
      certainty: 'uncertain',
    });
    const { manuscriptId } = await lead.api.manuscripts.get({ id: old });
    fresh = await importRevision(MENDED, manuscriptId);
    await untilChecked(fresh);
  });
  afterAll(() => house.close());

  it('says of each what became of it, uncertain ones apart', async () => {
    const lines = await lead.api.checks.lines({ id: fresh, from: 0 });
    expect(lines.map(({ source, quote, verdict, certainty }) => [source, quote, verdict, certainty])).toEqual([
      ['correction', '２０２３', 'done', 'change'],
      ['opinion', '５６', 'notDone', 'change'],
      ['opinion', '有关方面', 'person', 'change'],
      ['opinion', '有关方面', 'person', 'uncertain'],
      // The total stands as it stood: a row above it was mended.
      ['opinion', '270', 'done', 'change'],
    ]);
    const check = await lead.api.checks.get({ id: fresh });
    expect(check).toMatchObject({
      state: 'ready',
      against: { revisionId: old, number: 1 },
      number: 2,
      counts: { done: 2, partly: 0, notDone: 1, gone: 0, person: 1 },
      uncertain: 1,
      lines: 5,
      newFindings: 1,
    });
  });

  it('brings the decisions on what still stands along', async () => {
    const findings = await lead.api.reviews.findings({ id: fresh, from: 0, limit: 200 });
    const of = (quote: string) => findings.find((finding) => finding.quote.includes(quote));
    expect(of('５６')).toMatchObject({ carried: true, decision: 'opine', wording: '请核对此处。' });
    expect(of('１９９８')).toMatchObject({ carried: true, decision: 'dismiss' });
    expect(of('３０')).toMatchObject({ carried: false, decision: null });
    expect(of('２０２３')).toBeUndefined();
  });

  it('shows both texts side by side', async () => {
    const { items, next } = await lead.api.checks.rows({ id: fresh, from: 0, changedOnly: true });
    expect(next).toBeNull();
    expect(items.map(({ kind, before, after }) => [kind, before.length, after.length])).toEqual([
      ['edited', 1, 1],
      ['added', 0, 1],
      ['edited', 1, 1],
      ['edited', 1, 1],
    ]);
    const all = await lead.api.checks.rows({ id: fresh, from: 0, limit: 3 });
    expect(all.items).toHaveLength(3);
    expect(all.next).toBe(3);
  });

  it('lets a reviewer overrule, tells of conflicts, and keeps the word through another check', async () => {
    const command = { id: fresh, number: 2, version: 1, verdict: 'partly', note: '单位来电说明' } as const;
    expect(await lead.api.checks.overrule(command)).toMatchObject({
      verdict: 'notDone',
      overruled: 'partly',
      note: '单位来电说明',
      version: 2,
    });
    await expect(lead.api.checks.overrule({ ...command, verdict: 'done' })).rejects.toMatchObject({ code: 'STALE' });
    await lead.api.checks.run({ id: fresh });
    expect((await untilChecked(fresh)).counts).toMatchObject({ done: 2, partly: 1, notDone: 0 });
    const [line] = await lead.api.checks.lines({ id: fresh, from: 1, limit: 1 });
    expect(line).toMatchObject({ number: 2, overruled: 'partly', note: '单位来电说明' });
    expect(await lead.api.checks.lines({ id: fresh, from: 0, verdict: 'partly' })).toHaveLength(1);
  });

  it('writes the table for Word and Excel', async () => {
    for (const extension of ['docx', 'xlsx']) {
      const response = await lead.fetch(`/api/revisions/${fresh}/check.${extension}`);
      expect(response.status).toBe(200);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK');
      expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain('整改核对表');
    }
  });

  it('is nobody else’s: not of a county, not of the province, not of who may only read', async () => {
    const others = [await house.join('reviewLead', '510000/510100/510104/'), await house.join('reviewLead', '510000/')];
    for (const other of others) {
      await expect(other.api.checks.get({ id: fresh })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(other.api.checks.lines({ id: fresh, from: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(other.api.checks.rows({ id: fresh, from: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await other.fetch(`/api/revisions/${fresh}/check.xlsx`)).status).toBe(404);
    }
    const reader = await house.join('reader', '510000/510100/');
    expect((await reader.api.checks.get({ id: fresh })).allowed).toEqual({ overrule: false, run: false });
    const command = { id: fresh, number: 1, version: 1, verdict: null };
    await expect(reader.api.checks.overrule(command)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is made where the revision before became readable later', async () => {
    await house.db.deleteFrom('rectification_check').where('revision_id', '=', fresh).execute();
    const event = { revisionId: old } as Parameters<ReturnType<typeof onRevisionRead>>[1];
    await house.db.transaction().execute((tx) => onRevisionRead(house.jobs)(tx, event));
    expect((await untilChecked(fresh)).state).toBe('ready');
  });

  it('has nothing to say of a first revision', async () => {
    await expect(lead.api.checks.get({ id: old })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(lead.api.checks.run({ id: old })).rejects.toMatchObject({ code: 'NOTHING_BEFORE' });
  });

  it('leaves no fault behind', () => expect(house.faults).toEqual([]));
});
