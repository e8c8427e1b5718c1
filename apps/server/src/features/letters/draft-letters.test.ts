import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const TEXT = [
  '【概况】乙县面积15～30%为山地，我县目前有耕地。',
  '【户数】全县有七、八户迁入，另有五、六户迁出，还有三、四户暂住。',
  '',
].join('\n');
const COMMA = 'numerals-approximate-comma';

describe('drafting letters', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let revisionId: string;
  const draft = (kind: 'opinions' | 'slip' = 'opinions') => lead.api.letters.draft({ revisionId, kind });

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/');
    revisionId = await importText(lead, house.first.provinceId, '乙县年鉴.txt', TEXT);
  });
  afterAll(() => house.close());

  it('has nothing to draft before anything is decided', async () => {
    await expect(draft()).rejects.toMatchObject({ code: 'NO_LINES' });
  });

  it('makes one line of what was decided in one go, and one each of the others', async () => {
    await lead.api.reviews.decide({ id: revisionId, seq: 0, version: 0, decision: 'opine', wording: '请补足单位。' });
    await lead.api.reviews.decideMany({ id: revisionId, rule: COMMA, decision: 'opine', wording: '概数不加顿号。' });
    const [letter, ...others] = await draft();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ kind: 'opinions', state: 'draft', round: 1, lines: 2, addressee: '编辑部' });
    const { letterLines } = await lead.api.letters.get({ id: letter!.id });
    expect(letterLines.map(({ number, findings }) => [number, findings.length])).toEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(letterLines[0]).toMatchObject({ wording: '请补足单位。', suggestion: '15%～30%', leftOut: false });
    expect(letterLines[1]!.place).toMatch(/等 3 处$/);
  });
});
