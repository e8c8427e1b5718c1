import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const COUNTY = '510000/510100/510104/';
const CITY = '510000/510100/';
const TEXT = [
  '【概况】乙县面积15～30%为山地，我县目前有耕地。',
  '【户数】全县有七、八户迁入，另有五、六户迁出。',
  '',
].join('\n');

describe('sending a revision up', () => {
  let house: OpenHouse;
  let county: Visitor;
  let city: Visitor;
  let id: string;
  let cityId: string;

  const idOf = async (path: string) =>
    (await house.db.selectFrom('organisation').select('id').where('path', '=', path).executeTakeFirstOrThrow()).id;

  beforeAll(async () => {
    house = await openHouse();
    county = await house.join('reviewLead', COUNTY);
    city = await house.join('reviewLead', CITY);
    cityId = await idOf(CITY);
    id = await importText(county, await idOf(COUNTY), '乙县年鉴.txt', TEXT);
    await county.api.reviews.decide({ id, seq: 0, version: 0, decision: 'correct' });
    await county.api.reviews.decide({ id, seq: 1, version: 0, decision: 'opine', wording: '请改用第三人称。' });
  });
  afterAll(async () => {
    expect(house.faults).toEqual([]);
    await house.close();
  });

  const send = () => county.api.submissions.send({ revisionId: id, officeId: cityId, note: '请审。' });

  it('offers the offices above, the nearest first, and takes no other', async () => {
    const offered = await county.api.submissions.addressees({ revisionId: id });
    expect(offered.map((office) => office.id)).toEqual([cityId, house.first.provinceId]);
    const sibling = await idOf('510000/510300/');
    for (const officeId of [sibling, await idOf(COUNTY)])
      await expect(county.api.submissions.send({ revisionId: id, officeId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('is not for reviewers, nor for an office that does not work on the text', async () => {
    const reviewer = await house.join('reviewer', COUNTY);
    await expect(reviewer.api.submissions.send({ revisionId: id, officeId: cityId })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(city.api.submissions.send({ revisionId: id, officeId: house.first.provinceId })).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    );
  });

  it('opens the text and the findings to the superior, without what the sender decided', async () => {
    await expect(city.api.reviews.index({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const sent = await send();
    expect(sent).toMatchObject({ revisionId: id, to: { id: cityId }, note: '请审。', endedHow: null });
    const index = await city.api.reviews.index({ id });
    expect(new Set(index.decision)).toEqual(new Set([-1]));
    const [first] = await city.api.reviews.findings({ id, from: 0, limit: 1 });
    expect(first).toMatchObject({ decision: null, decidedBy: null, certainty: null, carried: false });
    await expect(send()).rejects.toMatchObject({ code: 'ALREADY_SENT' });
  });

  it('shows it to both offices in their lists, and to no third', async () => {
    const list = (visitor: Visitor, box: 'received' | 'sent') => visitor.api.submissions.list({ box, open: true });
    expect((await list(county, 'sent')).items.map((item) => item.revisionId)).toEqual([id]);
    expect((await list(city, 'received')).items.map((item) => item.revisionId)).toEqual([id]);
    expect((await list(city, 'sent')).items).toEqual([]);
    const { workId } = await city.api.manuscripts.get({ id });
    const other = await county.api.works.create({
      title: '乙县志',
      kind: 'gazetteer',
      recordedYear: null,
      organisationId: await idOf(COUNTY),
    });
    for (const [asked, count] of [
      [workId, 1],
      [other.id, 0],
    ] as const)
      expect((await county.api.submissions.list({ box: 'sent', workId: asked })).items).toHaveLength(count);
    const sibling = await house.join('reviewLead', '510000/510100/510105/');
    for (const box of ['received', 'sent'] as const) expect((await list(sibling, box)).items).toEqual([]);
    await expect(sibling.api.reviews.index({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets the superior alone decide while it is there', async () => {
    const { reviews } = county.api;
    const quote = '我县';
    const start = TEXT.indexOf(quote);
    for (const attempt of [
      () => reviews.decide({ id, seq: 2, version: 0, decision: 'dismiss' }),
      () => reviews.decideMany({ id, rule: 'numerals-approximate-comma', decision: 'dismiss' }),
      () => reviews.undoMany({ id, batch: crypto.randomUUID() }),
      () => reviews.raiseOpinion({ id, start, end: start + 2, quote, wording: '请核实。' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'SENT_UP' });
    const [before] = await city.api.reviews.findings({ id, from: 1, limit: 1 });
    const decided = await city.api.reviews.decide({ id, seq: 1, version: before!.version, decision: 'dismiss' });
    expect(decided).toMatchObject({ decision: 'dismiss', decidedBy: expect.stringContaining('甲某') });
  });

  it('masks below what the superior decides', async () => {
    const index = await county.api.reviews.index({ id });
    expect(new Set(index.decision)).toEqual(new Set([-1]));
    const summary = await county.api.reviews.summary({ id });
    expect(summary.byDecision.find((row) => row.decision === null)?.count).toBe(summary.total);
    const above = await city.api.reviews.summary({ id });
    expect(above.byDecision.find((row) => row.decision === 'dismiss')?.count).toBe(1);
  });

  it('gives the sender its own decisions back when it takes the revision back', async () => {
    const { items } = await county.api.submissions.list({ box: 'sent', revisionId: id });
    await expect(city.api.submissions.withdraw({ id: items[0]!.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await county.api.submissions.withdraw({ id: items[0]!.id })).toMatchObject({ endedHow: 'withdrawn' });
    const findings = await county.api.reviews.findings({ id, from: 0, limit: 2 });
    expect(findings.map((finding) => finding.decision)).toEqual(['correct', 'opine']);
    expect(findings[1]).toMatchObject({ wording: '请改用第三人称。', certainty: 'change' });
    await expect(city.api.reviews.index({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(county.api.submissions.withdraw({ id: items[0]!.id })).rejects.toMatchObject({
      code: 'SUBMISSION_ENDED',
    });
  });

  it('lets the superior give it back by hand, and read on but decide no more', async () => {
    const { id: submissionId } = await send();
    await expect(county.api.submissions.giveBack({ id: submissionId })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await city.api.submissions.giveBack({ id: submissionId })).toMatchObject({ endedHow: 'returned' });
    const [first] = await city.api.reviews.findings({ id, from: 0, limit: 1 });
    expect(first!.decision).toBeNull();
    await expect(
      city.api.reviews.decide({ id, seq: 0, version: first!.version, decision: 'dismiss' }),
    ).rejects.toMatchObject({ code: 'SUBMISSION_ENDED' });
    const [own] = await county.api.reviews.findings({ id, from: 0, limit: 1 });
    expect(own!.decision).toBe('correct');
  });

  it('loses no decision that is made while it is sent', async () => {
    const { length } = (await county.api.reviews.index({ id })).start;
    for (let round = 0; round < 6; round++) {
      const seq = round % length;
      const { version } = (await county.api.reviews.findings({ id, from: seq, limit: 1 }))[0]!;
      const [decided, sent] = await Promise.all([
        county.api.reviews.decide({ id, seq, version, decision: 'verify' }).catch((error: { code: string }) => error),
        send(),
      ]);
      await county.api.submissions.withdraw({ id: sent.id });
      const [after] = await county.api.reviews.findings({ id, from: seq, limit: 1 });
      // Either it was in time and came back, or it was refused.
      if ('code' in decided) expect(['SENT_UP', 'DECISION_CONFLICT']).toContain(decided.code);
      else expect(after!.decision).toBe('verify');
    }
  });

  it('pages through the list by key, the newest first', async () => {
    const all = (await county.api.submissions.list({ box: 'sent', limit: 200 })).items;
    expect(all.length).toBeGreaterThan(6);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await county.api.submissions.list({ box: 'sent', limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(all.map((item) => item.id));
    const times = all.map((item) => item.sentAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('goes with the office it was sent to', async () => {
    const [from, into] = [await idOf('510000/510300/'), cityId];
    const { id: submissionId } = await send();
    const administrator = await house.join('administrator', '510000/');
    const { version } = await administrator.api.organisations.get({ id: into });
    const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await administrator.api.organisations.merge({ id: into, version, intoId: from, on });
    const heir = await house.join('reviewLead', '510000/510300/');
    const { items } = await heir.api.submissions.list({ box: 'received', open: true });
    expect(items).toMatchObject([{ id: submissionId, to: { id: from } }]);
    expect((await heir.api.reviews.index({ id })).decision).not.toEqual([]);
  });
});
