import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const COUNTY = '510000/510100/510104/';
const CITY = '510000/510100/';
/** With characters of two units before the passages, where offsets and characters part. */
const TEXT = ['乙县概况', '　　𬭎桥乡𠮷祥村迁入七户。', '甲河由北向南流经全县。', '乙县年末有12个乡。'].join('\n');

describe('raising opinions on a passage', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let id: string;
  let text: string;

  const spanOf = (quote: string) => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length, quote };
  };

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', COUNTY);
    const { id: organisationId } = await house.db
      .selectFrom('organisation')
      .select('id')
      .where('path', '=', COUNTY)
      .executeTakeFirstOrThrow();
    id = await importText(lead, organisationId, '乙县年鉴.txt', TEXT);
    const blocks = await lead.api.manuscripts.blocks({ id, from: 0 });
    text = blocks.map((block) => block.text).join('\n');
  });
  afterAll(async () => {
    expect(house.faults).toEqual([]);
    await house.close();
  });

  it('stands at its very place, over the ends of blocks too', async () => {
    for (const [quote, block] of [
      ['𠮷祥村', 1],
      ['迁入七户。\n甲河由北', 1],
      ['全县。\n乙县', 2],
      [text, 0],
    ] as const) {
      const raised = await lead.api.reviews.raiseOpinion({ id, ...spanOf(quote), wording: '请核实。' });
      expect(raised).toMatchObject({ quote, block, certainty: 'change', version: 1 });
      expect(text.slice(raised.start, raised.end)).toBe(quote);
    }
    const starts = (await lead.api.reviews.opinions({ id })).map((opinion) => opinion.start);
    expect(starts).toHaveLength(4);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('is trimmed with its quote', async () => {
    const given = spanOf('\n甲河由北向南流经全县。\n');
    const raised = await lead.api.reviews.raiseOpinion({ id, ...given, wording: '请补充长度。' });
    expect(raised).toMatchObject({ start: given.start + 1, end: given.end - 1, block: 2 });
  });

  it('is refused where another text stands', async () => {
    const place = spanOf('甲河由北');
    for (const wrong of [
      { ...place, quote: '乙河由北' },
      { ...place, start: place.start + 1 },
      { ...place, end: place.start },
      { start: 100_000, end: 100_002, quote: '甲河' },
    ])
      await expect(lead.api.reviews.raiseOpinion({ id, ...wrong, wording: '请核实。' })).rejects.toMatchObject({
        code: 'STALE',
      });
  });

  it('is changed and removed on the version that was looked at', async () => {
    const raised = await lead.api.reviews.raiseOpinion({ id, ...spanOf('12个乡'), wording: '请核实。' });
    const opinionId = raised.id;
    const changed = await lead.api.reviews.updateOpinion({ opinionId, version: 1, certainty: 'uncertain' });
    expect(changed).toMatchObject({ certainty: 'uncertain', wording: '请核实。', version: 2 });
    await expect(lead.api.reviews.updateOpinion({ opinionId, version: 1, wording: '请再核。' })).rejects.toMatchObject({
      code: 'STALE',
    });
    await expect(lead.api.reviews.removeOpinion({ opinionId, version: 1 })).rejects.toMatchObject({ code: 'STALE' });
    await lead.api.reviews.removeOpinion({ opinionId, version: 2 });
    await expect(lead.api.reviews.removeOpinion({ opinionId, version: 2 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('belongs to the office that raised it, also while the revision is sent up', async () => {
    const [first] = await lead.api.reviews.opinions({ id });
    const reader = await house.join('reader', COUNTY);
    expect((await reader.api.reviews.opinions({ id }))[0]!.id).toBe(first!.id);
    await expect(reader.api.reviews.removeOpinion({ opinionId: first!.id, version: 1 })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const city = await house.join('reviewer', CITY);
    await expect(city.api.reviews.opinions({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [above] = await lead.api.submissions.addressees({ revisionId: id });
    await lead.api.submissions.send({ revisionId: id, officeId: above!.id });
    expect(await city.api.reviews.opinions({ id })).toEqual([]);
    await expect(city.api.reviews.removeOpinion({ opinionId: first!.id, version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(lead.api.reviews.removeOpinion({ opinionId: first!.id, version: 1 })).rejects.toMatchObject({
      code: 'SENT_UP',
    });
    const own = await city.api.reviews.raiseOpinion({ id, ...spanOf('甲河'), wording: '请核实名称。' });
    expect((await city.api.reviews.opinions({ id })).map((opinion) => opinion.id)).toEqual([own.id]);
    expect((await lead.api.reviews.opinions({ id })).map((opinion) => opinion.id)).not.toContain(own.id);
  });

  it('leaves ids and hashes in the audit, no text', async () => {
    const rows = await house.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', 'in', ['reviews.raiseOpinion', 'reviews.updateOpinion', 'reviews.removeOpinion'])
      .execute();
    expect(rows.length).toBe(9);
    expect(JSON.stringify(rows)).not.toMatch(/\p{Script=Han}/u);
  });
});
