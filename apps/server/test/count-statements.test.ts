import { randomUUID } from 'node:crypto';

import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { addIssues, addSeries } from './add-issues.ts';
import { importText } from './import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from './open-house.ts';

/** Most statements that a list may take, the two that find the caller included. */
const MOST = 4;
const RUNS = 5;
/** Three indicators, each told twice with another value. */
const FIGURES = ['粮食总产量', '油料总产量', '蔬菜总产量']
  .map((what, nth) => `2023年，丁家镇${what}${nth + 1}00吨。\n2023年，丁家镇${what}${nth + 5}00吨。\n`)
  .join('');

describe('statements per list operation', () => {
  let house: OpenHouse;
  let visitor: Visitor;
  let workId: string;
  let revisionId: string;
  let letterId: string;
  let seriesId: string;
  let issueId: string;
  let month: string;
  const query = Client.prototype.query;
  let statements: string[] = [];

  beforeAll(async () => {
    house = await openHouse();
    visitor = await house.join('administrator', '510000/');
    const { person } = await visitor.api.accounts.me();
    const lead = { id: person.id, organisationId: house.first.provinceId, role: 'reviewLead' as const };
    await visitor.api.accounts.assignPost(lead);
    for (let index = 0; index < 3; index++) {
      await importText(
        visitor,
        house.first.provinceId,
        `乙县年鉴${index}.txt`,
        `【概况】乙县第${index}稿。\n${FIGURES}`,
      );
      await house.join('reader', `510000/5101${index ? '00' : '00/510104'}/`);
      await visitor.api.accounts.createToken({ label: `令牌${index}` });
    }
    const [work] = (await visitor.api.works.list({})).items;
    workId = work!.id;
    revisionId = work!.latestRevisionId!;
    const [block] = await visitor.api.manuscripts.blocks({ id: revisionId, from: 0, limit: 1 });
    const passage = { start: block!.start, end: block!.start + 1, quote: block!.text.slice(0, 1) };
    for (let index = 0; index < 3; index++) {
      await visitor.api.reviews.raiseOpinion({ id: revisionId, ...passage, wording: `请核实${index}。` });
      await house.db
        .insertInto('task')
        .values({
          id: randomUUID(),
          kind: 'rectification',
          organisation_id: house.first.provinceId,
          assigner_id: house.first.provinceId,
          work_id: workId,
          subject: `letter:${randomUUID()}`,
          title: '关于《乙县年鉴（2024）》的审查意见',
          due_on: `2031-01-0${index + 1}`,
          state: 'open',
        })
        .execute();
      await visitor.api.contributions.create({ workId, name: `乙县第${index}局` });
      await house.db
        .insertInto('letter')
        .values({
          id: randomUUID(),
          secret: '',
          kind: 'opinions',
          revision_id: revisionId,
          office_id: house.first.provinceId,
          addressee: '编辑部',
          round: index + 1,
          preamble: '',
          closing: '',
          working_days: 10,
          state: 'withdrawn',
          created_by: person.id,
        })
        .execute();
      await house.db
        .insertInto('submission')
        .values({
          id: randomUUID(),
          revision_id: revisionId,
          office_id: house.first.provinceId,
          sent_by: person.id,
          ...(index > 0 ? { ended_how: 'returned', ended_at: new Date() } : {}),
        })
        .execute();
    }
    await settle(house, visitor, workId, revisionId);
    ({ seriesId, month } = await report(house, visitor));
    issueId = await issue(house, seriesId);
    ({ id: letterId } = (await visitor.api.letters.draft({ revisionId, kind: 'opinions' }))[0]!);
    Client.prototype.query = function (this: Client, ...args: unknown[]) {
      const [first] = args as [string | { text?: string }];
      const text = typeof first === 'string' ? first : (first.text ?? '');
      if (!text.includes('pgboss')) statements.push(text);
      return (query as (...given: unknown[]) => unknown).apply(this, args);
    } as typeof query;
  });
  afterAll(async () => {
    Client.prototype.query = query;
    await house.close();
  });

  it.each<[string, () => Promise<unknown>, number]>([
    ['accounts.me', () => visitor.api.accounts.me(), 3],
    ['accounts.listOrganisations', () => visitor.api.accounts.listOrganisations({ search: '地方志' }), 3],
    ['accounts.listPersons', () => visitor.api.accounts.listPersons({ search: 'u' }), MOST],
    ['accounts.listTokens', () => visitor.api.accounts.listTokens(), 3],
    ['organisations.get', () => visitor.api.organisations.get({ id: house.first.provinceId }), MOST],
    ['works.list', () => visitor.api.works.list({}), MOST],
    ['manuscripts.list', () => visitor.api.manuscripts.list({ workId }), MOST],
    ['reviews.opinions', () => visitor.api.reviews.opinions({ id: revisionId }), MOST],
    ['reviews.suppressions', () => visitor.api.reviews.suppressions({ workId }), MOST],
    ['works.words', () => visitor.api.works.words({ id: workId }), MOST],
    ['figures.list', () => visitor.api.figures.list({ id: revisionId, sort: 'value' }), MOST],
    ['figures.groups', () => visitor.api.figures.groups({ id: revisionId }), MOST],
    ['figures.verdicts', () => visitor.api.figures.verdicts({ workId }), MOST],
    ['figures.facets', () => visitor.api.figures.facets({ id: revisionId }), MOST],
    // The figures, their work, and what was judged of them.
    [
      'figures.group',
      () => visitor.api.figures.group({ id: revisionId, subject: '丁家镇', indicator: '粮食总产量', unit: '千克' }),
      6,
    ],
    ['submissions.list', () => visitor.api.submissions.list({ box: 'received' }), MOST],
    ['contributions.list', () => visitor.api.contributions.list({ workId }), MOST],
    ['letters.list', () => visitor.api.letters.list({}), MOST],
    // Letter, lines and unseen findings.
    ['letters.get', () => visitor.api.letters.get({ id: letterId }), 5],
    // However many lines: material of seven kinds, nothing to write where nothing changed.
    ['letters.draft', async () => void (await visitor.api.letters.draft({ revisionId, kind: 'opinions' })), 20],
    ['tasks.list', () => visitor.api.tasks.list({}), MOST],
    ['dispatches.list', () => visitor.api.dispatches.list({ box: 'received' }), MOST],
    ['dispatches.listCalls', () => visitor.api.dispatches.listCalls({}), MOST],
    ['dispatches.taken', async () => (await visitor.api.dispatches.taken({ seriesId, month })).lines, MOST],
    ['bulletins.listSeries', () => visitor.api.bulletins.listSeries(), MOST],
    ['bulletins.list', () => visitor.api.bulletins.list({}), MOST],
    // The issue, its items and its secrecy reviews.
    ['bulletins.get', async () => (await visitor.api.bulletins.get({ id: issueId })).bulletinItems, 5],
    // Whom the caller reads, then the hits.
    ['bulletins.search', () => visitor.api.bulletins.search({ words: '完成初稿' }), MOST],
    ['bulletins.listFacts', async () => void (await visitor.api.bulletins.listFacts({})), MOST],
    ['bulletins.listRecipients', async () => void (await visitor.api.bulletins.listRecipients({ id: seriesId })), MOST],
    // The series, the files by state and those of the page.
    ['bulletins.listBackIssues', async () => void (await visitor.api.bulletins.listBackIssues({ id: seriesId })), 5],
    // However many issues: the series, its numbers and those of the files that wait.
    ['bulletins.numbering', async () => void (await visitor.api.bulletins.numbering({ id: seriesId })), 5],
    ['study.list', () => visitor.api.study.list({}), MOST],
    ['audit.list', () => visitor.api.audit.list({}), MOST],
  ])('%s', async (name, list, most) => {
    // The sealer of the audit chain and the jobs speak in between: the quietest of several runs is the operation's own.
    let own: string[] | undefined;
    for (let run = 0; run < RUNS; run++) {
      statements = [];
      const answer = (await list()) as { items?: unknown[] } | unknown[] | undefined;
      const rows = Array.isArray(answer) ? answer : answer?.items;
      if (rows) expect(rows.length).toBeGreaterThan(name === 'manuscripts.list' ? 0 : 2);
      if (!own || statements.length < own.length) own = statements;
    }
    expect(own!.length, own!.join('\n')).toBeGreaterThan(1);
    expect(own!.length, own!.join('\n')).toBeLessThanOrEqual(most);
  });
});

