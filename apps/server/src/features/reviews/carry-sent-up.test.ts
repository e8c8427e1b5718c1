import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openCase, type Case } from '../../../test/open-case.ts';

describe('decisions taken along while the superior has the new revision', () => {
  let its: Case;
  let next: string;
  let sent: string;
  beforeAll(async () => {
    its = await openCase();
    next = await its.next();
    await sql`update finding set family = 'political', suggestion = null where seq = 2`.execute(its.house.db);
    await its.decide(its.county, 0, 'dismiss');
    await its.decide(its.county, 2, 'dismiss');
    ({ id: sent } = await its.county.api.submissions.send({ revisionId: next, officeId: its.cityId }));
    await its.county.api.checks.run({ id: next });
    await its.check(next);
  });
  afterAll(async () => {
    expect(its.house.faults).toEqual([]);
    await its.house.close();
  });

  it('do not look at political findings for the superior', async () => {
    await its.decide(its.city, 1, 'opine', '请核对。', next);
    const [draft] = await its.city.api.letters.draft({ revisionId: next, kind: 'opinions' });
    const { id, version } = draft!;
    expect((await its.city.api.letters.get({ id })).unseen).toBe(1);
    await expect(its.city.api.letters.sign({ id, version })).rejects.toMatchObject({ code: 'LOOK_FIRST' });
  });

  it('stand again when it is back, also where the superior decided otherwise', async () => {
    await its.decide(its.city, 0, 'correct', undefined, next);
    await its.city.api.submissions.giveBack({ id: sent });
    for (const seq of [0, 2]) expect((await its.see(its.county, seq, next)).decision).toBe('dismiss');
  });
});
