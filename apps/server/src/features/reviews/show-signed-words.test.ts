import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openCase, type Case } from '../../../test/open-case.ts';

describe('what a superior decided, before the office below', () => {
  let its: Case;
  beforeEach(async () => {
    its = await openCase();
  });
  afterEach(async () => {
    expect(its.house.faults).toEqual([]);
    await its.house.close();
  });

  it('reads as in the letter, not as the reviewer wrote it first, on the next revision too', async () => {
    const { city, county, see } = its;
    await its.send();
    await its.decide(city, 1, 'opine', '写得很差。');
    const [draft] = await city.api.letters.draft({ revisionId: its.id, kind: 'opinions' });
    const { id } = draft!;
    const [line] = (await city.api.letters.get({ id })).letterLines;
    const said = { wording: '建议核对此处。', certainty: 'uncertain' } as const;
    const { version } = await city.api.letters.updateLine({ id, lineId: line!.id, version: line!.version, ...said });
    await city.api.letters.sign({ id, version });
    expect(await see(county, 1)).toMatchObject({ decision: 'opine', ...said });
    expect(await see(city, 1)).toMatchObject({ wording: '写得很差。', certainty: 'change' });
    expect(await see(county, 1, await its.next())).toMatchObject({ decision: 'opine', ...said });
  });

  it('is not told by a slip when it is another decision since', async () => {
    const { city, county } = its;
    await its.send();
    await its.decide(city, 1, 'verify');
    const [slip] = await city.api.letters.draft({ revisionId: its.id, kind: 'slip' });
    const { id, version } = slip!;
    const named = await city.api.letters.update({ id, version, addressee: '丙局' });
    await city.api.letters.sign({ id, version: named.version });
    expect((await its.see(county, 1)).decision).toBe('verify');
    await its.decide(city, 1, 'opine', '未签发的意见。');
    expect(await its.see(county, 1)).toMatchObject({ decision: null, wording: null });
    const { findings, undecided } = await county.api.manuscripts.get({ id: its.id });
    expect(undecided).toBe(findings);
  });

  it('stays as it was signed while a second submission is decided', async () => {
    const { city, county } = its;
    await its.send();
    await its.decide(city, 1, 'opine', '一。');
    await its.sign(city);
    await its.send();
    await its.decide(city, 1, 'opine', '二，未签发。');
    expect((await its.see(county, 1)).wording).toBe('一。');
    await its.decide(city, 1, 'dismiss');
    expect((await its.see(county, 1)).decision).toBeNull();
    const { byDecision } = await county.api.reviews.summary({ id: its.id });
    expect(byDecision.find(({ decision }) => decision === 'dismiss')!.count).toBe(0);
  });

  it('is given away by no version, neither upwards nor downwards', async () => {
    const { city, county } = its;
    const versions = async ({ api }: Case['county']) => new Set((await api.reviews.index({ id: its.id })).version).size;
    await its.decide(county, 0, 'dismiss');
    const sent = await its.send();
    expect(await versions(city)).toBe(1);
    await its.decide(city, 1, 'dismiss');
    expect(await versions(county)).toBe(1);
    await city.api.submissions.giveBack({ id: sent });
    expect(await versions(county)).toBe(1);
    await its.decide(county, 2, 'dismiss');
    expect(await versions(city)).toBe(1);
  });
});
