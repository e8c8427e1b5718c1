import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { INTAKE_PATHS, openIntake, openPoliticalWork, type Intake } from '../../../test/open-intake.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.house.close());

const send = async (title = '我县启动镇村志编修') => intake.reporter.api.dispatches.send(await intake.copy({ title }));
const itemsOf = async (id: string) => (await intake.editor.api.bulletins.get({ id })).bulletinItems;

describe('copy that is taken', () => {
  it('stands in the draft under its column, and the sender is told that it was taken and no more', async () => {
    const { id, version } = await send();
    const issueId = await intake.draft();
    const taken = await intake.editor.api.dispatches.take({ id, version, issueId, column: '市州动态' });
    expect(taken).toMatchObject({ state: 'taken', issueId, issueNumber: null });
    const copy = await intake.copy();
    expect(await itemsOf(issueId)).toMatchObject([
      { dispatchId: id, column: '市州动态', title: copy.title, body: copy.body, source: copy.source },
    ]);
    expect(await intake.reporter.api.dispatches.get({ id })).toMatchObject({
      state: 'taken',
      issueId: null,
      issueNumber: null,
      allowed: { withdraw: false },
    });
  });

  it('shows the number of its issue once that is signed, and cannot be put back any more', async () => {
    const { id, version } = await send('我县年鉴出版');
    const issueId = await intake.draft();
    const { version: after } = await intake.editor.api.dispatches.take({ id, version, issueId, column: null });
    await intake.house.db
      .updateTable('bulletin_issue')
      .set({ state: 'signed', signed_at: new Date(), year: 2026, number: 12, total: 88 })
      .where('id', '=', issueId)
      .execute();
    expect(await intake.reporter.api.dispatches.get({ id })).toMatchObject({
      issueId,
      issueNumber: '2026年第12期（总第88期）',
    });
    await expect(intake.editor.api.dispatches.putBack({ id, version: after })).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
    expect((await intake.reporter.api.dispatches.get({ id })).state).toBe('taken');
  });

  it.each<[string, string, () => Promise<{ issueId: string; column: string | null }>]>([
    [
      'a column that there is not',
      'COLUMN_UNKNOWN',
      async () => ({ issueId: await intake.draft(), column: '他山之石' }),
    ],
    ['no issue', 'NOT_FOUND', async () => ({ issueId: intake.seriesId, column: null })],
    ['an issue of another series', 'NOT_FOUND', async () => ({ ...(await openPoliticalWork(intake)), column: null })],
  ])('goes into %s by no means, and stays as it was', async (_name, code, into) => {
    const { id, version } = await send();
    const { issueId, column } = await into();
    await expect(intake.editor.api.dispatches.take({ id, version, issueId, column })).rejects.toMatchObject({ code });
    expect(await intake.reporter.api.dispatches.get({ id })).toMatchObject({ state: 'sent', version });
  });

  it('is open again when it is put back, and when its item is taken out of the draft', async () => {
    const { api } = intake.editor;
    const { id, version } = await send();
    const issueId = await intake.draft();
    const taken = await api.dispatches.take({ id, version, issueId, column: null });
    const open = await api.dispatches.putBack({ id, version: taken.version });
    expect(open).toMatchObject({ state: 'sent', issueId: null, decidedAt: null });
    expect(await itemsOf(issueId)).toEqual([]);
    await api.dispatches.take({ id, version: open.version, issueId, column: null });
    const [item] = await itemsOf(issueId);
    await api.bulletins.removeItem({ id: item!.id, version: item!.version });
    expect(await api.dispatches.get({ id })).toMatchObject({ state: 'sent', issueId: null });
    const again = await api.dispatches.get({ id });
    await api.dispatches.take({ id, version: again.version, issueId, column: null });
    const { version: issueVersion } = await api.bulletins.get({ id: issueId });
    await api.bulletins.discard({ id: issueId, version: issueVersion });
    expect(await api.dispatches.get({ id })).toMatchObject({ state: 'sent', issueId: null });
  });

  it('is taken once where two editors take it at the same time', async () => {
    const other = await intake.join('bulletinEditor', INTAKE_PATHS.province);
    const { id, version } = await send();
    const issueId = await intake.draft();
    const outcomes = await Promise.allSettled(
      [intake.editor, other].map(({ api }) => api.dispatches.take({ id, version, issueId, column: null })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await itemsOf(issueId)).length).toBe(1);
  });
});

