import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { importText } from '../../../test/import-text.ts';

const TEXT = [
  '【概况】乙县面积15～30%为山地，我县目前有耕地。',
  '【户数】全县有七、八户迁入，另有五、六户迁出。',
  '',
].join('\n');

describe('deciding findings', () => {
  let house: OpenHouse;
  let editor: Visitor;
  let id: string;

  beforeAll(async () => {
    house = await openHouse();
    editor = await house.join('reviewLead', '510000/');
    id = await importText(editor, house.first.provinceId, '乙县年鉴.txt', TEXT);
  });
  afterAll(() => house.close());

  it('records a decision, its maker and a new version', async () => {
    const [before] = await editor.api.reviews.findings({ id, from: 0, limit: 1 });
    expect(before).toMatchObject({ decision: null, version: 0, rule: 'numerals-range-unit' });
    const after = await editor.api.reviews.decide({ id, seq: 0, version: 0, decision: 'correct' });
    expect(after).toMatchObject({ decision: 'correct', version: 1, decidedBy: expect.stringContaining('甲某') });
    const index = await editor.api.reviews.index({ id });
    expect(index.decision[0]).toBe(1);
  });

  it('tells the second of two people that the first was faster', async () => {
    await expect(editor.api.reviews.decide({ id, seq: 0, version: 0, decision: 'dismiss' })).rejects.toMatchObject({
      code: 'DECISION_CONFLICT',
      defined: true,
      status: 409,
    });
  });

  it('takes a decision back', async () => {
    const undone = await editor.api.reviews.decide({ id, seq: 0, version: 1, decision: null });
    expect(undone).toMatchObject({ decision: null, decidedBy: null, version: 2 });
  });

  it('asks for words where an opinion is raised', async () => {
    await expect(
      editor.api.reviews.decide({ id, seq: 1, version: 0, decision: 'opine', wording: '  ' }),
    ).rejects.toMatchObject({
      code: 'WORDING_REQUIRED',
    });
    const opinion = await editor.api.reviews.decide({
      id,
      seq: 1,
      version: 0,
      decision: 'opine',
      wording: '请改用第三人称𬭎。',
    });
    expect(opinion.wording).toBe('请改用第三人称𬭎。');
  });

  it('decides one rule in bulk and takes the batch back', async () => {
    const rule = 'numerals-approximate-comma';
    const done = await editor.api.reviews.decideMany({ id, rule, decision: 'correct' });
    expect(done.seqs).toHaveLength(2);
    const again = await editor.api.reviews.decideMany({ id, rule, decision: 'dismiss' });
    expect(again.seqs).toEqual([]);
    const undone = await editor.api.reviews.undoMany({ id, batch: done.batch });
    expect(undone.seqs).toEqual(done.seqs);
  });

  it('leaves an audit row of each decision, with ids and hashes and no text', async () => {
    const rows = await house.db.selectFrom('audit_entry').selectAll().where('action', 'like', 'reviews.%').execute();
    expect(rows.map((row) => row.action)).toEqual([
      'reviews.decide',
      'reviews.undo',
      'reviews.decide',
      'reviews.decideMany',
      'reviews.undo',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/\p{Script=Han}/u);
  });

  it('does not let a reader decide, nor another office see', async () => {
    const reader = await house.join('reader', '510000/');
    expect((await reader.api.reviews.findings({ id, from: 0 })).length).toBeGreaterThan(3);
    await expect(reader.api.reviews.decide({ id, seq: 2, version: 0, decision: 'dismiss' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const other = await house.join('reviewLead', '510000/510100/');
    await expect(other.api.reviews.findings({ id, from: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts what is decided in the summary', async () => {
    const summary = await editor.api.reviews.summary({ id });
    const index = await editor.api.reviews.index({ id });
    expect(summary.total).toBe(index.start.length);
    expect(summary.byDecision.find((row) => row.decision === 'opine')?.count).toBe(1);
    expect(house.faults).toEqual([]);
  });

  it('takes numbers and names that no finding can have for a mistake, not for a fault', async () => {
    const huge = 2 ** 40;
    const { reviews, manuscripts, works } = editor.api;
    for (const attempt of [
      () => reviews.findings({ id, from: huge }),
      () => reviews.decide({ id, seq: huge, version: 0, decision: 'dismiss' }),
      () => reviews.decideMany({ id, rule: 'a\0b', decision: 'dismiss' }),
      () => manuscripts.blocks({ id, from: huge }),
      async () => works.update({ id: (await works.list({})).items[0]!.id, version: huge, title: '乙县志' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const twice = await editor.fetch(`/api/revisions/${id}/annotated.docx?decisions=verify&decisions=opine`);
    expect(twice.status).toBe(200);
    expect(house.faults).toEqual([]);
  });

  it('decides more findings of one rule than a statement has parameters', async () => {
    await sql`insert into finding (revision_id, seq, id, rule, family, severity, norm, clause, start_offset, end_offset,
        block, node, quote, message, evidence)
      select ${id}::uuid, 1000000 + n, 'many-' || n, 'many', 'numerals', 'info', '', '', 0, 1, 0, 0, '', '', '[]'
      from generate_series(1, 70000) n`.execute(house.db);
    const done = await editor.api.reviews.decideMany({ id, rule: 'many', decision: 'dismiss' });
    expect(done.seqs).toHaveLength(70_000);
    await sql`delete from finding where rule = 'many'`.execute(house.db);
  });
});
