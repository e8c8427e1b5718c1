import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { INTAKE_PATHS, openIntake, writeWord, type Intake } from '../../../test/open-intake.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.house.close());

const kept = async () =>
  (await intake.house.db.selectFrom('dispatch').select('id').execute()).length +
  (await intake.house.db.selectFrom('audit_entry').select('id').where('action', '=', 'dispatches.send').execute())
    .length;

describe('where copy may be sent', () => {
  it('names the series of the offices above that take copy in, the nearest first', async () => {
    const cityEditor = await intake.join('bulletinEditor', INTAKE_PATHS.city);
    const { id } = await intake.house.db
      .selectFrom('organisation')
      .select('id')
      .where('path', '=', INTAKE_PATHS.city)
      .executeTakeFirstOrThrow();
    const series = { issuer: '甲市地方志办公室', columns: [], sourceLine: true, running: true, base: null } as const;
    const paper = { printedBy: '甲市地方志办公室', copies: 10, recipients: { up: [], across: [], down: [] } };
    const make = (name: string, isOpen: boolean) =>
      cityEditor.api.bulletins.createSeries({
        ...series,
        ...paper,
        columns: [],
        organisationId: id,
        kind: 'work',
        name,
        intake: isOpen,
        circulated: false,
      });
    await make('甲市地方志工作简报', true);
    await make('甲市地方志内部简讯', false);
    const names = async ({ api }: Intake['editor']) => (await api.dispatches.targets()).map((one) => one.seriesName);
    expect(await names(intake.reporter)).toEqual(['甲市地方志工作简报', '某省地方志工作简报']);
    expect(await names(cityEditor)).toEqual(['某省地方志工作简报']);
    expect(await names(intake.editor)).toEqual([]);
    expect(await names(await intake.join('reader', INTAKE_PATHS.county))).toEqual([]);
  });
});

