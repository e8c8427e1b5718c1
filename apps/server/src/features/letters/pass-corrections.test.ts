import { afterAll, beforeAll, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const CITY = '510000/510100/';
const COUNTY = `${CITY}510104/`;

let house: OpenHouse;
let county: Visitor;
let city: Visitor;
let revisionId: string;
const officeOf = async (path: string) =>
  (await house.db.selectFrom('organisation').select('id').where('path', '=', path).executeTakeFirstOrThrow()).id;
const correct = async (visitor: Visitor) => {
  const [finding] = await visitor.api.reviews.findings({ id: revisionId, from: 0 });
  await visitor.api.reviews.decide({ id: revisionId, seq: 0, version: finding!.version, decision: 'correct' });
};

beforeAll(async () => {
  house = await openHouse();
  county = await house.join('reviewLead', COUNTY);
  city = await house.join('reviewLead', CITY);
  revisionId = await importText(county, await officeOf(COUNTY), '乙县年鉴.txt', '会议于２０２３年召开。\n');
});
afterAll(() => house.close());

it('asks nobody for what an office corrects in its own text', async () => {
  await correct(county);
  await expect(county.api.letters.draft({ revisionId, kind: 'opinions' })).rejects.toMatchObject({ code: 'NO_LINES' });
});

it('asks the county for what a superior would correct', async () => {
  await county.api.submissions.send({ revisionId, officeId: await officeOf(CITY) });
  await correct(city);
  const [letter] = await city.api.letters.draft({ revisionId, kind: 'opinions' });
  const { letterLines } = await city.api.letters.get({ id: letter!.id });
  expect(letterLines).toMatchObject([{ findings: [0], suggestion: '2023' }]);
  expect(letterLines[0]!.wording).not.toBe('');
});
