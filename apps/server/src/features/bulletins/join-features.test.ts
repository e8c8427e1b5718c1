import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, SERIES, textOf } from '../../../test/open-desk.ts';
import { INTAKE_PATHS, openIntake, openPoliticalWork, type Intake } from '../../../test/open-intake.ts';

describe('a draft that is made of what others sent and recorded', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await openIntake();
  });
  afterAll(async () => {
    expect(intake.house.faults).toEqual([]);
    await intake.house.close();
  });
  const dispatches = () => intake.editor.api.dispatches;
  const bulletins = () => intake.editor.api.bulletins;
  const take = async (issueId: string, title: string) => {
    const { id, version } = await intake.reporter.api.dispatches.send(await intake.copy({ title }));
    return dispatches().take({ id, version, issueId, column: '市州动态' });
  };

  it('raises its version with everything that goes in and out', async () => {
    const id = await intake.draft();
    const versionOf = async () => (await bulletins().get({ id })).version;
    const before = await versionOf();
    const taken = await take(id, '我县方志馆开馆');
    expect(await versionOf()).toBe(before + 1);
    await dispatches().putBack({ id: taken.id, version: taken.version });
    expect(await versionOf()).toBe(before + 2);
    expect((await bulletins().get({ id })).items).toBe(0);
  });

  it('places what is taken under its column, behind what stands there', async () => {
    const id = await intake.draft();
    const { version } = await bulletins().get({ id });
    await bulletins().addItem({ id, version, ...textOf('市州动态', '甲市启动编修') });
    await take(id, '我县方志馆开馆');
    const { version: next } = await bulletins().get({ id });
    const issue = await bulletins().addItem({ id, version: next, ...textOf('特别关注', '全省会议召开') });
    expect(issue.bulletinItems.map(({ title }) => title)).toEqual(['全省会议召开', '甲市启动编修', '我县方志馆开馆']);
    expect(issue.bulletinItems[2]!.dispatchId).not.toBeNull();
  });

  it('lets go of all of it when it is discarded', async () => {
    const id = await intake.draft();
    const taken = [await take(id, '我县方志馆开馆'), await take(id, '我县启动村志编修')];
    const { version } = await bulletins().get({ id });
    expect(await bulletins().discard({ id, version })).toEqual({ id });
    await expect(bulletins().get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const one of taken)
      expect(await dispatches().get({ id: one.id })).toMatchObject({ state: 'sent', issueId: null });
  });

  it('lets go of a session as well', async () => {
    const { issueId } = await openPoliticalWork(intake);
    const { api } = intake.editor;
    const session = await api.study.record({
      kind: 'study',
      heldOn: '2026-11-03',
      title: '学习会',
      record: {
        host: { name: '甲某', post: '主任' },
        documents: [],
        speakers: [],
        attendance: [],
        opinions: [{ text: '抓好落实', points: [] }],
      },
    });
    const drafted = await api.study.draft({ id: session.id, version: session.version, issueId });
    expect(drafted.issueId).toBe(issueId);
    const issue = await bulletins().get({ id: issueId });
    expect(issue.bulletinItems).toMatchObject([{ sessionId: session.id, source: null }]);
    await bulletins().discard({ id: issueId, version: issue.version });
    expect((await api.study.get({ id: session.id })).issueId).toBeNull();
  });
});

it('goes along with its office when that is merged into another, and ends where that has one of its name', async () => {
  const desk = await openDesk();
  const { house } = desk;
  const signed = await desk.sign(await desk.draft());
  const into = await house.join('bulletinEditor', INTAKE_PATHS.elsewhere);
  const idOf = async (path: string) =>
    (await house.db.selectFrom('organisation').select('id').where('path', '=', path).executeTakeFirstOrThrow()).id;
  const [fromId, intoId] = [desk.cityId, await idOf(INTAKE_PATHS.elsewhere)];
  const same = await into.api.bulletins.createSeries({ ...SERIES, organisationId: intoId });
  const other = await desk.editor.api.bulletins.createSeries({ ...SERIES, organisationId: fromId, name: '甲市简讯' });
  const chief = await house.join('administrator', '510000/');
  const { version } = await chief.api.organisations.get({ id: fromId });
  await chief.api.organisations.merge({ id: fromId, version, intoId, on: '2026-11-01' });
  const series = await into.api.bulletins.listSeries();
  expect(new Map(series.map(({ id, endedOn }) => [id, endedOn]))).toEqual(
    new Map([
      [same.id, null],
      [other.id, null],
      [desk.seriesId, '2026-11-01'],
    ]),
  );
  expect(await into.api.bulletins.get({ id: signed.id })).toMatchObject({ number: 1, issuer: SERIES.issuer });
  const ended = series.find(({ id }) => id === desk.seriesId)!;
  expect(ended.allowed.draft).toBe(false);
  await expect(into.api.bulletins.create({ seriesId: ended.id, issuedOn: null })).rejects.toMatchObject({
    code: 'SERIES_ENDED',
  });
  expect((await into.api.bulletins.create({ seriesId: other.id, issuedOn: null })).state).toBe('draft');
  expect(house.faults).toEqual([]);
  await house.close();
});