describe('copy that is sent in', () => {
  it('keeps who approved it and when, and what it was sent to', async () => {
    const { api } = intake.reporter;
    const copy = await intake.copy({ originalName: '乙县信息.docx' });
    const sent = await api.dispatches.send(copy);
    expect(sent).toMatchObject({
      ...copy,
      state: 'sent',
      issueNumber: null,
      allowed: { decide: false, withdraw: true },
    });
    expect(sent.from.name).toBe(await intake.nameOf(INTAKE_PATHS.county));
    expect(await api.dispatches.get({ id: sent.id })).toEqual(sent);
    expect((await intake.editor.api.dispatches.get({ id: sent.id })).allowed).toEqual({
      decide: true,
      withdraw: false,
    });
  });

  it.each<[string, string, () => Promise<Parameters<Intake['copy']>[0]>]>([
    [
      'signed with the name of another county',
      'OTHER_PLACE',
      async () => ({ source: await intake.nameOf(INTAKE_PATHS.neighbour) }),
    ],
    [
      'about another city',
      'OTHER_PLACE',
      async () => ({ title: `${await intake.nameOf(INTAKE_PATHS.elsewhere)}召开工作会` }),
    ],
    ['with a mark on a line of its text', 'CLASSIFIED', async () => ({ body: '密级：机密\n全文如下。' })],
    ['with a mark in its title', 'CLASSIFIED', async () => ({ title: '机密★1年' })],
    ['approved tomorrow', 'BAD_DAY', async () => ({ approvedOn: '2999-01-01' })],
    ['approved on a day of the year 0', 'BAD_DAY', async () => ({ approvedOn: '0000-01-01' })],
    ['to no series', 'NOT_FOUND', async () => ({ seriesId: intake.house.first.provinceId })],
    ['for another office', 'NOT_FOUND', async () => ({ fromId: intake.house.first.provinceId })],
    ['upon no call', 'NOT_FOUND', async () => ({ callId: intake.house.first.provinceId })],
  ])('is refused where it is %s, and nothing is stored', async (_name, code, over) => {
    const before = await kept();
    const copy = await intake.copy(await over());
    await expect(intake.reporter.api.dispatches.send(copy)).rejects.toMatchObject({ code });
    expect(await kept()).toBe(before);
  });

  it('is not sent by people whose business it is not', async () => {
    const copy = await intake.copy();
    const reader = await intake.join('reader', INTAKE_PATHS.county);
    await expect(reader.api.dispatches.send(copy)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(intake.editor.api.dispatches.send(copy)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is never sent by the issuing office to itself, whose post somebody of a county holds as well', async () => {
    const { db, first } = intake.house;
    const both = await intake.join('reporter', INTAKE_PATHS.county);
    const { id: personId } = await db
      .selectFrom('person')
      .select('id')
      .where('name', '=', both.name)
      .executeTakeFirstOrThrow();
    const post = {
      id: randomUUID(),
      person_id: personId,
      organisation_id: first.provinceId,
      role: 'reporter',
      since: '2020-01-01',
    };
    await db.insertInto('post').values(post).execute();
    const sent = await both.api.dispatches.send(await intake.copy({ title: '我县方志馆开馆' }));
    expect(sent.from.name).toBe(await intake.nameOf(INTAKE_PATHS.county));
  });

  it('is taken back by its sender while nobody has dealt with it, and is its own alone from then on', async () => {
    const { api } = intake.reporter;
    const sent = await api.dispatches.send(await intake.copy({ title: '我县年鉴出版' }));
    await expect(api.dispatches.withdraw({ id: sent.id, version: 0 })).rejects.toMatchObject({ code: 'STALE' });
    await expect(intake.editor.api.dispatches.withdraw(sent)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const withdrawn = await api.dispatches.withdraw(sent);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', allowed: { withdraw: false } });
    await expect(api.dispatches.withdraw(withdrawn)).rejects.toMatchObject({ code: 'DISPATCH_ENDED' });
    await expect(intake.editor.api.dispatches.get(sent)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const titles = async (visitor: Intake['editor'], box: 'received' | 'sent') =>
      (await visitor.api.dispatches.list({ box })).items.map(({ title }) => title);
    expect(await titles(intake.reporter, 'sent')).toContain('我县年鉴出版');
    expect(await titles(intake.editor, 'received')).not.toContain('我县年鉴出版');
  });

  it('is found by words, state and office, page by page', async () => {
    const { api } = intake.reporter;
    for (const title of ['年鉴进校园', '村史馆落成', '年鉴评审会'])
      await api.dispatches.send(await intake.copy({ title }));
    const list = intake.editor.api.dispatches.list;
    const found = await list({ box: 'received', words: '年鉴', state: 'sent' });
    expect(found.items.map(({ title }) => title)).toEqual(['年鉴评审会', '年鉴进校园']);
    expect((await list({ box: 'received', words: '%' })).items).toEqual([]);
    const all = await list({ box: 'received' });
    const first = await list({ box: 'received', limit: 2 });
    const rest = await list({ box: 'received', cursor: first.next! });
    expect([...first.items, ...rest.items]).toEqual(all.items);
  });
});

it('is known of by the superior that it went past, and by no other county', async () => {
  const { id } = await intake.reporter.api.dispatches.send(await intake.copy({ title: '我县志书出版' }));
  const below = async (visitor: Intake['editor']) =>
    (await visitor.api.dispatches.list({ box: 'below' })).items.map(({ title }) => title);
  const city = await intake.join('reporter', INTAKE_PATHS.city);
  expect(await below(city)).toContain('我县志书出版');
  expect(await city.api.dispatches.get({ id })).toMatchObject({ allowed: { decide: false, withdraw: false } });
  await expect(city.api.dispatches.withdraw({ id, version: 1 })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  // To whom it was sent it is received, and not listed twice.
  expect(await below(intake.editor)).toEqual([]);
  for (const path of [INTAKE_PATHS.neighbour, INTAKE_PATHS.elsewhere]) {
    const stranger = await intake.join('bulletinEditor', path);
    expect(await below(stranger)).toEqual([]);
    await expect(stranger.api.dispatches.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

describe('a Word file that is read for the form', () => {
  const read = async (visitor: Intake['editor'], name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    const answer = await visitor.fetch('/api/dispatches/read', { method: 'POST', body: form });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  it('gives title, text and source, and is not kept', async () => {
    const word = await writeWord([
      '我县启动镇村志编修',
      '11月18日，召开推进会。',
      '会议明确安排。（乙县地方志办公室）',
    ]);
    expect(await read(intake.reporter, '信息.docx', word)).toEqual({
      status: 200,
      body: { title: '我县启动镇村志编修', body: '11月18日，召开推进会。\n会议明确安排。', source: '乙县地方志办公室' },
    });
  });

  it('is refused in one sentence where it bears a mark or is none', async () => {
    const marked = await read(intake.reporter, '信息.docx', await writeWord(['机密★1年', '某事', '全文。']));
    expect(marked).toMatchObject({ status: 422, body: { code: 'classified' } });
    expect(marked.body.message).toMatch(/请通过涉密渠道办理。$/);
    const named = await read(intake.reporter, '机密★1年.docx', await writeWord(['某事', '全文。']));
    expect(named).toMatchObject({ status: 422, body: { code: 'classified' } });
    expect(await read(intake.reporter, '信息.docx', new TextEncoder().encode('PK\u0003\u0004'))).toMatchObject({
      status: 422,
    });
    expect(
      await read(await intake.join('reader', INTAKE_PATHS.county), '信息.docx', marked.body && new Uint8Array(1)),
    ).toMatchObject({
      status: 403,
    });
    expect(intake.house.faults).toEqual([]);
  });
});
