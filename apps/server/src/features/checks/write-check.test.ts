import { readDocxTables } from '@xiuzhi/manuscript';
import { expect, test } from 'vitest';

import { readSheetXml } from '../../../test/read-sheet-xml.ts';
import { writeCheck, writeCheckSheet, type CheckLine, type CheckPaper } from './write-check.ts';

const line = (number: number, over: Partial<CheckLine> = {}): CheckLine => ({
  number,
  place: '第三编 农业 › 第二章 种植业',
  source: '意见',
  quote: '全县耕地32.6万亩。',
  opinion: '分项之和与总数不符，建议核对统计口径。',
  answer: '已改',
  verdict: '已改',
  before: '全县耕地32.6万亩。',
  after: '全县耕地33.6万亩。',
  overruled: false,
  note: '',
  ...over,
});
const paper: CheckPaper = {
  workTitle: '乙县年鉴（2026）',
  manuscriptTitle: '送审稿',
  fromNumber: 2,
  toNumber: 3,
  madeOn: '2026-04-20',
  counts: { done: 1, partly: 0, notDone: 1, gone: 0, person: 0 },
  uncertain: 1,
  newFindings: 4,
  lines: [line(1), line(2, { verdict: '未改', overruled: true }), line(3, { after: '=1+1', note: '@周某' })],
};
const TITLE = '整改核对表（机器比对，供人工复核）';
const SUBJECT = '《乙县年鉴（2026）》　书稿：《送审稿》　第2稿与第3稿比对　比对日期：2026年4月20日';
const COUNTS =
  '共2条：已改1条，部分已改0条，未改1条，已删去0条，待人工判断0条；另有不确定意见1条，不计；新稿新增疑点4处。';
const HEADER = ['序号', '原文位置', '来源', '原文', '意见', '答复', '比对结果', '旧稿', '新稿', '备注'];

test('the Word file has title, counts and a row a line', async () => {
  const { paragraphs, tables, properties } = await readDocxTables(await writeCheck(paper));
  expect(paragraphs.slice(0, 3)).toEqual([TITLE, SUBJECT, COUNTS]);
  const rows = tables[0]!.rows.map(({ cells }) => cells.map(({ text }) => text));
  expect(rows[0]).toEqual(HEADER);
  expect(rows[2]!.slice(0, 3)).toEqual(['2', '第三编 农业\n第二章 种植业', '意见']);
  expect(rows[2]![6]).toBe('未改（改判）');
  expect(rows).toHaveLength(4);
  expect(properties).toEqual({});
});

test('the sheet has numbers as numbers, a frozen header, and no formula', async () => {
  const { cells, xml, workbook } = await readSheetXml(await writeCheckSheet(paper));
  expect(cells.slice(0, 4).map((row) => row.filter((cell) => cell !== null))).toEqual([
    [TITLE],
    [SUBJECT],
    [COUNTS],
    HEADER,
  ]);
  expect(cells.slice(4).map(([number, , , , , , verdict, , after, note]) => [number, verdict, after, note])).toEqual([
    [1, '已改', '全县耕地33.6万亩。', null],
    [2, '未改（改判）', '全县耕地33.6万亩。', null],
    [3, '已改', '=1+1', '@周某'],
  ]);
  expect(xml).not.toMatch(/<f>|t="str"/);
  expect(xml).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>');
  expect(workbook.match(/<definedNames.*<\/definedNames>/)![0]).toContain("'整改核对表'!$4:$4");
  expect(workbook.match(/<definedNames/g)).toHaveLength(1);
  expect(xml).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*<pageSetup fitToWidth="1" fitToHeight="0"/s);
  expect(xml.match(/<col /g)).toHaveLength(HEADER.length);
});

test('a cell longer than Excel takes is cut, control characters are left out', async () => {
  const long = line(1, { before: '\u0000𠮷'.repeat(20_000) });
  const { cells } = await readSheetXml(await writeCheckSheet({ ...paper, lines: [long] }));
  const text = cells.at(-1)![7] as string;
  expect(text.length).toBeLessThan(32_767);
  expect(text).toMatch(/^(?:𠮷)+……（余略）$/u);
});
