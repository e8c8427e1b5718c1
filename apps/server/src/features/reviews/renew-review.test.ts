import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openCase, type Case } from '../../../test/open-case.ts';

describe('suppressing and reviewing again', () => {
  let its: Case;
  let workId: string;
  beforeEach(async () => {
    its = await openCase();
    ({ workId } = await its.county.api.manuscripts.get({ id: its.id }));
  });
  afterEach(async () => {
    expect(its.house.faults).toEqual([]);
    await its.house.close();
  });

  const all = () => its.county.api.reviews.findings({ id: its.id, from: 0 });
  const find = async (quote: string) => (await all()).find((finding) => finding.quote === quote)!;
  const renew = async (id = its.id) => {
    await its.county.api.reviews.renew({ id });
    await expect
      .poll(async () => (await its.county.api.reviews.run({ id })).state, { timeout: 30_000, interval: 50 })
      .toBe('ready');
  };
  const suppress = async (quote: string, scope: 'quote' | 'rule', reason = '') => {
    const { seq, version } = await find(quote);
    return its.county.api.reviews.suppress({ id: its.id, seq, version, scope, reason });
  };

  it('dismisses these words in the whole book, and does not raise them again', async () => {
    const before = await all();
    const { seqs } = await suppress('我县', 'quote');
    expect((await all()).filter(({ decision }) => decision === 'dismiss').map(({ seq }) => seq)).toEqual(seqs);
    expect((await its.county.api.reviews.suppressions({ workId })).items).toMatchObject([{ quote: '我县' }]);
    await renew();
    expect((await all()).map(({ quote }) => quote)).toEqual(
      before.map(({ quote }) => quote).filter((quote) => quote !== '我县'),
    );
    const next = await its.next();
    const quotes = (await its.county.api.reviews.findings({ id: next, from: 0 })).map(({ quote }) => quote);
    expect(quotes).not.toContain('我县');
  });

  it('wants a reason for a whole rule, and takes both back in one step', async () => {
    await expect(suppress('七、八', 'rule')).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    const { batch, seqs } = await suppress('七、八', 'rule', '本书沿用原档案写法');
    expect(seqs).toHaveLength(2);
    const undone = await its.county.api.reviews.undoMany({ id: its.id, batch });
    expect(undone.seqs).toEqual(seqs);
    expect((await its.county.api.reviews.suppressions({ workId })).items).toEqual([]);
    expect((await all()).every(({ decision }) => decision === null)).toBe(true);
  });

  it('takes it back from the list too, and leaves what was decided anew', async () => {
    const { suppressionId, seqs } = await suppress('七、八', 'rule', '本书沿用原档案写法');
    await its.decide(its.county, seqs[0]!, 'opine');
    const back = await its.county.api.reviews.unsuppress({ workId, suppressionId });
    expect(back.seqs).toEqual([seqs[1]]);
    expect((await all())[seqs[0]!]).toMatchObject({ decision: 'opine' });
    expect(await its.county.api.reviews.unsuppress({ workId, suppressionId })).toEqual({ seqs: [] });
  });

  it('names another version than the last as a conflict', async () => {
    const { seq } = await find('我县');
    const stale = { id: its.id, seq, version: 7, scope: 'quote' as const };
    await expect(its.county.api.reviews.suppress(stale)).rejects.toMatchObject({ code: 'DECISION_CONFLICT' });
  });

  it('never suppresses a political or secrecy matter', async () => {
    const { seq } = await find('我县');
    const political = { family: 'political', suggestion: null };
    await its.house.db.updateTable('finding').set(political).where('seq', '=', seq).execute();
    await expect(suppress('我县', 'quote')).rejects.toMatchObject({ code: 'ONE_BY_ONE' });
    await expect(suppress('我县', 'rule', '不用')).rejects.toMatchObject({ code: 'ONE_BY_ONE' });
  });

  it('keeps decisions, letters and checks where findings get other numbers', async () => {
    const { seq } = await find('五、六');
    await its.decide(its.county, seq, 'opine', '请写确数。');
    await its.sign(its.county);
    const next = await its.next();
    const [line] = await its.county.api.checks.lines({ id: next, from: 0 });
    const { number, version } = line!;
    await its.county.api.checks.overrule({ id: next, number, version, verdict: 'done', note: '已电话核对' });
    const old = await find('五、六');
    await suppress('我县', 'quote');
    await renew();
    const now = await find('五、六');
    expect(now).toMatchObject({ seq: seq - 1, decision: 'opine', wording: '请写确数。' });
    const lines = its.house.db.selectFrom('letter_line').select('findings');
    expect(await lines.execute()).toEqual([{ findings: [now.seq] }]);
    await its.check(next);
    expect(await its.county.api.checks.lines({ id: next, from: 0 })).toMatchObject([
      { overruled: 'done', note: '已电话核对', findings: [now.seq] },
    ]);
    // Whoever still has the old numbers on screen is told to look again.
    const stale = { id: its.id, seq: now.seq, version: old.version, decision: 'dismiss' as const };
    await expect(its.county.api.reviews.decide(stale)).rejects.toMatchObject({ code: 'DECISION_CONFLICT' });
  });

  it('keeps what somebody has worked on even where it is not raised any more', async () => {
    await its.decide(its.county, (await find('我县')).seq, 'opine', '请写作“乙县”。');
    await suppress('目前', 'quote');
    await suppress('我县', 'quote');
    await renew();
    expect(await find('我县')).toMatchObject({ decision: 'opine', wording: '请写作“乙县”。' });
    expect(await find('目前')).toBeUndefined();
  });

  it('reviews one text once at a time', async () => {
    await its.house.db.updateTable('review_run').set({ state: 'running' }).execute();
    await expect(its.county.api.reviews.renew({ id: its.id })).rejects.toMatchObject({ code: 'REVIEWING' });
    expect((await its.county.api.reviews.run({ id: its.id })).state).toBe('running');
  });
});
