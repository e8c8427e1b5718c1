import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openCase, type Case } from '../../../test/open-case.ts';

describe('removing a revision', () => {
  let its: Case;
  beforeEach(async () => {
    its = await openCase();
  });
  afterEach(async () => {
    expect(its.house.faults).toEqual([]);
    await its.house.close();
  });

  it('waits until no superior has it', async () => {
    const { api } = its.county;
    const sent = await its.send();
    await expect(api.manuscripts.remove({ id: its.id })).rejects.toMatchObject({ code: 'SENT_UP' });
    expect((await its.city.api.manuscripts.get({ id: its.id })).state).toBe('ready');
    await api.submissions.withdraw({ id: sent });
    await api.manuscripts.remove({ id: its.id });
    await expect(api.manuscripts.get({ id: its.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves no letter on it to be signed', async () => {
    const { letters, manuscripts } = its.county.api;
    await its.decide(its.county, 1, 'opine');
    const [draft] = await letters.draft({ revisionId: its.id, kind: 'opinions' });
    const { id, version } = draft!;
    expect((await letters.get({ id })).allowed.sign).toBe(true);
    await manuscripts.remove({ id: its.id });
    expect((await letters.get({ id })).allowed.sign).toBe(false);
    await expect(letters.sign({ id, version })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await letters.discard({ id, version });
  });
});
