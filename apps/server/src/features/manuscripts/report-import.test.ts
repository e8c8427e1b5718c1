import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeDocx, run } from '../../../../../packages/manuscript/test/make-docx.ts';
import { makePdf } from '../../../../../packages/manuscript/test/make-pdf.ts';
import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const lab = process.env['XIUZHI_LAB'] ?? path.join(import.meta.dirname, '../../../../../../shared/lab');
const docs = path.join(lab, 'docs');
const labFile = (start: string) => {
  try {
    return readdirSync(docs).find((name) => name.startsWith(start));
  } catch {
    return undefined;
  }
};
const revised = labFile('06_');

describe('the import report of a revision', () => {
  let house: OpenHouse;
  let editor: Visitor;

  beforeAll(async () => {
    house = await openHouse();
    editor = await house.join('reviewLead', '510000/');
  });
  afterAll(() => house.close());

  it('tells the changes and comments of others with their words and places', async () => {
    const by = 'w:author="甲" w:date="2026-01-02T03:04:00Z"';
    const long = `${'长'.repeat(1999)}𠮷`;
    const body =
      `<w:p>${run('乙县')}<w:ins w:id="1" ${by}>${run('概况。')}</w:ins>` +
      `<w:del w:id="2" ${by}><w:r><w:delText>${long}</w:delText></w:r></w:del></w:p>`;
    const id = await importText(editor, house.first.provinceId, '乙县.docx', Uint8Array.from(makeDocx(body)));
    const report = await editor.api.manuscripts.report({ id });
    expect(report.lines).toEqual([
      '1 处修订插入（他人）：文字已读入，修订标记保留在原稿中，导出时一并带出。',
      '1 处修订删除（他人）：文字未读入正文，修订标记保留在原稿中，导出时一并带出。',
    ]);
    expect(report.entries[0]).toEqual({
      kind: 'insertions',
      taken: 'text',
      count: 1,
      places: [{ start: 2, end: 5 }],
    });
    expect(report.foreign.map(({ kind, author, start, end }) => [kind, author, start, end])).toEqual([
      ['insertion', '甲', 2, 5],
      ['deletion', '甲', 5, 5],
    ]);
    expect(report.foreign[1]!.text).toMatch(/^长{1999}\uFFFD$/);
  });

  it('says so where a book was read before there were reports', async () => {
    const id = await importText(editor, house.first.provinceId, '旧稿.txt', '乙县概况。');
    await house.db.updateTable('revision').set({ report: null }).where('id', '=', id).execute();
    const report = await editor.api.manuscripts.report({ id });
    expect(report).toEqual({ entries: [], foreign: [], lines: [expect.stringMatching(/没有读入报告.*。$/)] });
  });

  it('of a PDF tells what was dropped; its findings go out as comments of a new Word file', async () => {
    const page = (text: string, number: number) => [
      { text: '乙县年鉴', x: 260, y: 810, size: 9 },
      { text, x: 90, y: 700 },
      { text: String(number), x: 290, y: 40, size: 9 },
    ];
    const pages = ['全县有七、八户迁入甲镇。', '面积15～30%为山地。', '乙县位于甲市北部。'];
    const pdf = Uint8Array.from(makePdf(pages.map((text, index) => page(text, index + 1))));
    const id = await importText(editor, house.first.provinceId, '乙县年鉴.pdf', pdf);
    expect(await editor.api.manuscripts.get({ id })).toMatchObject({ format: 'pdf', blocks: 3 });
    const report = await editor.api.manuscripts.report({ id });
    expect(report.entries).toEqual([{ kind: 'headers-and-footers', taken: 'left', count: 6, places: [] }]);
    const annotated = await editor.fetch(`/api/revisions/${id}/annotated.docx?decisions=undecided`);
    expect(annotated.status).toBe(200);
    const original = await editor.fetch(`/api/revisions/${id}/original`);
    expect(original.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await original.arrayBuffer()).equals(pdf)).toBe(true);
  });

  it.skipIf(!revised)('counts what a real file with revisions holds', async () => {
    const bytes = Uint8Array.from(readFileSync(path.join(docs, revised!)));
    const id = await importText(editor, house.first.provinceId, revised!, bytes);
    const { entries, foreign } = await editor.api.manuscripts.report({ id });
    expect(entries.map(({ kind, count }) => [kind, count])).toEqual([
      ['insertions', 6],
      ['deletions', 31],
      ['headers-and-footers', 2],
    ]);
    expect(foreign).toHaveLength(37);
  });

  it('is not for those who may not read the book', async () => {
    const id = await importText(editor, house.first.provinceId, '乙县.txt', '乙县概况。');
    const neighbour = await house.join('reviewer', '510000/510100/');
    await expect(neighbour.api.manuscripts.report({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(house.faults).toEqual([]);
  });
});
