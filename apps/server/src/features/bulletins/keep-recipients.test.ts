import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, SERIES, type Desk } from '../../../test/open-desk.ts';

const FROM_JULY = { up: ['市委', '市人大常委会'], across: ['市直各部门', '驻市机构'], down: ['各区县'] };

describe('lists of recipients', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    const { id } = (await desk.editor.api.bulletins.listSeries())[0]!;
    await desk.editor.api.bulletins.setRecipients({ id, validFrom: '2026-01-01', ...SERIES.recipients });
    await desk.editor.api.bulletins.setRecipients({ id, validFrom: '2026-07-01', ...FROM_JULY });
  });
  afterAll(async () => {
    expect(desk.house.faults).toEqual([]);
    await desk.house.close();
  });
  const bulletins = () => desk.editor.api.bulletins;
  const head = (issue: Awaited<ReturnType<Desk['draft']>>) => {
    const { id, version, issuedOn, supplement, disclosure, ground, recipients, printedBy, copies } = issue;
    return { id, version, issuedOn, supplement, disclosure, ground, recipients, printedBy, copies };
  };

  it('are those of the series on the day of the issue', async () => {
    expect((await desk.draft('2026-06-30')).recipients).toEqual(SERIES.recipients);
    expect((await desk.draft('2026-07-01')).recipients).toEqual(FROM_JULY);
    // Before the first lists there are none but these.
    expect((await desk.draft('2020-01-01')).recipients).toEqual(SERIES.recipients);
  });

  it('follow the day until a person changes them, and again when they are as the series has them', async () => {
    const july = await desk.draft('2026-07-02');
    const june = await bulletins().update({ ...head(july), issuedOn: '2026-06-02' });
    expect(june.recipients).toEqual(SERIES.recipients);
    const own = { ...SERIES.recipients, up: ['只报市委'], across: [], down: [] };
    const edited = await bulletins().update({ ...head(june), recipients: own });
    const moved = await bulletins().update({ ...head(edited), issuedOn: '2026-07-02' });
    expect(moved.recipients).toEqual(own);
    const back = await bulletins().update({ ...head(moved), recipients: FROM_JULY });
    expect((await bulletins().update({ ...head(back), issuedOn: '2026-06-02' })).recipients).toEqual(SERIES.recipients);
  });

  it('of drafts follow the series when it is given others; what was signed keeps its own', async () => {
    const signed = await desk.sign(await desk.draft('2026-10-02'));
    const draft = await desk.draft('2026-10-02');
    const own = { up: ['只报市委'], across: [], down: [] };
    const edited = await bulletins().update({ ...head(await desk.draft('2026-10-02')), recipients: own });
    const renamed = { up: ['市委', '国家机构（新名称）'], across: [], down: ['各区县'] };
    const all = await bulletins().setRecipients({ id: desk.seriesId, validFrom: '2026-10-01', ...renamed });
    expect(all.map(({ validFrom }) => validFrom).slice(-3)).toEqual(['2026-10-01', '2026-07-01', '2026-01-01']);
    const now = await bulletins().get({ id: draft.id });
    expect(now.recipients).toEqual(renamed);
    expect(now.version).toBe(draft.version + 1);
    expect((await bulletins().get({ id: edited.id })).recipients).toEqual(own);
    expect((await bulletins().get({ id: signed.id })).recipients).toEqual(FROM_JULY);
  });

  it('and settings are the business of the office that issues the series', async () => {
    const { id } = (await desk.county.api.bulletins.listSeries())[0]!;
    const below = desk.county.api.bulletins;
    await expect(below.setRecipients({ id, validFrom: '2026-10-01', ...FROM_JULY })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(below.listRecipients({ id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const abroad = await desk.house.join('bulletinEditor', '510000/510300/');
    await expect(abroad.api.bulletins.listRecipients({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(abroad.api.bulletins.create({ seriesId: id, issuedOn: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('and settings are not kept with a classification mark on any line', async () => {
    const { id, version, organisation, kind, endedOn, last, allowed, recipients, ...settings } = (
      await bulletins().listSeries()
    )[0]!;
    expect([kind, endedOn, last?.year, allowed.configure]).toEqual(['work', null, 2026, true]);
    const made = { ...settings, organisationId: organisation.id, kind, recipients, name: '甲市史志专报' };
    const mark = '机密★一年';
    const marked = [
      bulletins().createSeries({ ...made, name: mark }),
      bulletins().createSeries({ ...made, recipients: { ...recipients, down: [mark] } }),
      bulletins().updateSeries({ ...settings, id, version, columns: ['特别关注', mark] }),
      bulletins().updateSeries({ ...settings, id, version, printedBy: mark }),
      bulletins().setRecipients({ id, validFrom: '2026-12-01', ...FROM_JULY, across: ['市直各部门', mark] }),
    ];
    const answers = await Promise.allSettled(marked);
    expect(answers.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual(
      answers.map(() => 'CLASSIFIED'),
    );
    const [series, ...others] = await bulletins().listSeries();
    expect([series!.version, series!.columns, others]).toEqual([version, settings.columns, []]);
    expect((await bulletins().listRecipients({ id })).map(({ validFrom }) => validFrom)).not.toContain('2026-12-01');
  });

  it('does not let two series of an office bear one name', async () => {
    const { id: _, version: __, ...series } = { ...(await bulletins().listSeries())[0]!, recipients: FROM_JULY };
    const { organisation, last: ___, allowed: ____, endedOn: _____, ...settings } = series;
    const made = { ...settings, organisationId: organisation.id };
    await expect(bulletins().createSeries(made)).rejects.toMatchObject({ code: 'SERIES_NAME_TAKEN' });
    const other = await bulletins().createSeries({ ...made, name: '甲市地方志办政工简讯', kind: 'politicalWork' });
    const { id, version, name: ______, ...rest } = other;
    const { organisation: o, kind, endedOn, last, allowed, recipients, ...taken } = rest;
    expect([o.id, kind, endedOn, last, allowed.configure, recipients]).toEqual([
      organisation.id,
      'politicalWork',
      null,
      null,
      true,
      FROM_JULY,
    ]);
    await expect(bulletins().updateSeries({ id, version, ...taken, name: settings.name })).rejects.toMatchObject({
      code: 'SERIES_NAME_TAKEN',
    });
    await expect(bulletins().updateSeries({ id, version: 99, ...taken, name: '新名' })).rejects.toMatchObject({
      code: 'STALE',
    });
  });

  it('gives drafts the new name of the issuing office, and leaves what was signed as it was printed', async () => {
    const signed = await desk.sign(await desk.draft());
    const draft = await desk.draft();
    const series = (await bulletins().listSeries()).find(({ id }) => id === desk.seriesId)!;
    const {
      organisation: _,
      kind: __,
      endedOn: ___,
      last: ____,
      allowed: _____,
      recipients: ______,
      ...settings
    } = series;
    await bulletins().updateSeries({ ...settings, name: '甲市史志简报', issuer: '甲市地方志编纂中心' });
    expect(await bulletins().get({ id: draft.id })).toMatchObject({
      seriesName: '甲市史志简报',
      issuer: '甲市地方志编纂中心',
    });
    expect(await bulletins().get({ id: signed.id })).toMatchObject({
      seriesName: '甲市地方志工作简报',
      issuer: '甲市地方志办公室',
    });
  });
});
