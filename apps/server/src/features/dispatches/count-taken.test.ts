import { readManuscript } from '@xiuzhi/manuscript';
import { unzipSync, strFromU8 } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { INTAKE_PATHS, openIntake, openPoliticalWork, type Intake } from '../../../test/open-intake.ts';

let intake: Intake;
let neighbour: Intake['reporter'];
let month: string;
beforeAll(async () => {
  intake = await openIntake();
  neighbour = await intake.join('reporter', INTAKE_PATHS.neighbour);
  const issueId = await intake.draft();
  const { api } = intake.editor;
  const send = async (visitor: Intake['reporter'], path: string, title: string) =>
    visitor.api.dispatches.send(await intake.copy({ title, source: await intake.nameOf(path) }));
  // The neighbour sends first, and stands second.
  const theirs = await send(neighbour, INTAKE_PATHS.neighbour, '我区年鉴出版');
  const [one, two, three] = [
    await send(intake.reporter, INTAKE_PATHS.county, '我县年鉴出版'),
    await send(intake.reporter, INTAKE_PATHS.county, '我县方志馆开馆'),
    await send(intake.reporter, INTAKE_PATHS.county, '我县召开评审会'),
  ];
  const gone = await send(intake.reporter, INTAKE_PATHS.county, '我县村志启动');
  await intake.reporter.api.dispatches.withdraw(gone);
  await api.dispatches.take({ id: one.id, version: one.version, issueId, column: '市州动态' });
  await api.dispatches.take({ id: two.id, version: two.version, issueId, column: '特别关注' });
  await api.dispatches.decline({ id: three.id, version: three.version, reason: '时效已过。' });
  // A month ago, in Beijing though not in Greenwich.
  await intake.house.db
    .updateTable('dispatch')
    .set({ sent_at: new Date('2026-05-31T16:00:00Z') })
    .where('id', '=', theirs.id)
    .execute();
  month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
}, 120_000);
afterAll(() => intake.house.close());

const taken = ({ api }: Intake['editor'], of = month) => api.dispatches.taken({ seriesId: intake.seriesId, month: of });
const file = async (visitor: Intake['editor'], format: string, query = '') => {
  const answer = await visitor.fetch(
    `/api/dispatches/taken.${format}?series=${intake.seriesId}&month=${month}${query}`,
  );
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
};

describe('the sheet of a month', () => {
  it('counts what was sent and what became of it, by column; what was withdrawn counts nowhere', async () => {
    expect(await taken(intake.editor)).toEqual({
      seriesName: '某省地方志工作简报',
      month,
      columns: ['特别关注', '市州动态'],
      lines: [
        {
          office: { id: expect.any(String) as string, name: await intake.nameOf(INTAKE_PATHS.county) },
          sent: 3,
          taken: 2,
          declined: 1,
          waiting: 0,
          byColumn: { 特别关注: 1, 市州动态: 1 },
        },
      ],
    });
  });

  it('goes by the month of Beijing', async () => {
    expect((await taken(intake.editor, '2026-06')).lines.map(({ sent }) => sent)).toEqual([1]);
    expect((await taken(intake.editor, '2026-05')).lines).toEqual([]);
  });

  it('shows an office below its own line alone, also where it sent nothing, and nobody else any', async () => {
    expect((await taken(intake.reporter)).lines.map(({ sent }) => sent)).toEqual([3]);
    const { lines } = await taken(neighbour);
    expect(lines).toMatchObject([{ office: { name: await intake.nameOf(INTAKE_PATHS.neighbour) }, sent: 0 }]);
    const city = await intake.join('reporter', INTAKE_PATHS.city);
    expect((await taken(city)).lines.map(({ sent }) => sent)).toEqual([0]);
    await expect(taken(await intake.join('reader', INTAKE_PATHS.province))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('tells an office below nothing of a series that takes no copy in, not even its name', async () => {
    const { seriesId } = await openPoliticalWork(intake);
    const asked = { seriesId, month };
    expect(await intake.editor.api.dispatches.taken(asked)).toMatchObject({ lines: [] });
    await expect(intake.reporter.api.dispatches.taken(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // One that took copy in before still answers for it.
    const intakeOf = (isOpen: boolean) =>
      intake.house.db
        .updateTable('bulletin_series')
        .set({ intake: isOpen })
        .where('id', '=', intake.seriesId)
        .execute();
    await intakeOf(false);
    expect((await taken(intake.reporter)).lines).toMatchObject([{ sent: 3 }]);
    await intakeOf(true);
  });

  it('keeps the official order of offices, whoever sent more', async () => {
    await intake.house.db
      .updateTable('dispatch')
      .set({ sent_at: new Date('2026-06-02T00:00:00Z') })
      .execute();
    const { lines } = await taken(intake.editor, '2026-06');
    expect(lines.map(({ office }) => office.name)).toEqual([
      await intake.nameOf(INTAKE_PATHS.county),
      await intake.nameOf(INTAKE_PATHS.neighbour),
    ]);
    await intake.house.db.updateTable('dispatch').set({ sent_at: new Date() }).execute();
  });
});

describe('the sheet as a file', () => {
  it('is an .xlsx to count with, and a document to sign', async () => {
    const sheet = await file(intake.editor, 'xlsx');
    const rows = await readSheet(Buffer.from(sheet.bytes));
    expect(rows[2]).toEqual(['序号', '报送单位', '报送', '采用', '采用率', '未采用', '待处理', '特别关注', '市州动态']);
    expect(rows[3]).toEqual([1, await intake.nameOf(INTAKE_PATHS.county), 3, 2, '67%', 1, 0, 1, 1]);
    const word = await file(intake.editor, 'docx');
    expect(strFromU8(unzipSync(word.bytes)['word/document.xml']!)).toContain('采用栏目');
    const pdf = await file(intake.editor, 'pdf');
    expect(await wordsOf(pdf.bytes)).toContain('67%');
  });

  it('is not there for a month or a format that there is not', async () => {
    expect((await file(intake.editor, 'csv')).status).toBe(404);
    expect((await file(intake.editor, 'xlsx', '&month=2026-13')).status).toBe(404);
    expect(intake.house.faults).toEqual([]);
  });
});

it('prints the sheet on which copy was approved', async () => {
  const [one] = (await intake.reporter.api.dispatches.list({ box: 'sent' })).items;
  const answer = await intake.reporter.fetch(`/api/dispatches/${one!.id}/sheet.pdf`);
  const words = await wordsOf(new Uint8Array(await answer.arrayBuffer()));
  for (const each of ['信息报送审签单', one!.title, '主任王某（签字）', '2026年11月19日', '会议明确了时间安排。'])
    expect(words).toContain(each);
  expect((await neighbour.fetch(`/api/dispatches/${one!.id}/sheet.pdf`)).status).toBe(404);
});

/** The words of a PDF without the spaces between them. */
async function wordsOf(pdf: Uint8Array): Promise<string> {
  return (await readManuscript(pdf, '表.pdf')).volume.text.replaceAll(/\s/g, '');
}
