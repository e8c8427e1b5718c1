import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openCase, type Case } from '../../../test/open-case.ts';

const NEIGHBOUR = '510000/510100/510105/';

describe('verdicts of people', () => {
  let its: Case;
  let next: string;
  beforeEach(async () => {
    its = await openCase();
    await its.decide(its.county, 1, 'opine', '县里的意见。');
    next = await its.next();
    const [line] = await its.county.api.checks.lines({ id: next, from: 0 });
    const { number, version } = line!;
    await its.county.api.checks.overrule({ id: next, number, version, verdict: 'done', note: '已电话核对' });
  });
  afterEach(async () => {
    expect(its.house.faults).toEqual([]);
    await its.house.close();
  });

  const checkAgain = async () => {
    await its.county.api.checks.run({ id: next });
    await its.check(next);
  };

  it('stay with the office that asked, when another asks of the same place', async () => {
    await checkAgain();
    expect(await its.county.api.checks.lines({ id: next, from: 0 })).toMatchObject([{ overruled: 'done' }]);
    await its.send();
    await its.decide(its.city, 1, 'opine', '市里的意见。');
    await its.sign(its.city);
    await checkAgain();
    const lines = await its.county.api.checks.lines({ id: next, from: 0 });
    expect(lines.find(({ wording }) => wording === '市里的意见。')).toMatchObject({ overruled: null, note: '' });
  });

  it('go with their office into another', async () => {
    const chief = await its.house.join('administrator', '510000/');
    const { version } = await chief.api.organisations.get({ id: its.countyId });
    const into = await its.house.db
      .selectFrom('organisation')
      .select('id')
      .where('path', '=', NEIGHBOUR)
      .executeTakeFirstOrThrow();
    await chief.api.organisations.merge({ id: its.countyId, version, intoId: into.id, on: '2024-01-01' });
    const { api } = await its.house.join('reviewLead', NEIGHBOUR);
    expect(await api.checks.lines({ id: next, from: 0 })).toMatchObject([{ overruled: 'done', note: '已电话核对' }]);
  });
});
