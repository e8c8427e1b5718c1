import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { downloadLetter, fillLetter, sendReply, textOf } from '../../../test/reply-by-word.ts';

const TEXT = ['【概况】乙县面积15～30%为山地，我县目前有耕地。', '【户数】全县有七、八户迁入。', ''].join('\n');
const CITY = '510000/510100/';
const COUNTY = `${CITY}510104/`;

describe('who sees the letters of a text that was sent up', () => {
  let house: OpenHouse;
  /** Lead of the county that works on the text, of the city it goes to, and of another county. */
  let county: Visitor;
  let city: Visitor & { readonly name: string };
  let other: Visitor;
  let revisionId: string;
  let ownSlip: string;
  let id: string;
  const ids = async (visitor: Visitor, box?: 'issued' | 'received') =>
    (await visitor.api.letters.list({ revisionId, ...(box ? { box } : {}) })).items.map((letter) => letter.id);
  const officeOf = async (path: string) =>
    (await house.db.selectFrom('organisation').select('id').where('path', '=', path).executeTakeFirstOrThrow()).id;

  beforeAll(async () => {
    house = await openHouse();
    county = await house.join('reviewLead', COUNTY);
    city = await house.join('reviewLead', CITY);
    other = await house.join('reviewLead', `${CITY}510105/`);
    revisionId = await importText(county, await officeOf(COUNTY), '乙县年鉴.txt', TEXT);
    await county.api.reviews.decide({ id: revisionId, seq: 0, version: 0, decision: 'verify' });
    await sql`update finding set family = 'political', suggestion = null where seq = 3`.execute(house.db);
    await county.api.reviews.decide({ id: revisionId, seq: 3, version: 0, decision: 'dismiss' });
    ownSlip = (await county.api.letters.draft({ revisionId, kind: 'slip' }))[0]!.id;
  });
  afterAll(() => house.close());

  it('keeps drafts of the county from the city, and from the other county', async () => {
    expect(await ids(county)).toEqual([ownSlip]);
    for (const visitor of [city, other, await house.join('administrator', '510000/')]) {
      expect(await ids(visitor)).toEqual([]);
      await expect(visitor.api.letters.get({ id: ownSlip })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await visitor.fetch(`/api/letters/${ownSlip}/letter.docx`)).status).toBe(404);
    }
    expect((await house.visit().fetch(`/api/letters/${ownSlip}/letter.docx`)).status).toBe(401);
    await expect(city.api.letters.draft({ revisionId, kind: 'opinions' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets the office alone draft that the text was sent to', async () => {
    await county.api.submissions.send({ revisionId, officeId: await officeOf(CITY) });
    await expect(county.api.letters.draft({ revisionId, kind: 'slip' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(other.api.letters.draft({ revisionId, kind: 'opinions' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    // What the county looked at before counts for its own letters, not for those of the city.
    expect(await county.api.letters.get({ id: ownSlip })).toMatchObject({ lines: 1, unseen: 0 });
    const findings = await city.api.reviews.findings({ id: revisionId, from: 0 });
    for (const { seq, version } of findings.slice(0, 2))
      await city.api.reviews.decide({ id: revisionId, seq, version, decision: 'opine', wording: `请改${seq}。` });
    const [draft] = await city.api.letters.draft({ revisionId, kind: 'opinions' });
    id = draft!.id;
    expect(draft).toMatchObject({ office: { id: await officeOf(CITY) }, reviewed: { id: await officeOf(COUNTY) } });
    expect(draft!.addressee).toBe(draft!.reviewed.name);
    const { version } = draft!;
    await expect(city.api.letters.sign({ id, version })).rejects.toMatchObject({ code: 'LOOK_FIRST' });
    const political = findings[3]!;
    await city.api.reviews.decide({ id: revisionId, seq: 3, version: political.version, decision: 'dismiss' });
  });

  it('keeps the draft from the office reviewed until it is signed, and who signed it for ever', async () => {
    expect(await ids(county)).toEqual([ownSlip]);
    await expect(county.api.letters.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const reviewer = await house.join('reviewer', CITY);
    const { version } = await city.api.letters.get({ id });
    await expect(reviewer.api.letters.sign({ id, version })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const signed = await city.api.letters.sign({ id, version });
    const { person } = await city.api.accounts.me();
    expect(signed.signedBy).toBe(person.displayName);
    const received = await county.api.letters.get({ id });
    expect(received).toMatchObject({
      state: 'signed',
      signedBy: null,
      unseen: 0,
      allowed: { withdraw: false, answer: true },
    });
    expect(JSON.stringify(received)).not.toContain(person.displayName);
    expect(textOf(await downloadLetter(county, id))).not.toContain(person.displayName);
    expect([await ids(county, 'received'), await ids(county, 'issued')]).toEqual([[id], [ownSlip]]);
    expect([await ids(city, 'received'), await ids(city, 'issued')]).toEqual([[], [id]]);
    expect(await ids(other)).toEqual([]);
    await expect(other.api.letters.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is answered by the office reviewed, not by the one that asks; who sent the file in is for their own', async () => {
    const [line] = (await city.api.letters.get({ id })).letterLines;
    const answer = { id, lineId: line!.id, version: line!.version, answer: 'done' as const };
    await expect(city.api.letters.answer(answer)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(other.api.letters.answer(answer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const reader = await house.join('reader', COUNTY);
    await expect(reader.api.letters.answer(answer)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await county.api.letters.answer(answer);
    await sendReply(county, fillLetter(await downloadLetter(county, id), { 2: ['有异议', '见县志'] }));
    const { person } = await county.api.accounts.me();
    const replies = async (visitor: Visitor) => (await visitor.api.letters.get({ id })).replies;
    expect((await replies(county))[0]!.receivedBy).toBe(person.displayName);
    const [seen] = await replies(city);
    expect(seen).toMatchObject({ receivedBy: null, matched: 2 });
    expect((await city.fetch(`/api/replies/${seen!.id}/original`)).status).toBe(200);
    expect((await other.fetch(`/api/replies/${seen!.id}/original`)).status).toBe(404);
    expect((await other.fetch(`/api/letters/${id}/register.xlsx`)).status).toBe(404);
    await expect(county.api.letters.withdraw({ id, version: 2 })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('gives the text back with the letter: the county drafts again, the city no more', async () => {
    await expect(city.api.letters.draft({ revisionId, kind: 'opinions' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    // The city's opinion on the finding has gone out: there is nothing left to ask the unit about it.
    expect(await county.api.letters.draft({ revisionId, kind: 'slip' })).toEqual([]);
  });

  it('sends no letter on a text that was taken back', async () => {
    const third = await importText(county, await officeOf(COUNTY), '丙.txt', TEXT);
    const sent = await county.api.submissions.send({ revisionId: third, officeId: await officeOf(CITY) });
    const [finding] = await city.api.reviews.findings({ id: third, from: 0, limit: 1 });
    const { seq, version } = finding!;
    await city.api.reviews.decide({ id: third, seq, version, decision: 'opine', wording: '请改。' });
    const [draft] = await city.api.letters.draft({ revisionId: third, kind: 'opinions' });
    await county.api.submissions.withdraw({ id: sent.id });
    expect((await city.api.letters.get({ id: draft!.id })).allowed.sign).toBe(false);
    await expect(city.api.letters.sign({ id: draft!.id, version: draft!.version })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('pages newest first, and comes to an end', async () => {
    await sql`insert into letter (id, secret, kind, revision_id, office_id, addressee, round, preamble, closing,
        working_days, state, created_by, signed_at, created_at)
      select gen_random_uuid(), '', 'opinions', revision_id, office_id, '', n, '', '', 1, 'signed', created_by, now(),
        '2020-01-01'::timestamptz from letter, generate_series(1, 7) n where letter.id = ${id}`.execute(house.db);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof city.api.letters.list>> = await city.api.letters.list({
        limit: 3,
        revisionId,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map((letter) => letter.id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
    expect(seen[0]).toBe(id);
    await expect(city.api.letters.list({ cursor: 'bm90IG91cnM' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(house.faults).toEqual([]);
  });
});