/** Gives a work words, verdicts on figures and suppressions, three of each. */
async function settle({ db }: OpenHouse, { api }: Visitor, workId: string, id: string): Promise<void> {
  const { person } = await api.accounts.me();
  const figures = (await api.figures.list({ id })).items;
  for (let index = 0; index < 3; index++) {
    await api.works.addWord({ id: workId, word: `王某${index}`, kind: 'person' });
    const [one, other] = figures.slice(index * 2);
    await api.figures.mark({ id, figures: [one!, other!], verdict: 'same' });
    const quoted = { work_id: workId, rule: 'none', quote: `甲${index}`, revision_id: id };
    const row = { ...quoted, id: randomUUID(), batch: randomUUID(), added_by: person.id };
    await db.insertInto('suppression').values(row).execute();
  }
}

/** Gives the province office copy of three counties, three calls for copy and three sessions. */
async function report({ db, first }: OpenHouse, { api }: Visitor) {
  const { person } = await api.accounts.me();
  await api.accounts.assignPost({ id: person.id, organisationId: first.provinceId, role: 'bulletinEditor' });
  const seriesId = randomUUID();
  const office = {
    organisation_id: first.provinceId,
    kind: 'work',
    name: '某省地方志工作简报',
    issuer: '某省地方志办',
  };
  await db
    .insertInto('bulletin_series')
    .values({ ...office, id: seriesId, source_line: true, intake: true, circulated: true, printed_by: '办', copies: 1 })
    .execute();
  const counties = ['510104', '510105', '510106'].map((code) => `510000/510100/${code}/`);
  const offices = await db.selectFrom('organisation').select('id').where('path', 'in', counties).execute();
  for (const { id } of offices) {
    const copy = {
      title: '我县年鉴出版',
      body: '全文。',
      source: '县志办',
      approved_by: '王某',
      approved_on: '2026-01-01',
    };
    const way = { from_id: id, to_id: first.provinceId, series_id: seriesId, sent_by: person.id };
    await db
      .insertInto('dispatch')
      .values({ ...copy, ...way, id: randomUUID(), state: 'sent' })
      .execute();
    await api.dispatches.call({ seriesId, topic: '镇村志', note: '', column: null, dueOn: '2999-01-01' });
    await api.study.record({
      kind: 'study',
      heldOn: '2026-01-01',
      title: '学习',
      record: { host: { name: '', post: '' }, documents: [], speakers: [], attendance: [], opinions: [] },
    });
  }
  return { seriesId, month: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7) };
}

/** Gives the province office three series, and one of them three issues of three items; one of the issues. */
async function issue({ db }: OpenHouse, seriesId: string): Promise<string> {
  for (let index = 0; index < 2; index++) await addSeries(db, '510000/');
  const items = ['甲', '乙', '丙'].map((title) => ({ title, body: '近日完成初稿。' }));
  const [first] = await addIssues(
    db,
    seriesId,
    [1, 2, 3].map((number) => ({ year: 2026, number, total: number, issuedOn: `2026-01-0${number}`, items })),
  );
  const row = await db
    .selectFrom('bulletin_item')
    .select('issue_id')
    .where('id', '=', first!)
    .executeTakeFirstOrThrow();
  return row.issue_id;
}
