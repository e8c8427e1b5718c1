import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { addIssues, addSeries } from '../../../test/add-issues.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { saveFacts } from './facts.ts';

const BODY = [
  '11月18日，甲市地方志办公室召开党组会议，办党组书记、主任张某主持会议，传达学习《乡镇志编纂办法》。',
  '截至10月底，“方志甲市”总阅读量4668.83万次。会议提出两点意见：一是抓好乡镇志编纂，二是做好年鉴供稿。',
].join('\n');

describe('facts read out of an issue', () => {
  let house: OpenHouse;
  let editor: Visitor;
  let issueId: string;
  beforeAll(async () => {
    house = await openHouse();
    editor = await house.join('bulletinEditor', '510000/');
    const seriesId = await addSeries(house.db, '510000/', { name: '甲市地方志工作简报' });
    const [itemId] = await addIssues(house.db, seriesId, [
      {
        year: 2026,
        number: 12,
        total: 88,
        issuedOn: '2026-11-20',
        items: [{ title: '甲市召开党组会议', body: BODY }],
      },
    ]);
    const item = await house.db
      .selectFrom('bulletin_item')
      .select('issue_id')
      .where('id', '=', itemId!)
      .executeTakeFirstOrThrow();
    issueId = item.issue_id;
    await house.db.transaction().execute((tx) => saveFacts(tx, issueId));
  });
  afterAll(() => house.close());

  it('stand where they were read, as candidates, and are not doubled when they are read again', async () => {
    const { items } = await editor.api.bulletins.listFacts({ issueId });
    expect(items.length).toBeGreaterThan(0);
    const paragraphs = BODY.split('\n');
    for (const fact of items) {
      const paragraph = paragraphs[fact.paragraph]!;
      expect(fact.quote).toBe(paragraph.slice(fact.start, fact.end));
      expect(paragraph).toContain(fact.before + fact.quote + fact.after);
      expect(fact).toMatchObject({
        state: 'candidate',
        settledBy: null,
        maySettle: true,
        title: '甲市召开党组会议',
        citation: '《甲市地方志工作简报》2026年第12期（总第88期），2026年11月20日',
      });
    }
    await house.db.transaction().execute((tx) => saveFacts(tx, issueId));
    expect((await editor.api.bulletins.listFacts({ issueId })).items).toHaveLength(items.length);
  });

  it('are read page by page in both orders', async () => {
    for (const filter of [{ issueId }, {}]) {
      const all = (await editor.api.bulletins.listFacts({ ...filter, limit: 200 })).items.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await editor.api.bulletins.listFacts({ ...filter, limit: 2, ...(cursor ? { cursor } : {}) });
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(paged).toEqual(all);
    }
  });

  it('are settled by a person, put right, and open again', async () => {
    const [fact] = (await editor.api.bulletins.listFacts({ issueId, kind: 'work' })).items;
    const { id, version } = fact!;
    const confirmed = await editor.api.bulletins.settleFact({
      id,
      version,
      state: 'confirmed',
      name: '甲市乡镇志编纂办法',
      detail: { aliases: '编纂办法' },
    });
    expect(confirmed).toMatchObject({
      state: 'confirmed',
      name: '甲市乡镇志编纂办法',
      detail: { aliases: '编纂办法' },
      settledBy: expect.stringContaining('甲某') as string,
      version: version + 1,
    });
    expect((await editor.api.bulletins.listFacts({ kind: 'work', name: '甲市乡镇' })).items).toHaveLength(1);
    expect((await editor.api.bulletins.listFacts({ kind: 'work', name: '乡镇志' })).items).toHaveLength(0);
    await expect(editor.api.bulletins.settleFact({ id, version, state: 'dismissed' })).rejects.toMatchObject({
      code: 'STALE',
    });
    await expect(
      editor.api.bulletins.settleFact({ id, version: version + 1, state: 'confirmed', name: '机密★5年' }),
    ).rejects.toMatchObject({ code: 'CLASSIFIED' });
    const open = await editor.api.bulletins.settleFact({ id, version: version + 1, state: 'candidate' });
    expect(open).toMatchObject({ state: 'candidate', settledBy: null });
    const reader = await house.join('reader', '510000/');
    await expect(
      reader.api.bulletins.settleFact({ id, version: version + 2, state: 'confirmed' }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const confirmedAgain = await editor.api.bulletins.settleFact({ id, version: version + 2, state: 'confirmed' });
    expect(confirmedAgain.settledBy).not.toBeNull();
    await house.db.updateTable('bulletin_series').set({ circulated: true }).execute();
    const below = await house.join('reader', '510000/510100/');
    const [shown] = (await below.api.bulletins.listFacts({ issueId })).items;
    expect(shown).toMatchObject({ id, state: 'confirmed', settledBy: null, maySettle: false });
    await house.db.updateTable('bulletin_series').set({ circulated: false }).execute();
    const audit = await house.db
      .selectFrom('audit_entry')
      .select('subject')
      .where('action', '=', 'bulletins.settleFact')
      .execute();
    expect(audit.map(({ subject }) => subject)).toEqual(Array.from({ length: 3 }, () => `fact:${id}`));
  });

  it('know a person by a short name once the full name has been confirmed in the series', async () => {
    const seriesId = await addSeries(house.db, '510000/', { name: '甲市地方志办政工简讯' });
    const add = async (number: number, body: string) => {
      const items = [{ title: '甲市召开党组会议', body }];
      const issue = { year: 2026, number, total: number, issuedOn: '2026-11-20', items };
      const [itemId] = await addIssues(house.db, seriesId, [issue]);
      const { issue_id: id } = await house.db
        .selectFrom('bulletin_item')
        .select('issue_id')
        .where('id', '=', itemId!)
        .executeTakeFirstOrThrow();
      await house.db.transaction().execute((tx) => saveFacts(tx, id));
      return (await editor.api.bulletins.listFacts({ issueId: id, kind: 'person' })).items;
    };
    const [person] = await add(1, '11月18日，甲市委书记吴敏之出席会议并讲话。');
    expect(person!.name).toBe('吴敏之');
    const short = '敏之书记作的说明，深刻阐述了修志的意义。';
    expect((await add(2, short)).map(({ name }) => name)).toEqual(['敏之']);
    await editor.api.bulletins.settleFact({ id: person!.id, version: person!.version, state: 'confirmed' });
    expect(await add(3, short)).toMatchObject([{ name: '吴敏之', state: 'candidate' }]);
  });
});
