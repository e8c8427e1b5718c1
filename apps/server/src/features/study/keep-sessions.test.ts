import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { INTAKE_PATHS, openIntake, openPoliticalWork, type Intake } from '../../../test/open-intake.ts';

let intake: Intake;
let issueId: string;
beforeAll(async () => {
  intake = await openIntake();
  ({ issueId } = await openPoliticalWork(intake));
});
afterAll(() => intake.house.close());

type SessionInput = Parameters<Intake['editor']['api']['study']['record']>[0];

const session = (over: Partial<SessionInput> = {}): SessionInput => ({
  kind: 'study',
  heldOn: '2026-11-18',
  title: '2026年第三次中心组学习',
  record: {
    host: { name: '王某', post: '党组书记、主任' },
    documents: [{ title: '《关于为基层减负的若干规定》', level: 'central' }],
    speakers: [],
    attendance: [
      { rank: '副主任', names: '周某' },
      { rank: '副主任', names: '安某' },
    ],
    opinions: [
      { text: '抓好资料收集', points: [] },
      { text: '推进年鉴编纂', points: ['收齐稿件', '完成初审'] },
    ],
  },
  ...over,
});

describe('a record', () => {
  it('keeps what was entered in the order entered, and is listed by its day', async () => {
    const { api } = intake.editor;
    const first = await api.study.record(session());
    const later = await api.study.record(session({ heldOn: '2026-11-20', title: '党组会议', kind: 'partyGroup' }));
    expect(first.record.attendance.map(({ names }) => names)).toEqual(['周某', '安某']);
    const page = await api.study.list({ limit: 1 });
    const rest = await api.study.list({ cursor: page.next! });
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual([later.id, first.id]);
  });

  it('is changed by its version, and removed', async () => {
    const { api } = intake.editor;
    const { id, version } = await api.study.record(session());
    const changed = await api.study.update({ ...session({ title: '第四次学习' }), id, version });
    expect(changed).toMatchObject({ title: '第四次学习', version: version + 1 });
    await expect(api.study.update({ ...session(), id, version })).rejects.toMatchObject({ code: 'STALE' });
    await api.study.remove({ id, version: changed.version });
    await expect(api.study.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[string, string, Partial<SessionInput>]>([
    ['a day to come', 'BAD_DAY', { heldOn: '2999-01-01' }],
    ['a mark in its title', 'CLASSIFIED', { title: '机密★1年' }],
    [
      'a mark deep inside',
      'CLASSIFIED',
      { record: { ...session().record, opinions: [{ text: '要求', points: ['内部资料 注意保存'] }] } },
    ],
  ])('with %s is refused, and nothing is kept', async (_name, code, over) => {
    const count = async () => (await intake.house.db.selectFrom('study_session').select('id').execute()).length;
    const before = await count();
    await expect(intake.editor.api.study.record(session(over))).rejects.toMatchObject({ code });
    expect(await count()).toBe(before);
  });

  it('is seen by those of the office who deal with bulletins, and by nobody else', async () => {
    const { id } = await intake.editor.api.study.record(session());
    const officer = await intake.join('secrecyOfficer', INTAKE_PATHS.province);
    expect((await officer.api.study.get({ id })).allowed).toEqual({ edit: false });
    await expect(officer.api.study.remove({ id, version: 1 })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    for (const [role, path] of [
      ['reporter', INTAKE_PATHS.province],
      ['bulletinEditor', INTAKE_PATHS.city],
    ] as const)
      await expect((await intake.join(role, path)).api.study.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the item of a session', () => {
  it('bears the name that the office had on that day', async () => {
    const { id } = await intake.editor.api.study.record(session());
    const chief = await intake.join('administrator', INTAKE_PATHS.province);
    const organisation = await chief.api.organisations.get({ id: intake.house.first.provinceId });
    const before = await intake.nameOf(INTAKE_PATHS.province);
    await chief.api.organisations.rename({
      id: organisation.id,
      version: organisation.version,
      name: '某省地方志研究院',
      since: '2026-11-20',
    });
    const { title, body } = await intake.editor.api.study.preview({ id });
    expect(title).toBe(`${before}召开党组理论学习中心组学习会 传达学习《关于为基层减负的若干规定》`);
    expect(body.split('\n').slice(1, 3)).toEqual([
      '一是抓好资料收集。',
      '二是推进年鉴编纂。第一，收齐稿件；第二，完成初审。',
    ]);
  });

  it('goes into a draft once, and again when it was taken out', async () => {
    const { api } = intake.editor;
    const recorded = await api.study.record(session());
    const drafted = await api.study.draft({ id: recorded.id, version: recorded.version, issueId });
    expect(drafted.issueId).toBe(issueId);
    const item = (await api.bulletins.get({ id: issueId })).bulletinItems.find((one) => one.sessionId === recorded.id);
    expect(item).toMatchObject({ ...(await api.study.preview({ id: recorded.id })), source: null });
    const again = { id: recorded.id, version: drafted.version, issueId };
    await expect(api.study.draft(again)).rejects.toMatchObject({ code: 'SESSION_DRAFTED' });
    await api.bulletins.removeItem({ id: item!.id, version: item!.version });
    const open = await api.study.get({ id: recorded.id });
    expect(open.issueId).toBe(null);
    expect((await api.study.draft({ ...again, version: open.version })).issueId).toBe(issueId);
  });

  it('goes into no issue of another kind, and into none that was handed over', async () => {
    const { api } = intake.editor;
    const { id, version } = await api.study.record(session());
    const work = await intake.draft();
    await expect(api.study.draft({ id, version, issueId: work })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await intake.house.db.updateTable('bulletin_issue').set({ state: 'checking' }).where('id', '=', issueId).execute();
    await expect(api.study.draft({ id, version, issueId })).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    expect(await api.study.get({ id })).toMatchObject({ issueId: null, version });
    expect(intake.house.faults).toEqual([]);
  });
});
