import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, type Desk } from '../../../test/open-desk.ts';

describe('a series that ends', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    expect(desk.house.faults).toEqual([]);
    await desk.house.close();
  });

  it('begins no issue and takes in no copy any more, and keeps what it issued', async () => {
    const { api, fetch } = desk.editor;
    const reporter = await desk.house.join('reporter', '510000/510100/510104/');
    const signed = await desk.sign(await desk.draft());
    const open = await desk.draft();
    const { id, version } = (await api.bulletins.listSeries())[0]!;
    const end = (change: { version?: number } = {}) => api.bulletins.endSeries({ id, version, ...change });
    await expect(end()).rejects.toMatchObject({ code: 'ISSUES_OPEN' });
    await api.bulletins.discard({ id: open.id, version: open.version });
    await expect(end({ version: version + 1 })).rejects.toMatchObject({ code: 'STALE' });
    await expect(desk.signer.api.bulletins.endSeries({ id, version })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await reporter.api.dispatches.targets()).map(({ seriesId }) => seriesId)).toEqual([id]);

    const ended = await end();
    expect(ended).toMatchObject({ version: version + 1, allowed: { draft: false, configure: true } });
    expect(ended.endedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    await expect(end({ version: version + 1 })).rejects.toMatchObject({ code: 'SERIES_ENDED' });
    await expect(api.bulletins.create({ seriesId: id, issuedOn: null })).rejects.toMatchObject({
      code: 'SERIES_ENDED',
    });
    const form = new FormData();
    form.append('file', new Blob(['乙县完成年鉴初稿']), '来稿.txt');
    const sent = await fetch(`/api/bulletins/series/${id}/drafts`, { method: 'POST', body: form });
    expect([sent.status, await sent.json()]).toMatchObject([409, { code: 'SERIES_ENDED' }]);
    expect(await reporter.api.dispatches.targets()).toEqual([]);
    expect(await api.bulletins.get({ id: signed.id })).toMatchObject({ state: 'signed', number: 1 });
    const audit = desk.house.db.selectFrom('audit_entry').select('action').where('subject', '=', `series:${id}`);
    expect((await audit.execute()).map(({ action }) => action)).toContain('bulletins.endSeries');
  });

  it('leaves its name to another, which goes on from its last number', async () => {
    const { api } = desk.editor;
    const [former] = await api.bulletins.listSeries();
    const { id, organisation, last, allowed, endedOn, version, ...settings } = former!;
    expect([endedOn === null, allowed.draft, version]).toEqual([false, false, 2]);
    const made = await api.bulletins.createSeries({ ...settings, organisationId: organisation.id, base: last });
    expect(made.id).not.toBe(id);
    expect(made).toMatchObject({ last: { year: 2026, number: 1, total: 1 }, endedOn: null });
  });
});
