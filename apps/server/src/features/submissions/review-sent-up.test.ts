import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText, untilReady } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const COUNTY = '510000/510100/510104/';
const CITY = '510000/510100/';
const TEXT = [
  '【概况】乙县面积15～30%为山地，我县目前有耕地。',
  '【户数】全县有七、八户迁入，另有五、六户迁出。',
  '',
].join('\n');

/** A county sends up, its city signs its opinions, and the county reads them: one test builds on another. */
describe('a revision from sending up to the signed letter', () => {
  let house: OpenHouse;
  let county: Visitor;
  let city: Visitor;
  let cityName: string;
  let id: string;
  let letterId: string;

  const officeAt = (path: string) =>
    house.db.selectFrom('organisation').select(['id', 'name']).where('path', '=', path).executeTakeFirstOrThrow();
  const decide = async (visitor: Visitor, seq: number, decision: 'dismiss' | 'correct' | 'opine') => {
    const { version } = (await visitor.api.reviews.findings({ id, from: seq, limit: 1 }))[0]!;
    const wording = decision === 'opine' ? '请核对此处。' : null;
    return visitor.api.reviews.decide({ id, seq, version, decision, wording, certainty: 'uncertain' });
  };
  const decisions = async (visitor: Visitor) =>
    (await visitor.api.reviews.findings({ id, from: 0, limit: 4 })).map(({ decision }) => decision);

  /** The count on the page of the work is that of the page of the review. */
  const expectSameCount = async (visitor: Visitor, revisionId = id) => {
    const { undecided } = await visitor.api.manuscripts.get({ id: revisionId });
    const { byDecision } = await visitor.api.reviews.summary({ id: revisionId });
    expect(undecided).toBe(byDecision.find(({ decision }) => decision === null)!.count);
    return undecided;
  };

  beforeAll(async () => {
    house = await openHouse();
    county = await house.join('reviewLead', COUNTY);
    city = await house.join('reviewLead', CITY);
    const office = await officeAt(CITY);
    cityName = office.name;
    id = await importText(county, (await officeAt(COUNTY)).id, '乙县年鉴.txt', TEXT);
    await decide(county, 0, 'correct');
    await decide(county, 1, 'dismiss');
    await decide(county, 2, 'dismiss');
    await county.api.submissions.send({ revisionId: id, officeId: office.id });
  });
  afterAll(async () => {
    expect(house.faults).toEqual([]);
    await house.close();
  });

  it('is read by the superior afresh', async () => {
    expect(await decisions(city)).toEqual([null, null, null, null]);
    await decide(city, 1, 'opine');
    await decide(city, 2, 'opine');
    await decide(city, 3, 'dismiss');
    expect(await expectSameCount(city)).toBe((await expectSameCount(county)) - 3);
    expect(await decisions(county)).toEqual([null, null, null, null]);
  });

  it('goes back with the signed letter, and the county has its task', async () => {
    const [draft] = await city.api.letters.draft({ revisionId: id, kind: 'opinions' });
    letterId = draft!.id;
    const inFull = await city.api.letters.get({ id: letterId });
    const other = inFull.letterLines.find((line) => line.findings.includes(2));
    const { version } = await city.api.letters.updateLine({
      id: letterId,
      lineId: other!.id,
      version: other!.version,
      leftOut: true,
    });
    expect(await decisions(county)).toEqual([null, null, null, null]);
    await city.api.letters.sign({ id: letterId, version });
    const [sent] = (await county.api.submissions.list({ box: 'sent', revisionId: id })).items;
    expect(sent).toMatchObject({ endedHow: 'returned' });
    const [task] = (await county.api.tasks.list({})).items;
    expect(task).toMatchObject({ letterId, kind: 'rectification', assigner: { name: cityName }, state: 'open' });
    expect(task!.workingDaysLeft).toBe(inFull.workingDays);
  });

  it('shows below what the letter says, in the name of the office, and nothing else of the superior', async () => {
    // 0: nothing of the superior; 1: in the letter; 2: left out of it; 3: dismissed, and never decided below.
    expect(await decisions(county)).toEqual(['correct', 'opine', 'dismiss', null]);
    const [, told] = await county.api.reviews.findings({ id, from: 0, limit: 2 });
    expect(told).toMatchObject({ decidedBy: cityName, wording: '请核对此处。', certainty: 'uncertain' });
    const index = await county.api.reviews.index({ id });
    expect(index.decision.slice(0, 4)).toEqual([1, 3, 0, -1]);
    const { byDecision } = await county.api.reviews.summary({ id });
    expect(byDecision.find(({ decision }) => decision === 'opine')?.count).toBe(1);
    expect(byDecision.find(({ decision }) => decision === 'dismiss')?.count).toBe(1);
    expect(await decisions(city)).toEqual([null, 'opine', null, 'dismiss']);
    for (const visitor of [county, city]) await expectSameCount(visitor);
  });

  it('exports below no more than is shown there', async () => {
    const response = await county.fetch(`/api/revisions/${id}/annotated.docx?decisions=dismiss`);
    expect(response.status).toBe(200);
    const findings = await house.db
      .selectFrom('finding')
      .select(['seq', 'decision'])
      .where('revision_id', '=', id)
      .where('decision', '=', 'dismiss')
      .orderBy('seq')
      .execute();
    expect(findings.map(({ seq }) => seq)).toEqual([2, 3]);
    const comments = strFromU8(unzipSync(new Uint8Array(await response.arrayBuffer()))['word/comments.xml']!);
    expect(comments.match(/<w:comment /g)).toHaveLength(1);
  });

  it('shows it on the next revision too, where the same still stands', async () => {
    const { manuscriptId, workId } = await county.api.manuscripts.get({ id });
    const form = new FormData();
    form.append('manuscriptId', manuscriptId);
    form.append('file', new Blob([TEXT.replace('全县', '乙县')]), '乙县年鉴.txt');
    const response = await county.fetch(`/api/works/${workId}/manuscripts`, { method: 'POST', body: form });
    const next = ((await response.json()) as { revisionId: string }).revisionId;
    await untilReady(county, next);
    const checked = async () => (await county.api.checks.get({ id: next })).state;
    await expect.poll(checked, { timeout: 20_000 }).toBe('ready');
    const carried = await county.api.reviews.findings({ id: next, from: 0, limit: 4 });
    expect(carried.map(({ decision }) => decision)).toEqual(['correct', 'opine', 'dismiss', null]);
    expect(carried[1]).toMatchObject({ decidedBy: cityName, carried: true });
    expect(carried[3]!.carried).toBe(true);
    await expectSameCount(county, next);
    await expect(city.api.reviews.findings({ id: next, from: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('hides the decision again when the letter is withdrawn, and ends the task', async () => {
    const { version } = await city.api.letters.get({ id: letterId });
    await city.api.letters.withdraw({ id: letterId, version });
    expect((await decisions(county))[1]).toBeNull();
    expect((await county.api.tasks.list({ open: false })).items[0]).toMatchObject({ state: 'withdrawn' });
  });

  it('lets the county decide again, also in bulk, what stands undecided before it', async () => {
    const rule = (await county.api.reviews.findings({ id, from: 3, limit: 1 }))[0]!.rule;
    const { seqs } = await county.api.reviews.decideMany({ id, rule, decision: 'dismiss' });
    expect(seqs).toContain(3);
    const [mine] = await county.api.reviews.findings({ id, from: 3, limit: 1 });
    expect(mine).toMatchObject({ decision: 'dismiss', decidedBy: expect.stringContaining('甲某') });
    expect((await decisions(city))[3]).toBeNull();
  });
});
