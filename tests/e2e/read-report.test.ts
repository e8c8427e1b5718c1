import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { importText } from '../../apps/server/test/import-text.ts';
import type { WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';

let stage: Stage;
let works: WatchedPage;
let workId: string;

/** A manuscript that somebody else has commented on and changed. */
async function writeMarkedBook(): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    comments: {
      children: [
        {
          id: 0,
          author: '乙某',
          date: new Date('2026-03-05T08:00:00Z'),
          children: [new Paragraph('此处请补充面积。')],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new TextRun('乙县位于丙河南岸，'),
              new CommentRangeStart(0),
              new TextRun('山地较多'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new InsertedTextRun({ text: '，气候温和', id: 5, author: '丙某', date: '2026-03-06T08:00:00Z' }),
              new TextRun('。'),
            ],
          }),
          new Paragraph('年内修建渠道两条。'),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

beforeAll(async () => {
  stage = await openStage();
  const id = await importText(stage.lead, stage.house.first.provinceId, '乙县年鉴.docx', await writeMarkedBook());
  ({ workId } = await stage.lead.api.manuscripts.get({ id }));
  works = await stage.open(stage.lead, `/works/${workId}`);
});
afterAll(() => stage?.close());

it('tells what of a Word file was taken, keeps the words of others, and leads to each place', async () => {
  const { page } = works;
  await page.getByTestId('revision-report').click();
  await page.getByTestId('report-line').first().waitFor();
  await works.picture('import-report');
  const foreign = page.getByTestId('report-foreign');
  await expect.poll(() => foreign.count()).toBe(2);
  expect(await foreign.allInnerTexts()).toEqual([
    expect.stringContaining('此处请补充面积。'),
    expect.stringContaining('气候温和'),
  ]);
  expect(await foreign.first().innerText()).toContain('乙某');
  await foreign.first().getByRole('link').click();
  await page.locator('.lit-place').waitFor();
  expect(await page.locator('.lit-place').innerText()).toBe('山地较多');
});

it('finds nothing wrong on the page', () => expect(works.troubles).toEqual([]));
