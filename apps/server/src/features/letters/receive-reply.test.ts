import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';

import { replyReceipt } from '@xiuzhi/contract';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { downloadLetter, editDocument, fillLetter, sendReply, textOf } from '../../../test/reply-by-word.ts';

const TEXT = [
  '【概况】乙县面积15～30%为山地，我县目前有耕地。',
  '【户数】全县有七、八户迁入，另有五、六户迁出。',
  '',
].join('\n');

describe('answered letters that come back as Word files', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let guest: Visitor;
  let revisionId: string;
  let letterId: string;
  let sent: Uint8Array<ArrayBuffer>;
  const get = () => lead.api.letters.get({ id: letterId });
  const stored = () => readdirSync(house.objectFolder, { recursive: true }).length;

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/');
    guest = house.visit();
    revisionId = await importText(lead, house.first.provinceId, '乙县年鉴.txt', TEXT);
    for (const seq of [0, 1, 2])
      await lead.api.reviews.decide({ id: revisionId, seq, version: 0, decision: 'opine', wording: `请改${seq}。` });
  });
  afterAll(() => house.close());
  /** A signed letter of three lines for every test. */
  beforeEach(async () => {
    await house.db.deleteFrom('letter').execute();
    const [draft] = await lead.api.letters.draft({ revisionId, kind: 'opinions' });
    letterId = draft!.id;
    await lead.api.letters.sign({ id: letterId, version: draft!.version });
    sent = await downloadLetter(lead, letterId);
  });

  it('are taken from whoever holds the file, without signing in, and kept byte for byte', async () => {
    const filled = fillLetter(sent, { 1: ['已改', ''], 3: ['未改', '原始资料如此'] });
    const { status, body } = await sendReply(guest, filled, '../乙县"回函".docx');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { matched: 2, unmatched: 0, missing: 1, again: false },
    });
    expect(replyReceipt.parse(body)).toEqual(body);
    const letter = await get();
    expect(letter.letterLines.map((line) => [line.answer, line.answerNote, line.answeredVia])).toEqual([
      ['done', null, 'word'],
      [null, null, null],
      ['notDone', '原始资料如此', 'word'],
    ]);
    expect(letter.answeredAt).toBeNull();
    expect(letter.replies).toMatchObject([{ fileName: '乙县回函.docx', receivedBy: null, matched: 2, unmatched: [] }]);
    const original = await lead.fetch(`/api/replies/${letter.replies[0]!.id}/original`);
    expect(new Uint8Array(await original.arrayBuffer())).toEqual(filled);
    const audit = await house.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'letters.receive')
      .execute();
    expect(audit.at(-1)).toMatchObject({ actor_id: null, subject: `reply:${letter.replies[0]!.id}` });
  });

  it('complete the letter when no line is left open, and its task waits for whoever gave it', async () => {
    const first = fillLetter(sent, { 1: ['已改', ''], 2: ['有异议', '见县志'] });
    await sendReply(guest, first);
    const { body } = await sendReply(lead, fillLetter(sent, { 3: ['部分修改', ''] }));
    expect(body).toMatchObject({ matched: 1, missing: 0 });
    const letter = await get();
    expect(letter.answeredAt).not.toBeNull();
    expect(letter.replies.map((reply) => reply.receivedBy)).toEqual([null, expect.stringContaining('甲某')]);
    const task = await house.db
      .selectFrom('task')
      .selectAll()
      .where('subject', '=', `letter:${letterId}`)
      .executeTakeFirst();
    expect(task?.state).toBe('answered');
  });

  it('are matched by number and quote where the table was copied into another file', async () => {
    const copied = editDocument(fillLetter(sent, { 2: ['已改', '已改为“乙县”'] }), (xml) =>
      xml.replaceAll(/<w:bookmark(Start|End)[^>]*\/>/g, ''),
    );
    expect((await sendReply(guest, copied)).body).toMatchObject({ matched: 1, unmatched: 0, missing: 2 });
    expect((await get()).letterLines[1]).toMatchObject({ answer: 'done', answerNote: '已改为“乙县”' });
  });

  it('are shown whole where they answer nothing that was asked', async () => {
    const words = '另有两处笔误，已一并改正。';
    const added = editDocument(sent, (xml) =>
      xml.replace('</w:tbl>', `</w:tbl><w:p><w:r><w:t>${words}</w:t></w:r></w:p>`),
    );
    expect((await sendReply(guest, added)).body).toMatchObject({ matched: 0, unmatched: 1 });
    expect((await get()).replies[0]!.unmatched).toEqual([{ text: words }]);
  });

  it('are taken once, however often they are sent', async () => {
    const filled = fillLetter(sent, { 1: ['已改', ''] });
    const first = await sendReply(guest, filled);
    const second = await sendReply(guest, filled, '再发.docx');
    expect(second.body).toEqual({ ...first.body, again: true });
    expect((await get()).replies).toHaveLength(1);
  });

  it('overrule an earlier file, and never what was answered on screen', async () => {
    await sendReply(guest, fillLetter(sent, { 1: ['未改', '甲'], 2: ['已改', ''] }));
    const [, second] = (await get()).letterLines;
    const { id: lineId, version } = second!;
    await lead.api.letters.answer({ id: letterId, lineId, version, answer: 'contested', note: '电话答复' });
    const { body } = await sendReply(guest, fillLetter(sent, { 1: ['已改', '乙'], 2: ['部分修改', ''] }));
    expect(body).toMatchObject({ matched: 1, unmatched: 1 });
    const letter = await get();
    expect(letter.letterLines.map((line) => [line.answer, line.answerNote])).toEqual([
      ['done', '乙'],
      ['contested', '电话答复'],
      [null, null],
    ]);
    expect(letter.replies.at(-1)!.unmatched).toEqual([
      { text: '第 2 条：屏幕上已答复“有异议：电话答复”，回函写的是“部分修改”。' },
    ]);
  });

  it('are told so where the letter was withdrawn, or is a draft that should not have left the house', async () => {
    const { version } = await get();
    await lead.api.letters.withdraw({ id: letterId, version });
    const withdrawn = await sendReply(guest, fillLetter(sent, { 1: ['已改', ''] }));
    expect(withdrawn).toMatchObject({ status: 422, body: { code: 'withdrawn' } });
    expect((await get()).letterLines.every((line) => line.answer === null)).toBe(true);
    const [draft] = await lead.api.letters.draft({ revisionId, kind: 'opinions' });
    const copy = await downloadLetter(lead, draft!.id);
    expect(textOf(copy)).toContain('请改0。');
    expect(await sendReply(guest, copy)).toMatchObject({ status: 422, body: { code: 'not-signed' } });
  });

  it.each(['secret', 'id'] as const)(
    'are refused and stored nowhere where the %s is not one of ours',
    async (which) => {
      const before = stored();
      const known = house.db.updateTable('letter').where('id', '=', letterId);
      const other = which === 'secret' ? known.set({ secret: '0'.repeat(26) }) : known.set({ id: randomUUID() });
      await house.db.deleteFrom('letter_line').where('letter_id', '=', letterId).execute();
      await other.execute();
      expect(await sendReply(guest, sent)).toMatchObject({ status: 422, body: { code: 'unrecognised' } });
      expect(stored()).toBe(before);
    },
  );

  it('are refused before they are stored where they bear a classification mark', async () => {
    const before = stored();
    const marked = fillLetter(sent, { 1: ['未改', '机密★10年'] });
    const answer = await sendReply(guest, marked);
    expect(answer).toMatchObject({ status: 422, body: { code: 'classified' } });
    expect(stored()).toBe(before);
    expect((await get()).replies).toEqual([]);
  });

  it.each<[string, Uint8Array<ArrayBuffer> | string]>([
    ['no Word file at all', 'MZ not a document'],
    ['nothing', ''],
    ['a zip of other things', new Uint8Array(zipSync({ 'a.txt': strToU8('乙县') }))],
    ['a zip that swells', new Uint8Array(zipSync({ 'word/document.xml': new Uint8Array(400_000_000) }, { level: 9 }))],
    ['noise', new Uint8Array(randomBytes(100_000))],
  ])('are refused in words: %s', async (_what, content) => {
    const answer = await sendReply(house.visit(), content);
    expect(answer.status).toBe(422);
    expect(answer.body['message']).toMatch(/\p{Script=Han}/u);
    expect(house.faults).toEqual([]);
  });

  it('are refused where they are larger than any letter', async () => {
    const answer = await sendReply(guest, new Uint8Array(21 * 1024 * 1024));
    expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  it('must come from a page of ours, and not too often', async () => {
    const form = new FormData();
    form.append('file', new Blob([sent]), '回函.docx');
    expect((await fetch(`${house.url}/api/replies`, { method: 'POST', body: form })).status).toBe(403);
    const answers = await Promise.all(Array.from({ length: 3 }, () => sendReply(guest, sent)));
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(1);
  });
});
