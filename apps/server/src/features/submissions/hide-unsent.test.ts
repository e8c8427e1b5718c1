import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openCase, type Case } from '../../../test/open-case.ts';
import { downloadLetter, fillLetter, sendReply } from '../../../test/reply-by-word.ts';

describe('what is not told between a superior and the office below', () => {
  let its: Case;
  beforeEach(async () => {
    its = await openCase();
  });
  afterEach(async () => {
    expect(its.house.faults).toEqual([]);
    await its.house.close();
  });

  it('is a text that was not sent: neither its revision nor its headings', async () => {
    const { city, county } = its;
    const latest = async () => (await city.api.works.list({})).items[0]!.latestRevisionId;
    const { workId } = await county.api.manuscripts.get({ id: its.id });
    const { id: contributorId } = await county.api.contributions.create({ workId, name: '丙局' });
    await county.api.contributions.assign({ workId, place: '第一章 概况', contributorId });
    const places = async () => (await city.api.contributions.list({ workId }))[0]!.places;
    expect([await latest(), await places()]).toEqual([null, []]);
    const sent = await its.send();
    expect([await latest(), await places()]).toEqual([its.id, ['第一章 概况']]);
    await county.api.submissions.withdraw({ id: sent });
    expect([await latest(), await places()]).toEqual([null, []]);
    expect((await county.api.works.get({ id: workId })).latestRevisionId).toBe(its.id);
  });

  it('is the name of a person: who imported, and who sent a reply in', async () => {
    const { city, county } = its;
    await its.send();
    const [above, below] = [(await city.api.accounts.me()).person, (await county.api.accounts.me()).person];
    expect((await county.api.manuscripts.get({ id: its.id })).importedBy).toBe(below.displayName);
    expect((await city.api.manuscripts.get({ id: its.id })).importedBy).not.toBe(below.displayName);
    await its.decide(city, 1, 'opine');
    const id = await its.sign(city);
    const reply = await sendReply(city, fillLetter(await downloadLetter(city, id), { 1: ['已改', ''] }));
    expect(reply.status).toBe(200);
    const [task] = (await county.api.tasks.list({})).items;
    const shown = await county.api.tasks.get({ id: task!.id });
    expect(shown.evidence).toHaveLength(1);
    expect(JSON.stringify(shown)).not.toContain(above.displayName);
  });
});
