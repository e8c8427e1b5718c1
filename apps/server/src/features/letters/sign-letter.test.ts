import { addWorkingDays } from '@xiuzhi/domain';
import { readManuscript } from '@xiuzhi/manuscript';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { downloadLetter, textOf } from '../../../test/reply-by-word.ts';
import { loadCalendar } from '../tasks/calendar.ts';

const TEXT = ['【概况】乙县面积15～30%为山地，我县目前有耕地。', '【户数】全县有七、八户迁入。', ''].join('\n');

describe('signing letters', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let revisionId: string;
  let id: string;
  let version: number;
  const get = () => lead.api.letters.get({ id });
  const sign = () => lead.api.letters.sign({ id, version });
  const count = async (table: 'task' | 'letter') =>
    (
      await house.db
        .selectFrom(table)
        .select(sql<number>`count(*)::int`.as('n'))
        .executeTakeFirstOrThrow()
    ).n;

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/');
    revisionId = await importText(lead, house.first.provinceId, '乙县年鉴.txt', TEXT);
    for (const seq of [0, 1])
      await lead.api.reviews.decide({ id: revisionId, seq, version: 0, decision: 'opine', wording: `请改${seq}。` });
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    await sql`delete from letter; delete from task`.execute(house.db);
    const [draft] = await lead.api.letters.draft({ revisionId, kind: 'opinions' });
    ({ id, version } = draft!);
  });
  afterEach(() => expect(house.faults.splice(0)).toEqual([]));

  it('makes the letter out as signed, due after its working days, and gives one task', async () => {
    const draft = textOf(await downloadLetter(lead, id));
    expect(draft).not.toMatch(/\d{4}年\d+月\d+日/);
    const signed = await sign();
    expect(signed).toMatchObject({
      state: 'signed',
      allowed: { edit: false, sign: false, withdraw: true, answer: true },
    });
    expect(signed.signedBy).toContain('甲某');
    // On a weekend or before a holiday the same count of working days is another span of days.
    const { calendar } = await loadCalendar(house.db);
    const signedOn = new Date(Date.parse(signed.signedAt!) + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(signed.dueOn).toBe(addWorkingDays(signedOn, signed.workingDays, calendar));
    expect(signed.workingDays).toBe(20);
    const task = await house.db.selectFrom('task').selectAll().executeTakeFirstOrThrow();
    expect(task).toMatchObject({ subject: `letter:${id}`, state: 'open', due_on: signed.dueOn });
    expect(textOf(await downloadLetter(lead, id))).toMatch(/\d{4}年\d+月\d+日/);
  });

  it('waits until every political and secrecy finding has been looked at', async () => {
    await sql`update finding set family = 'political', suggestion = null where seq = 2`.execute(house.db);
    expect((await get()).unseen).toBe(1);
    await expect(sign()).rejects.toMatchObject({ code: 'LOOK_FIRST' });
    await lead.api.reviews.decide({ id: revisionId, seq: 2, version: 0, decision: 'dismiss' });
    expect(await sign()).toMatchObject({ state: 'signed', unseen: 0 });
  });

  it('refuses a letter that somebody changed since it was read', async () => {
    const [line] = (await get()).letterLines;
    await lead.api.letters.updateLine({ id, lineId: line!.id, version: line!.version, wording: '换了说法。' });
    await expect(sign()).rejects.toMatchObject({ code: 'STALE' });
    await expect(
      lead.api.letters.updateLine({ id, lineId: line!.id, version: line!.version, wording: '又换。' }),
    ).rejects.toMatchObject({ code: 'STALE' });
    await expect(lead.api.letters.update({ id, version, closing: '特此函达。' })).rejects.toMatchObject({
      code: 'STALE',
    });
    await expect(lead.api.letters.discard({ id, version })).rejects.toMatchObject({ code: 'STALE' });
    ({ version } = await get());
    const other = await lead.api.letters.update({ id, version, number: '甲志审〔2026〕1号', workingDays: 5 });
    expect(other).toMatchObject({ number: '甲志审〔2026〕1号', workingDays: 5, version: version + 1 });
  });

  it('refuses a letter of which everything was left out, and one to nobody', async () => {
    await lead.api.letters.update({ id, version, addressee: ' ' });
    ({ version } = await get());
    await expect(sign()).rejects.toMatchObject({ code: 'NO_ADDRESSEE' });
    for (const line of (await get()).letterLines)
      await lead.api.letters.updateLine({ id, lineId: line.id, version: line.version, leftOut: true });
    ({ version } = await get());
    await expect(sign()).rejects.toMatchObject({ code: 'NO_LINES' });
  });

  it('lets one of two who sign at once win, and gives one task', async () => {
    const outcomes = await Promise.allSettled([sign(), sign(), sign()]);
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))).toEqual([
      'NOT_A_DRAFT',
      'NOT_A_DRAFT',
    ]);
    expect(await count('task')).toBe(1);
  });

  it('lets one of two who change it at once win', async () => {
    const changes = ['特此函告。', '特此函达。', '此函。'].map((closing) =>
      lead.api.letters.update({ id, version, closing }),
    );
    const outcomes = await Promise.allSettled(changes);
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(await get()).toMatchObject({ version: version + 1 });
  });

  it('changes nothing after it is signed, nor discards it', async () => {
    await sign();
    const { version: now, letterLines } = await get();
    const [line] = letterLines;
    for (const attempt of [
      () => lead.api.letters.update({ id, version: now, closing: '' }),
      () => lead.api.letters.updateLine({ id, lineId: line!.id, version: line!.version, wording: '换了说法。' }),
      () => lead.api.letters.discard({ id, version: now }),
      () => lead.api.letters.sign({ id, version: now }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_A_DRAFT' });
  });

  it('is taken back whole: a withdrawn letter has no task, takes no answer and is not printed', async () => {
    await sign();
    const { version: now, letterLines } = await get();
    await expect(lead.api.letters.withdraw({ id, version: now - 1 })).rejects.toMatchObject({ code: 'STALE' });
    expect(await lead.api.letters.withdraw({ id, version: now })).toMatchObject({ state: 'withdrawn' });
    await expect(lead.api.letters.withdraw({ id, version: now + 1 })).rejects.toMatchObject({ code: 'NOT_SIGNED' });
    const [line] = letterLines;
    const answer = { id, lineId: line!.id, version: line!.version, answer: 'done' as const };
    await expect(lead.api.letters.answer(answer)).rejects.toMatchObject({ code: 'NOT_SIGNED' });
    expect((await lead.fetch(`/api/letters/${id}/letter.docx`)).status).toBe(409);
    expect(await house.db.selectFrom('task').select('state').execute()).toEqual([{ state: 'withdrawn' }]);
  });

  it('is printed with its register, a long one too, and each print is on record', async () => {
    await sql`insert into letter_line (id, letter_id, number, opinion_id, start_offset, end_offset, block, place, quote,
        wording, certainty)
      select gen_random_uuid(), ${id}::uuid, 100 + n, gen_random_uuid(), n, n + 1, 0, '', '甲', '请改' || n || '处。', 'change'
      from generate_series(1, 60) n`.execute(house.db);
    expect(textOf(await downloadLetter(lead, id))).toContain('请改60处。');
    for (const name of ['register.docx', 'register.xlsx']) {
      const file = await lead.fetch(`/api/letters/${id}/${name}`);
      expect(file.status).toBe(200);
      expect(decodeURIComponent(file.headers.get('content-disposition')!)).toContain('（草稿）');
      expect(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
    for (const name of ['letter.pdf', 'register.pdf']) {
      const file = await lead.fetch(`/api/letters/${id}/${name}`);
      expect(file.status).toBe(200);
      const { volume } = await readManuscript(new Uint8Array(await file.arrayBuffer()), name);
      expect(volume.text.replaceAll(/\s/gu, '')).toContain('请改60处。');
    }
    const audit = house.db.selectFrom('audit_entry').select('id').where('subject', '=', `letter:${id}`);
    expect(await audit.where('action', '=', 'letters.export').execute()).toHaveLength(5);
  });

  it('leaves nothing behind where what follows from it fails', async () => {
    await sql`create function fail() returns trigger language plpgsql as $$ begin raise 'broken'; end $$`.execute(
      house.db,
    );
    await sql`create trigger fail before insert on task for each row execute function fail()`.execute(house.db);
    await expect(sign()).rejects.toMatchObject({ status: 500 });
    await sql`drop trigger fail on task; drop function fail`.execute(house.db);
    expect(house.faults.splice(0)).toHaveLength(1);
    expect(await get()).toMatchObject({ state: 'draft', version, signedAt: null, dueOn: null });
    const audit = house.db.selectFrom('audit_entry').select('id').where('subject', '=', `letter:${id}`);
    expect(await audit.where('action', '=', 'letters.sign').execute()).toEqual([]);
    expect(await sign()).toMatchObject({ state: 'signed' });
  });
});

describe('answering letters on screen', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let id: string;
  const get = () => lead.api.letters.get({ id });

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/');
    const revisionId = await importText(lead, house.first.provinceId, '乙县年鉴.txt', TEXT);
    for (const seq of [0, 1])
      await lead.api.reviews.decide({ id: revisionId, seq, version: 0, decision: 'opine', wording: `请改${seq}。` });
    const [draft] = await lead.api.letters.draft({ revisionId, kind: 'opinions' });
    ({ id } = await lead.api.letters.sign({ id: draft!.id, version: draft!.version }));
  });
  afterAll(() => house.close());

  it('takes one answer a line, with its reason, and tells the slower of two people', async () => {
    const [first] = (await get()).letterLines;
    const answer = { id, lineId: first!.id, version: first!.version };
    await expect(lead.api.letters.answer({ ...answer, answer: 'notDone' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    expect(await lead.api.letters.answer({ ...answer, answer: 'notDone', note: '原始资料如此' })).toMatchObject({
      answer: 'notDone',
      answerNote: '原始资料如此',
      answeredVia: 'screen',
      version: first!.version + 1,
    });
    await expect(lead.api.letters.answer({ ...answer, answer: 'done' })).rejects.toMatchObject({ code: 'STALE' });
  });

  it('is complete when every line is answered, and open again when an answer is taken back', async () => {
    const { version, letterLines } = await get();
    await expect(lead.api.letters.complete({ id, version })).rejects.toMatchObject({ code: 'ANSWERS_MISSING' });
    const second = letterLines[1]!;
    const lineId = second.id;
    await lead.api.letters.answer({ id, lineId, version: second.version, answer: 'done' });
    const complete = await lead.api.letters.complete({ id, version });
    expect(complete.answeredAt).not.toBeNull();
    const again = await lead.api.letters.complete({ id, version: complete.version });
    expect(again).toMatchObject({ answeredAt: complete.answeredAt, version: complete.version });
    expect(await house.db.selectFrom('task').select('state').execute()).toEqual([{ state: 'answered' }]);
    await lead.api.letters.answer({ id, lineId, version: second.version + 1, answer: null });
    expect(await get()).toMatchObject({ answered: 1, answeredAt: null });
    // What is not answered is nobody's done work.
    expect(await house.db.selectFrom('task').select('state').execute()).toEqual([{ state: 'open' }]);
    const audit = await house.db.selectFrom('audit_entry').selectAll().where('action', 'like', 'letters.%').execute();
    expect(JSON.stringify(audit)).not.toMatch(/\p{Script=Han}/u);
    expect(house.faults).toEqual([]);
  });
});
