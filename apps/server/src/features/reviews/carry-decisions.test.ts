import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { carryDecisions } from './carry-decisions.ts';

const PROVINCE = '510000/';
const TEXT = [
  '【概况】乙县面积15～30%为山地，我县目前有耕地。',
  '【户数】全县有七、八户迁入，另有五、六户迁出。',
  '',
].join('\n');

describe('carrying decisions to the next revision', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let old: string;
  let fresh: string;

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', PROVINCE);
    old = await importText(lead, house.first.provinceId, '乙县年鉴.txt', TEXT);
    fresh = await importText(lead, house.first.provinceId, '乙县年鉴.txt', TEXT);
  });
  afterAll(async () => {
    expect(house.faults).toEqual([]);
    await house.close();
  });

  const carry = (carried: [number, number][]) =>
    house.db.transaction().execute((tx) => carryDecisions(tx, { revisionId: fresh, againstId: old, carried }));
  const findings = () => lead.api.reviews.findings({ id: fresh, from: 0, limit: 5 });

  it('takes them along, but never over a new one, nor an edit that has nothing to take', async () => {
    const found = await lead.api.reviews.findings({ id: old, from: 0, limit: 5 });
    const unfixable = found.findIndex((finding) => finding.suggestion === null);
    const fixable = found.findIndex((finding) => finding.suggestion !== null);
    const [first, second] = found.map(({ seq }) => seq).filter((seq) => seq !== unfixable && seq !== fixable);
    const contributor = await lead.api.contributions.create({
      workId: (await lead.api.manuscripts.get({ id: old })).workId,
      name: '乙县水务局',
    });
    const { reviews } = lead.api;
    await reviews.decide({ id: old, seq: fixable, version: 0, decision: 'correct' });
    await reviews.decide({ id: old, seq: first!, version: 0, decision: 'verify', contributorId: contributor.id });
    await reviews.decide({
      id: old,
      seq: second!,
      version: 0,
      decision: 'opine',
      wording: '旧',
      certainty: 'uncertain',
    });
    await reviews.decide({ id: fresh, seq: second!, version: 0, decision: 'dismiss' });
    await carry([
      [fixable, fixable],
      [unfixable, fixable],
      [first!, first!],
      [second!, second!],
    ]);
    const after = await findings();
    expect(after[fixable]).toMatchObject({ decision: 'correct', carried: true, version: 1 });
    expect(after[unfixable]).toMatchObject({ decision: null, carried: true, version: 0 });
    expect(after[first!]).toMatchObject({ decision: 'verify', contributorId: contributor.id, carried: true });
    expect(after[first!]!.decidedBy).toMatch(/^甲某/);
    expect(after[second!]).toMatchObject({ decision: 'dismiss', wording: null, carried: true, version: 1 });
    const index = await reviews.index({ id: fresh });
    expect(index.carried.filter(Boolean)).toHaveLength(4);
    expect((await reviews.index({ id: old })).carried.some(Boolean)).toBe(false);
  });

  it('takes no unit of another work', async () => {
    const { seq, version } = (await findings()).find((finding) => finding.decision === null)!;
    const other = await lead.api.contributions.create({
      workId: (await lead.api.manuscripts.get({ id: old })).workId,
      name: '乙县林业局',
    });
    await expect(
      lead.api.reviews.decide({ id: fresh, seq, version, decision: 'verify', contributorId: other.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says so in the audit once a check, and nothing where there is nothing to carry', async () => {
    await carry([]);
    const rows = await house.db
      .selectFrom('audit_entry')
      .select('subject')
      .where('action', '=', 'reviews.carry')
      .execute();
    expect(rows).toEqual([{ subject: `revision:${fresh}` }]);
  });
});
