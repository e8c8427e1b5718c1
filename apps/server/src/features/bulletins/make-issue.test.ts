import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, SERIES, textOf, type Desk } from '../../../test/open-desk.ts';
import { insertSecrecyReview } from './store.ts';

describe('making an issue', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    expect(desk.house.faults).toEqual([]);
    await desk.house.close();
  });
  const bulletins = () => desk.editor.api.bulletins;

  it('goes from draft to signing, and is numbered there', async () => {
    const draft = await desk.draft('2026-11-20', ['乙县年鉴通过初审', '丙区方志馆开馆']);
    expect(draft).toMatchObject({ state: 'draft', number: null, items: 2, copies: 21, disclosure: null });
    expect(draft.allowed).toMatchObject({ edit: true, submit: true, check: false, sign: false, publish: false });
    const { id, version } = draft;
    const submitted = await bulletins().submit({ id, version });
    expect(submitted.draftedBy).toMatch(/^甲某/);
    expect(submitted.allowed).toMatchObject({ edit: false, submit: false });
    await desk.checker.api.bulletins.check({ id, version });
    expect((await desk.signer.api.bulletins.get({ id })).allowed.sign).toBe(false);
    await desk.officer.api.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' });
    expect((await desk.signer.api.bulletins.get({ id })).allowed.sign).toBe(true);
    await expect(desk.signer.api.bulletins.sign({ id, version })).rejects.toMatchObject({
      code: 'DISCLOSURE_REQUIRED',
    });
    await expect(desk.signer.api.bulletins.sign({ id, version, disclosure: 'withheld' })).rejects.toMatchObject({
      code: 'GROUND_REQUIRED',
    });
    const signed = await desk.signer.api.bulletins.sign({ id, version, disclosure: 'withheld', ground: '内部事务' });
    expect(signed).toMatchObject({
      state: 'signed',
      year: 2026,
      number: 1,
      total: 1,
      disclosure: 'withheld',
      ground: '内部事务',
      printedOn: '2026-11-20',
    });
    await expect(desk.signer.api.bulletins.publish({ id, version })).rejects.toMatchObject({ code: 'NOT_PROACTIVE' });
    const [series] = await bulletins().listSeries();
    expect(series!.last).toEqual({ year: 2026, number: 1, total: 1 });
  });

  it('refuses every edit once it is handed over, until it is given back', async () => {
    const draft = await desk.draft();
    const { id, version } = draft;
    const [item] = draft.bulletinItems;
    await bulletins().submit({ id, version });
    const edits = [
      bulletins().addItem({ id, version, ...textOf(null, '又一条') }),
      bulletins().editItem({ id: item!.id, version: item!.version, ...textOf(null, '改题') }),
      bulletins().removeItem({ id: item!.id, version: item!.version }),
      bulletins().orderItems({ id, version, items: [item!.id] }),
      bulletins().update({ ...headOf(draft), copies: 3 }),
      bulletins().discard({ id, version }),
    ];
    expect(await codesOf(edits)).toEqual(['NOT_AT_THIS_STEP']);
    await expect(desk.checker.api.bulletins.giveBack({ id, version, reason: '' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    const back = await desk.checker.api.bulletins.giveBack({ id, version, reason: '请补充数据来源。' });
    expect(back).toMatchObject({ state: 'draft', returnedWhy: '请补充数据来源。', version });
    const edited = await bulletins().editItem({ id: item!.id, version: item!.version, ...textOf(null, '改题') });
    expect(edited.version).toBe(version + 1);
    expect(edited.bulletinItems[0]).toMatchObject({ title: '改题', firstTitle: '乙县年鉴通过初审' });
  });

  it('counts a secrecy review for the text it was made of, and for no later one', async () => {
    const draft = await desk.draft();
    const { id } = draft;
    const ready = await desk.prepare(draft);
    expect(ready.secrecyReviews).toMatchObject([{ outcome: 'cleared', isCurrent: true }]);
    await desk.signer.api.bulletins.giveBack({ id, version: draft.version, reason: '题目再改。' });
    // Handed over again as it was, it need not be looked through again.
    const { version } = draft;
    await bulletins().submit({ id, version });
    await desk.checker.api.bulletins.check({ id, version });
    expect((await desk.signer.api.bulletins.get({ id })).allowed.sign).toBe(true);
    await desk.signer.api.bulletins.giveBack({ id, version, reason: '题目再改。' });
    const edited = await bulletins().update({ ...headOf(draft), copies: 30 });
    await bulletins().submit({ id, version: edited.version });
    await desk.checker.api.bulletins.check({ id, version: edited.version });
    const sign = () => desk.signer.api.bulletins.sign({ id, version: edited.version, disclosure: 'proactive' });
    await expect(sign()).rejects.toMatchObject({ code: 'SECRECY_REVIEW_REQUIRED' });
    const review = { id, version: edited.version };
    await expect(desk.officer.api.bulletins.reviewSecrecy({ ...review, outcome: 'objected' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    await desk.officer.api.bulletins.reviewSecrecy({ ...review, outcome: 'objected', note: '第一条请核。' });
    await expect(sign()).rejects.toMatchObject({ code: 'SECRECY_REVIEW_REQUIRED' });
    const reviewed = await desk.officer.api.bulletins.reviewSecrecy({ ...review, outcome: 'cleared' });
    expect(reviewed.secrecyReviews.map(({ isCurrent }) => isCurrent)).toEqual([true, true, false]);
    expect((await sign()).state).toBe('signed');
  });

  it('counts a secrecy review for the head it was made of, and the series is in it by name', async () => {
    const draft = await desk.draft();
    const { id, version } = await desk.prepare(draft);
    const settings = settingsOf((await bulletins().listSeries())[0]!);
    const renamed = await bulletins().updateSeries({ ...settings, name: '甲市史志工作简报' });
    const { signer, officer } = desk;
    await expect(signer.api.bulletins.sign({ id, version, disclosure: 'proactive' })).rejects.toMatchObject({
      code: 'STALE',
    });
    const now = await signer.api.bulletins.get({ id });
    expect(now.secrecyReviews).toMatchObject([{ isCurrent: false }]);
    await expect(
      signer.api.bulletins.sign({ id, version: now.version, disclosure: 'proactive' }),
    ).rejects.toMatchObject({ code: 'SECRECY_REVIEW_REQUIRED' });
    await officer.api.bulletins.reviewSecrecy({ id, version: now.version, outcome: 'cleared' });
    await signer.api.bulletins.sign({ id, version: now.version, disclosure: 'proactive' });
    await bulletins().updateSeries({ ...settings, version: renamed.version });
  });

  it('keeps a column together that the series has given up since', async () => {
    const { id, version } = await bulletins().create({ seriesId: desk.seriesId, issuedOn: null });
    let issue = await bulletins().addItem({ id, version, ...textOf('区县动态', '甲') });
    const settings = settingsOf((await bulletins().listSeries())[0]!);
    const changed = await bulletins().updateSeries({ ...settings, columns: ['特别关注'] });
    issue = await bulletins().addItem({ id, version: issue.version, ...textOf(null, '乙') });
    expect(issue.bulletinItems.map(({ title }) => title).join('')).toBe('乙甲');
    await bulletins().updateSeries({ ...settings, version: changed.version });
  });

  it('holds the review that was made last for the last, whoever asked first', async () => {
    const draft = await desk.draft();
    const { id, version } = await desk.prepare(draft);
    const { id: personId } = await desk.house.db
      .selectFrom('bulletin_secrecy_review')
      .select('reviewed_by as id')
      .where('issue_id', '=', id)
      .executeTakeFirstOrThrow();
    const review = { issueId: id, version, reviewedBy: personId };
    await desk.house.db.transaction().execute(async (first) => {
      await sql`select now()`.execute(first);
      await desk.officer.api.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' });
      await insertSecrecyReview(first, { ...review, outcome: 'objected', note: '第一条请核。' });
    });
    await expect(desk.signer.api.bulletins.sign({ id, version, disclosure: 'proactive' })).rejects.toMatchObject({
      code: 'SECRECY_REVIEW_REQUIRED',
    });
  });

  it('tells who comes second that the text is another', async () => {
    const draft = await desk.draft();
    const [item] = draft.bulletinItems;
    const first = await bulletins().editItem({ id: item!.id, version: item!.version, ...textOf(null, '先改') });
    const late = [
      bulletins().editItem({ id: item!.id, version: item!.version, ...textOf(null, '后改') }),
      bulletins().removeItem({ id: item!.id, version: item!.version }),
      bulletins().update(headOf(draft)),
      bulletins().addItem({ id: draft.id, version: draft.version, ...textOf(null, '又一条') }),
      bulletins().submit({ id: draft.id, version: draft.version }),
      bulletins().discard({ id: draft.id, version: draft.version }),
    ];
    expect(await codesOf(late)).toEqual(['STALE']);
    // Two who edit different items do not disturb each other.
    const both = await bulletins().addItem({ id: first.id, version: first.version, ...textOf(null, '另一条') });
    const [one, other] = both.bulletinItems;
    await bulletins().editItem({ id: one!.id, version: one!.version, ...textOf(null, '一') });
    const after = await bulletins().editItem({ id: other!.id, version: other!.version, ...textOf(null, '二') });
    expect(after.bulletinItems.map(({ title }) => title)).toEqual(['一', '二']);
    expect(after.version).toBe(both.version + 2);
  });

  it('keeps items column by column as the series has them, and in the order given within one', async () => {
    const { id, version } = await bulletins().create({ seriesId: desk.seriesId, issuedOn: null });
    let issue = await bulletins().addItem({ id, version, ...textOf('区县动态', '丙') });
    for (const [column, title] of [
      ['特别关注', '乙'],
      ['区县动态', '丁'],
      [null, '甲'],
    ] as const)
      issue = await bulletins().addItem({ id, version: issue.version, ...textOf(column, title) });
    const titles = () => issue.bulletinItems.map(({ title }) => title).join('');
    expect(titles()).toBe('甲乙丙丁');
    expect(issue.firstTitle).toBe('甲');
    const idOf = (title: string) => issue.bulletinItems.find((item) => item.title === title)!.id;
    issue = await bulletins().orderItems({ id, version: issue.version, items: [idOf('丁'), idOf('丙'), idOf('甲')] });
    expect(titles()).toBe('甲乙丁丙');
    expect(issue.bulletinItems.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    await expect(
      bulletins().addItem({ id, version: issue.version, ...textOf('市州动态', '戊') }),
    ).rejects.toMatchObject({ code: 'COLUMN_UNKNOWN' });
    await expect(bulletins().submit({ id, version: issue.version })).rejects.toMatchObject({ code: 'NO_ISSUE_DATE' });
  });

  it('keeps paragraphs one a line, and the source without its brackets', async () => {
    const { id, version } = await desk.draft(undefined, []);
    const body = '\u3000\u3000第一段。\r\n\r\n\u3000\u3000第二段。\n';
    const issue = await bulletins().addItem({
      id,
      version,
      ...textOf(null, '题'),
      body,
      source: '（乙县地方志办公室）',
    });
    expect(issue.bulletinItems[0]).toMatchObject({ body: '第一段。\n第二段。', source: '乙县地方志办公室' });
    await expect(bulletins().submit({ id, version })).rejects.toMatchObject({ code: 'STALE' });
  });

  it('refuses what bears a classification mark, wherever it stands', async () => {
    const draft = await desk.draft();
    const { id, version } = draft;
    const marked = '机密★1年';
    const calls = [
      bulletins().addItem({ id, version, ...textOf(null, '题'), body: `正文。\n${marked}` }),
      bulletins().addItem({ id, version, ...textOf(null, marked) }),
      bulletins().update({ ...headOf(draft), disclosure: 'withheld', ground: marked }),
      bulletins().update({ ...headOf(draft), recipients: { up: [marked], across: [], down: [] } }),
    ];
    expect(await codesOf(calls)).toEqual(['CLASSIFIED']);
    expect((await bulletins().get({ id })).items).toBe(1);
    await desk.prepare(draft);
    const steps = [
      desk.checker.api.bulletins.giveBack({ id, version, reason: marked }),
      desk.officer.api.bulletins.reviewSecrecy({ id, version, outcome: 'objected', note: marked }),
      desk.signer.api.bulletins.sign({ id, version, disclosure: 'withheld', ground: marked }),
    ];
    expect(await codesOf(steps)).toEqual(['CLASSIFIED']);
    expect(await bulletins().get({ id })).toMatchObject({ state: 'signing', returnedWhy: null, ground: '' });
  });

  it('does not let the drafter check, review or sign, nor anybody do the step of another post', async () => {
    const editor = await desk.house.join('bulletinEditor', '510000/510100/');
    const { person } = await editor.api.accounts.me();
    const chief = await desk.house.join('administrator', '510000/510100/');
    for (const role of ['bulletinChecker', 'secrecyOfficer', 'signer'] as const)
      await chief.api.accounts.assignPost({ id: person.id, organisationId: desk.cityId, role });
    const { id, version } = await desk.draft();
    await expect(desk.checker.api.bulletins.submit({ id, version })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await editor.api.bulletins.submit({ id, version });
    await expect(editor.api.bulletins.check({ id, version })).rejects.toMatchObject({ code: 'SAME_HAND' });
    await expect(desk.signer.api.bulletins.check({ id, version })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await desk.checker.api.bulletins.check({ id, version });
    await expect(desk.signer.api.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(editor.api.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' })).rejects.toMatchObject({
      code: 'SAME_HAND',
    });
    await desk.officer.api.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' });
    await expect(editor.api.bulletins.sign({ id, version, disclosure: 'proactive' })).rejects.toMatchObject({
      code: 'SAME_HAND',
    });
    expect((await editor.api.bulletins.get({ id })).allowed).toMatchObject({
      reviewSecrecy: false,
      sign: false,
      giveBack: true,
    });
  });

  it('asks for the ground of what is not open', async () => {
    const draft = await desk.draft();
    await expect(bulletins().update({ ...headOf(draft), disclosure: 'onRequest' })).rejects.toMatchObject({
      code: 'GROUND_REQUIRED',
    });
  });

  it('puts a signed issue on the web and takes it down again, a later and separate act', async () => {
    const { id, version, publishedAt } = await desk.sign(await desk.draft());
    expect(publishedAt).toBeNull();
    const published = await bulletins().publish({ id, version });
    expect(published.publishedAt).not.toBeNull();
    expect((await bulletins().publish({ id, version })).publishedAt).toBe(published.publishedAt);
    expect((await desk.signer.api.bulletins.unpublish({ id, version })).publishedAt).toBeNull();
    const rows = await desk.house.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', `bulletin:${id}`)
      .orderBy('id')
      .execute();
    expect(rows.map(({ action }) => action.replace('bulletins.', ''))).toEqual([
      'create',
      'addItem',
      'submit',
      'check',
      'reviewSecrecy',
      'sign',
      'publish',
      'unpublish',
    ]);
  });

  it('says nothing of drafts to offices below, and shows them what a circulated series has signed', async () => {
    const draft = await desk.draft();
    const { id } = draft;
    const below = desk.county.api.bulletins;
    await expect(below.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const signed = await desk.sign(draft);
    expect((await desk.editor.api.bulletins.get({ id })).draftedBy).not.toBeNull();
    const seen = await below.get({ id });
    expect(seen).toMatchObject({ number: signed.number, draftedBy: null, signedBy: null, secrecyReviews: [] });
    expect(Object.values(seen.allowed)).not.toContain(true);
    const listed = (await below.list({ limit: 200 })).items;
    expect(listed.map((issue) => issue.id)).toContain(id);
    expect(listed.every(({ state }) => state === 'signed')).toBe(true);
    await expect(below.discard({ id, version: signed.version })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await below.listSeries()).map((series) => series.id)).toEqual([desk.seriesId]);

    const [series] = await bulletins().listSeries();
    const settings = settingsOf(series!);
    await bulletins().updateSeries({ ...settings, circulated: false });
    await expect(below.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await below.list({})).items).toEqual([]);
    expect(await below.listSeries()).toEqual([]);
    await bulletins().updateSeries({ ...settings, version: settings.version + 1 });
  });

  it('lists what is in hand first and then the newest, page by page', async () => {
    await desk.sign(await desk.draft('2026-10-01'));
    await desk.sign(await desk.draft('2026-12-01'));
    const all = (await bulletins().list({ limit: 200 })).items;
    const paged: typeof all = [];
    let cursor: string | undefined;
    do {
      const page = await bulletins().list({ cursor, limit: 2 });
      paged.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const signed = all.filter(({ state }) => state === 'signed');
    expect(all.slice(-signed.length)).toEqual(signed);
    const days = signed.map(({ issuedOn }) => issuedOn!);
    expect(days).toEqual([...days].sort((a, b) => (a < b ? 1 : -1)));
    const old = await bulletins().list({ year: 2026, state: 'signed', limit: 200 });
    expect(old.items).toHaveLength(signed.length);
    expect((await bulletins().list({ year: 2025 })).items).toEqual([]);
  });

  /** The head of an issue as the page sends it back. */
  function headOf(issue: Awaited<ReturnType<Desk['draft']>>) {
    const { id, version, issuedOn, supplement, disclosure, ground, recipients, printedBy, copies } = issue;
    return { id, version, issuedOn, supplement, disclosure, ground, recipients, printedBy, copies };
  }
  function settingsOf(series: Awaited<ReturnType<ReturnType<typeof bulletins>['listSeries']>>[number]) {
    const { id, version, name, issuer, columns, sourceLine, intake, circulated, running, base, printedBy, copies } =
      series;
    return { id, version, name, issuer, columns, sourceLine, intake, circulated, running, base, printedBy, copies };
  }

  it('keeps lists in the order in which they were entered', async () => {
    const lists = { up: ['市委', '安全局', '人大'], across: ['乙', '甲'], down: SERIES.recipients.down };
    const draft = await desk.draft();
    const edited = await bulletins().update({ ...headOf(draft), recipients: lists });
    expect(edited.recipients).toEqual(lists);
  });
});

/** How calls made at once were refused, each code once; 'done' where one was not. */
async function codesOf(calls: readonly Promise<unknown>[]): Promise<string[]> {
  const answers = await Promise.allSettled(calls);
  const codes = answers.map((answer) =>
    answer.status === 'rejected' ? String((answer.reason as { code?: unknown }).code) : 'done',
  );
  return [...new Set(codes)];
}