describe('copy that is not taken', () => {
  it('is declined with a reason that its sender reads, and can be put back', async () => {
    const { api } = intake.editor;
    const { id, version } = await send();
    await expect(api.dispatches.decline({ id, version, reason: ' ' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    await expect(intake.reporter.api.dispatches.decline({ id, version, reason: '不用' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const declined = await api.dispatches.decline({ id, version, reason: '与上期内容相近，可补充成效后再报。' });
    expect(await intake.reporter.api.dispatches.get({ id })).toMatchObject({
      state: 'declined',
      reason: '与上期内容相近，可补充成效后再报。',
    });
    expect(await api.dispatches.putBack({ id, version: declined.version })).toMatchObject({
      state: 'sent',
      reason: null,
    });
  });
});

describe('calls for copy', () => {
  it('are seen below, answered, and ended by the office that called', async () => {
    const { api } = intake.editor;
    const base = { seriesId: intake.seriesId, topic: '镇村志编修经验', note: '1500字以内', column: '特别关注' };
    const call = await api.dispatches.call({ ...base, dueOn: '2999-01-01' });
    const [seen] = (await intake.reporter.api.dispatches.listCalls({ open: true })).items;
    expect(seen).toMatchObject({ ...base, received: 0, allowed: { end: false } });
    await intake.reporter.api.dispatches.send(await intake.copy({ callId: call.id }));
    const neighbour = await intake.join('reporter', INTAKE_PATHS.neighbour);
    const counts = async ({ api: one }: Intake['editor']) => (await one.dispatches.listCalls({})).items[0]!.received;
    expect([await counts(intake.editor), await counts(intake.reporter), await counts(neighbour)]).toEqual([1, 1, 0]);
    expect((await api.dispatches.list({ box: 'received', callId: call.id })).items).toHaveLength(1);
    await expect(intake.reporter.api.dispatches.endCall({ id: call.id })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect((await api.dispatches.endCall({ id: call.id })).endedAt).not.toBe(null);
    await expect(api.dispatches.endCall({ id: call.id })).rejects.toMatchObject({ code: 'CALL_ENDED' });
    const late = await intake.copy({ callId: call.id });
    await expect(intake.reporter.api.dispatches.send(late)).rejects.toMatchObject({ code: 'CALL_ENDED' });
  });

  it('are refused for a day that is over, a column that there is not, a series that takes nothing in', async () => {
    const { api } = intake.editor;
    const base = { seriesId: intake.seriesId, topic: '经验', note: '', column: null, dueOn: '2999-01-01' };
    const { seriesId } = await openPoliticalWork({
      ...intake,
      editor: await intake.join('bulletinEditor', '510000/'),
    }).catch(async () => ({ seriesId: intake.house.first.provinceId }));
    for (const [over, code] of [
      [{ dueOn: '2020-01-01' }, 'BAD_DUE_DAY'],
      [{ column: '他山之石' }, 'COLUMN_UNKNOWN'],
      [{ note: '秘密★' }, 'CLASSIFIED'],
      [{ seriesId }, 'NOT_FOUND'],
    ] as const)
      await expect(api.dispatches.call({ ...base, ...over })).rejects.toMatchObject({ code });
    await expect(intake.reporter.api.dispatches.call(base)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('moves with its office when that is merged into another', async () => {
  const { id } = await send('我县方志馆开馆');
  const chief = await intake.join('administrator', INTAKE_PATHS.province);
  const idOf = async (path: string) =>
    (await intake.house.db.selectFrom('organisation').select('id').where('path', '=', path).executeTakeFirstOrThrow())
      .id;
  const [fromId, intoId] = [await idOf(INTAKE_PATHS.county), await idOf(INTAKE_PATHS.neighbour)];
  const { version } = await chief.api.organisations.get({ id: fromId });
  await chief.api.organisations.merge({ id: fromId, version, intoId, on: '2026-11-01' });
  const { from } = await intake.editor.api.dispatches.get({ id });
  expect(from.id).toBe(intoId);
  expect(intake.house.faults).toEqual([]);
});
