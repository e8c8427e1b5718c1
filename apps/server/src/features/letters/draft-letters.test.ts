import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const TEXT = [
  '# 概况',
  '【位置】乙县面积15～30%为山地，我县目前有耕地。',
  '# 人口',
  '【户数】全县有七、八户迁入，另有五、六户迁出，还有三、四户暂住。',
  '',
].join('\n');
const COMMA = 'numerals-approximate-comma';

describe('drafting letters', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let workId: string;
  let id: string;
  const draft = (kind: 'opinions' | 'slip' = 'opinions') => lead.api.letters.draft({ revisionId: id, kind });
  const linesOf = async (letterId: string) => (await lead.api.letters.get({ id: letterId })).letterLines;
  const decide = async (seq: number, decision: 'opine' | 'verify' | null, wording: string | null = null) => {
    const [finding] = await lead.api.reviews.findings({ id, from: seq, limit: 1 });
    return lead.api.reviews.decide({ id, seq, version: finding!.version, decision, wording });
  };

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/');
    id = await importText(lead, house.first.provinceId, '乙县年鉴.md', TEXT);
    workId = (await lead.api.works.list({})).items[0]!.id;
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    await sql`delete from letter; delete from opinion; delete from contributor`.execute(house.db);
    await sql`update finding set decision = null, wording = null, decided_by = null, decided_at = null,
      decided_office = null, batch = null, contributor_id = null, certainty = null`.execute(house.db);
  });

  it('has nothing to draft before anything is decided', async () => {
    await expect(draft()).rejects.toMatchObject({ code: 'NO_LINES' });
    await expect(draft('slip')).rejects.toMatchObject({ code: 'NO_LINES' });
    expect((await lead.api.letters.list({})).items).toEqual([]);
  });

  it('makes one line of what was decided in one go, and one each of the others, in text order', async () => {
    await lead.api.reviews.decideMany({ id, rule: COMMA, decision: 'opine', wording: '概数不加顿号。' });
    await decide(0, 'opine', '请补足单位。');
    const [letter, ...others] = await draft();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ kind: 'opinions', state: 'draft', round: 1, lines: 2, addressee: '编辑部' });
    const lines = await linesOf(letter!.id);
    expect(lines.map(({ number, findings, place }) => [number, findings.length, place])).toEqual([
      [1, 1, '概况 › 【位置】'],
      [2, 3, '人口 › 【户数】 等 3 处'],
    ]);
    expect(lines[0]).toMatchObject({ wording: '请补足单位。', suggestion: '15%～30%', leftOut: false });
  });

  it('takes in the opinions that people of the office raised themselves', async () => {
    const opinion = {
      id,
      start: 0,
      end: 2,
      quote: '概况',
      wording: '篇首宜加无题小序。',
      certainty: 'uncertain',
    } as const;
    await lead.api.reviews.raiseOpinion(opinion);
    await decide(0, 'opine', '请补足单位。');
    const [letter] = await draft();
    const lines = await linesOf(letter!.id);
    expect(lines.map((line) => [line.wording, line.findings, line.certainty])).toEqual([
      ['请补足单位。', [0], 'change'],
      ['篇首宜加无题小序。', [], 'uncertain'],
    ]);
  });

  it('brings a draft up to date and keeps what was edited by hand', async () => {
    for (const seq of [0, 1, 2]) await decide(seq, 'opine', `请改${seq}。`);
    const [before] = await draft();
    const [first, second, third] = await linesOf(before!.id);
    await lead.api.letters.updateLine({ id: before!.id, lineId: first!.id, version: 1, wording: '请核对后补足单位。' });
    await lead.api.letters.updateLine({ id: before!.id, lineId: second!.id, version: 1, certainty: 'uncertain' });
    await lead.api.letters.updateLine({ id: before!.id, lineId: third!.id, version: 1, leftOut: true });
    await decide(0, 'opine', '换了说法。');
    await decide(1, 'opine', '请改为第三人称。');
    await lead.api.reviews.decideMany({ id, rule: COMMA, decision: 'opine', wording: '概数不加顿号。' });
    const [after] = await draft();
    expect(after!.id).toBe(before!.id);
    expect(after!.version).toBeGreaterThan(before!.version);
    expect((await linesOf(after!.id)).map((line) => [line.number, line.wording, line.certainty, line.leftOut])).toEqual(
      [
        [1, '请核对后补足单位。', 'change', false],
        [2, '概数不加顿号。', 'change', false],
        [3, '请改为第三人称。', 'uncertain', false],
        [4, '请改2。', 'change', true],
      ],
    );
    await decide(0, null);
    await decide(2, 'verify');
    const [last] = await draft();
    expect((await linesOf(last!.id)).map((line) => line.wording)).toEqual(['概数不加顿号。', '请改为第三人称。']);
  });

  it('leaves a draft alone to which nothing new is to be said', async () => {
    await decide(0, 'opine', '请补足单位。');
    const [before] = await draft();
    expect(await draft()).toEqual([before]);
  });

  it('removes a draft that has no lines left', async () => {
    await decide(0, 'opine', '请补足单位。');
    await draft();
    await decide(0, null);
    expect(await draft()).toEqual([]);
    expect(await house.db.selectFrom('letter').select('id').execute()).toEqual([]);
  });

  it('does not draft again what was signed, and counts the next letter as the next round', async () => {
    await decide(0, 'opine', '请补足单位。');
    const [first] = await draft();
    await lead.api.letters.sign({ id: first!.id, version: first!.version });
    await expect(draft()).rejects.toMatchObject({ code: 'NO_LINES' });
    await decide(1, 'opine', '请改为第三人称。');
    const [second] = await draft();
    expect(second).toMatchObject({ round: 2, lines: 1 });
    const { version } = await lead.api.letters.get({ id: first!.id });
    await lead.api.letters.withdraw({ id: first!.id, version });
    expect(await draft()).toMatchObject([{ id: second!.id, lines: 2 }]);
    expect(await lead.api.letters.sign({ id: second!.id, version: second!.version + 1 })).toMatchObject({ round: 1 });
  });

  it('gives each contributing unit its slip, and moves lines when a place is assigned', async () => {
    const create = (name: string) => lead.api.contributions.create({ workId, name });
    const [archive, office] = [await create('乙县档案馆'), await create('乙县统计局')];
    await lead.api.contributions.assign({ workId, place: '概况', contributorId: archive.id });
    for (const seq of [0, 1, 2, 3, 4]) await decide(seq, 'verify');
    const slips = async () => (await draft('slip')).map((slip) => [slip.addressee, slip.lines]);
    expect(await slips()).toEqual([
      ['', 2],
      ['乙县档案馆', 3],
    ]);
    const unassigned = (await lead.api.letters.list({})).items.find((slip) => slip.contributorId === null)!;
    await expect(lead.api.letters.sign({ id: unassigned.id, version: unassigned.version })).rejects.toMatchObject({
      code: 'NO_ADDRESSEE',
    });
    const [line] = await linesOf(unassigned.id);
    await lead.api.letters.updateLine({ id: unassigned.id, lineId: line!.id, version: 1, wording: '请核实户数。' });
    await lead.api.contributions.assign({ workId, place: '人口 › 【户数】', contributorId: office.id });
    expect(await slips()).toEqual([
      ['乙县档案馆', 3],
      ['乙县统计局', 2],
    ]);
    const moved = (await lead.api.letters.list({})).items.find((slip) => slip.contributorId === office.id)!;
    expect((await linesOf(moved.id)).map((each) => [each.number, each.wording])).toContainEqual([1, '请核实户数。']);
    expect(await lead.api.letters.sign({ id: moved.id, version: moved.version })).toMatchObject({ state: 'signed' });
  });

  it('carries no edit in a political line, and none gets into the row', async () => {
    await sql`update finding set family = 'political' where seq = 0`.execute(house.db).catch(() => {});
    await sql`update finding set family = 'political', suggestion = null where seq = 0`.execute(house.db);
    await decide(0, 'opine', '此处表述请核对依据。');
    const [letter] = await draft();
    expect((await linesOf(letter!.id))[0]).toMatchObject({ suggestion: null, wording: '此处表述请核对依据。' });
    await expect(house.db.updateTable('letter_line').set({ suggestion: '甲' }).execute()).rejects.toThrow(/check/);
    await sql`update finding set family = 'numerals' where seq = 0`.execute(house.db);
  });

  it('makes one draft where two people draft at once', async () => {
    await decide(0, 'opine', '请补足单位。');
    const drafts = await Promise.all(Array.from({ length: 5 }, () => draft()));
    expect(new Set(drafts.map(([letter]) => letter!.id)).size).toBe(1);
    expect(await linesOf(drafts[0]![0]!.id)).toHaveLength(1);
  });

  it('drafts a letter of thousands of lines in a few statements', async () => {
    await sql`insert into finding (revision_id, seq, id, rule, family, severity, norm, clause, start_offset, end_offset,
        block, node, quote, message, evidence, decision, wording, decided_office)
      select ${id}::uuid, 1000 + n, 'many-' || n, 'many', 'numerals', 'info', '', '', n, n + 1, 0, 1 + n % 2, '甲', '', '[]',
        'opine', '请改' || n, ${house.first.provinceId}::uuid from generate_series(1, 3000) n`.execute(house.db);
    const [letter] = await draft();
    expect(letter!.lines).toBe(3_000);
    expect(await draft()).toEqual([letter]);
    await sql`delete from finding where rule = 'many'`.execute(house.db);
    expect(await draft()).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});
