import { afterAll, beforeAll, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse } from '../../../test/open-house.ts';

const FROM = '510000/511000/511002/';
const INTO = '510000/511000/511011/';
let house: OpenHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('hands letters over with the office: those signed keep its name of then, and drafts can be signed', async () => {
  const at = (path: string) =>
    house.db.selectFrom('organisation').selectAll().where('path', '=', path).executeTakeFirstOrThrow();
  const [from, into] = [await at(FROM), await at(INTO)];
  const lead = await house.join('reviewLead', FROM);
  const heir = await house.join('reviewLead', INTO);
  const chief = await house.join('administrator', '510000/');
  const revisionId = await importText(
    lead,
    from.id,
    '乙县年鉴.txt',
    '【概况】乙县面积15～30%为山地，我县目前有耕地。\n',
  );
  const draftOf = async (seq: number) => {
    await lead.api.reviews.decide({ id: revisionId, seq, version: 0, decision: 'opine', wording: '请改。' });
    return (await lead.api.letters.draft({ revisionId, kind: 'opinions' }))[0]!;
  };
  const first = await draftOf(0);
  await lead.api.letters.sign({ id: first.id, version: first.version });
  const second = await draftOf(1);
  const { version } = await chief.api.organisations.get({ id: from.id });
  await chief.api.organisations.merge({ id: from.id, version, intoId: into.id, on: '2024-04-01' });

  const { items } = await heir.api.letters.list({ revisionId });
  expect(items.map((letter) => [letter.id, letter.office.id, letter.office.name])).toEqual([
    [second.id, into.id, into.name],
    [first.id, into.id, from.name],
  ]);
  expect(await heir.api.letters.sign({ id: second.id, version: second.version })).toMatchObject({
    round: 2,
    office: { name: into.name },
  });
  expect(house.faults).toEqual([]);
});
