import { randomUUID } from 'node:crypto';

import readExcelFile from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const BOOK = `# 农业

2023年，丁家镇粮食总产量52340吨，粮食播种面积8120公顷，比上年增长3.2%。

# 乡镇

2023年，丁家镇粮食总产量53240吨，年末户籍人口31200人。

2023年，戊乡粮食总产量18600吨。
`;

describe('the ledger of figures', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let id: string;
  let workId: string;

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/');
    id = await importText(lead, house.first.provinceId, '乙县年鉴.md', BOOK);
    ({ workId } = await lead.api.manuscripts.get({ id }));
  });
  afterAll(() => house.close());

  const grain = async () => {
    const { items } = await lead.api.figures.list({ id, search: '粮食总产量', sort: 'value' });
    return items.filter(({ subject }) => subject === '丁家镇');
  };

  it('holds every quantity with its words, in text order', async () => {
    const { items, next } = await lead.api.figures.list({ id });
    expect(next).toBeNull();
    expect(items.map(({ printed }) => printed)).toEqual([
      '52340吨',
      '8120公顷',
      '3.2%',
      '53240吨',
      '31200人',
      '18600吨',
    ]);
    expect(items[0]).toMatchObject({
      section: '农业',
      before: expect.stringMatching(/粮食总产量$/) as string,
      after: expect.stringMatching(/^，粮食播种/) as string,
      value: 52_340_000,
      unit: '千克',
      subject: '丁家镇',
      indicator: '粮食总产量',
      period: '2023',
      cell: null,
    });
  });

  it.each(['place', 'indicator', 'subject', 'period', 'value'] as const)(
    'pages by key, sorted by %s, either way, each figure once',
    async (sort) => {
      const all = (await lead.api.figures.list({ id, sort })).items.map(({ seq }) => seq);
      expect(all).toHaveLength(6);
      for (const descending of [false, true]) {
        const seqs: number[] = [];
        let cursor: string | undefined;
        do {
          const page = await lead.api.figures.list({ id, sort, descending, limit: 2, ...(cursor ? { cursor } : {}) });
          seqs.push(...page.items.map(({ seq }) => seq));
          cursor = page.next ?? undefined;
        } while (cursor);
        expect(seqs).toEqual(descending ? all.toReversed() : all);
      }
    },
  );

  it('filters, and says what there is to filter by', async () => {
    const { total, matching, units, kinds, periods } = await lead.api.figures.facets({ id, unit: '千克' });
    expect({ total, matching }).toEqual({ total: 6, matching: 3 });
    expect(units).toContainEqual({ value: '千克', count: 3 });
    expect(kinds).toContainEqual({ value: 'growth', count: 1 });
    expect(periods).toContainEqual({ value: '2023', count: 6 });
    const { items } = await lead.api.figures.list({ id, unit: '千克', search: '戊乡粮食' });
    expect(items.map(({ printed }) => printed)).toEqual(['18600吨']);
    // What is not told in the text is a choice too, and not the lack of one.
    expect((await lead.api.figures.list({ id, period: '' })).items).toEqual([]);
    expect((await lead.api.figures.list({ id, unit: '' })).items).toEqual([]);
  });

  it('lays the places of one indicator side by side, and those that do not agree', async () => {
    const { items } = await lead.api.figures.groups({ id, differing: true });
    expect(items).toEqual([
      { subject: '丁家镇', indicator: '粮食总产量', unit: '千克', places: 2, values: 2, differing: 1 },
    ]);
    const { figures, verdicts } = await lead.api.figures.group({ id, ...items[0]! });
    expect(figures.map(({ printed }) => printed)).toEqual(['52340吨', '53240吨']);
    expect(verdicts).toEqual([]);
  });

  it('remembers what an editor judged of two figures, tells it to the review, and forgets it', async () => {
    const raised = async () =>
      (await lead.api.reviews.findings({ id, from: 0 })).filter(({ quote }) => /5[23]{1}[23]40/.test(quote));
    const before = await raised();
    const [one, other] = await grain();
    const pair: [{ seq: number; key: string }, { seq: number; key: string }] = [one!, other!];
    const stale = { ...other!, key: 'anything' };
    await expect(lead.api.figures.mark({ id, figures: [one!, stale], verdict: 'same' })).rejects.toMatchObject({
      code: 'STALE',
    });
    await expect(lead.api.figures.mark({ id, figures: [one!, one!], verdict: 'same' })).rejects.toMatchObject({
      code: 'SAME_FIGURE',
    });
    const marked = await lead.api.figures.mark({ id, figures: pair, verdict: 'differentDefinition' });
    expect(marked).toMatchObject({ verdict: 'differentDefinition', decidedBy: expect.any(String) as string });
    const [kept] = (await lead.api.figures.verdicts({ workId })).items;
    expect(kept).toEqual(marked);
    await renew(lead, id);
    expect((await raised()).length).toBeLessThan(before.length);
    await lead.api.figures.unmark({ workId, verdictId: marked.id });
    expect((await lead.api.figures.verdicts({ workId })).items).toEqual([]);
    await renew(lead, id);
    expect((await raised()).length).toBe(before.length);
  });

  it('hands the ledger out as a worksheet and as data, by the filter', async () => {
    const sheet = await lead.fetch(`/api/revisions/${id}/figures.xlsx?search=${encodeURIComponent('粮食总产量')}`);
    const [first] = await readExcelFile(await sheet.arrayBuffer());
    const rows = first!.data;
    expect(rows[2]).toEqual(expect.arrayContaining(['主体', '指标', '折算值']));
    expect(rows).toHaveLength(3 + 3);
    const data = await lead.fetch(`/api/revisions/${id}/figures.json?kind=growth`);
    expect(await data.json()).toMatchObject({ title: '乙县年鉴', figures: [{ printed: '3.2%' }] });
  });

  it('lets an office above read what was sent up to it, not judge it', async () => {
    const county = await house.join('reviewLead', '510000/510100/510104/');
    const { id: office } = await house.db
      .selectFrom('organisation')
      .select('id')
      .where('path', '=', '510000/510100/510104/')
      .executeTakeFirstOrThrow();
    const theirs = await importText(county, office, '乙县年鉴.md', BOOK);
    await expect(lead.api.figures.list({ id: theirs })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await county.api.submissions.send({ revisionId: theirs, officeId: house.first.provinceId });
    const { items } = await lead.api.figures.list({ id: theirs });
    expect(items).toHaveLength(6);
    const [one, , , other] = items;
    await expect(lead.api.figures.mark({ id: theirs, figures: [one!, other!], verdict: 'same' })).rejects.toMatchObject(
      { code: 'NOT_ALLOWED' },
    );
    await county.api.figures.mark({ id: theirs, figures: [one!, other!], verdict: 'same' });
    const group = { id: theirs, subject: '丁家镇', indicator: '粮食总产量', unit: '千克' };
    expect((await lead.api.figures.group(group)).verdicts).toMatchObject([{ verdict: 'same', decidedBy: null }]);
    await expect(county.api.reviews.renew({ id: theirs })).rejects.toMatchObject({ code: 'SENT_UP' });
    await expect(lead.api.reviews.renew({ id: theirs })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('knows no cursor but its own, and no revision that is not there', async () => {
    await expect(lead.api.figures.list({ id, cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(lead.api.figures.list({ id: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(house.faults).toEqual([]);
  });
});

async function renew(visitor: Visitor, id: string): Promise<void> {
  await visitor.api.reviews.renew({ id });
  await expect
    .poll(async () => (await visitor.api.reviews.run({ id })).state, { timeout: 30_000, interval: 50 })
    .toBe('ready');
}
