import { VERDICT_NAMES, VERDICTS, type Verdict } from '@xiuzhi/domain';

import type { PaperRow } from '../../paper/paper-document.ts';
import { printBook } from '../../paper/print-book.ts';
import { printDay } from '../../paper/print-day.ts';
import { printPlace } from '../../paper/print-place.ts';
import { writeDocument } from '../../paper/write-document.ts';
import { writeSheet } from '@xiuzhi/manuscript/xlsx';

/** Result of a rectification check (整改核对表) as it is printed; `madeOn` is an ISO day. */
export interface CheckPaper {
  readonly workTitle: string;
  readonly manuscriptTitle: string;
  readonly fromNumber: number;
  readonly toNumber: number;
  readonly madeOn: string;
  /** Without uncertain opinions. */
  readonly counts: Record<Verdict, number>;
  /** Uncertain opinions (不确定意见). */
  readonly uncertain: number;
  readonly newFindings: number;
  readonly lines: readonly CheckLine[];
}

/** Line of a check (核对条目): what was asked, what was answered, and what the later text shows. */
export interface CheckLine {
  readonly number: number;
  readonly place: string;
  /** 意见、径改、核实. */
  readonly source: string;
  readonly quote: string;
  readonly opinion: string;
  readonly answer: string;
  readonly verdict: string;
  readonly before: string;
  readonly after: string;
  /** A person decided otherwise than the comparison. */
  readonly overruled: boolean;
  readonly note: string;
}

const TITLE = '整改核对表（机器比对，供人工复核）';
const OVERRULED = '（改判）';

/** Writes a check as a .docx (整改核对表), lying. */
export function writeCheck(paper: CheckPaper): Promise<Uint8Array> {
  const rows = paper.lines.map((line): PaperRow => ({
    bookmarks: [],
    cells: cellsOf({ ...line, place: printPlace(line.place) }).map(String),
  }));
  return writeDocument({
    title: TITLE,
    isLandscape: true,
    head: '',
    properties: {},
    blocks: [
      { kind: 'title', text: TITLE },
      { kind: 'note', text: printSummary(paper).join('\n') },
      {
        kind: 'table',
        table: {
          columns: COLUMNS.map(({ header, millimetres, isCentered }) => ({ header, width: millimetres, isCentered })),
          rows,
          bookmarks: [],
        },
      },
      { kind: 'note', text: '复核人：　　　　　　　　　　复核日期：　　　　年　　月　　日' },
    ],
  });
}

/** Writes a check as an .xlsx. */
export function writeCheckSheet(paper: CheckPaper): Promise<Uint8Array> {
  return writeSheet({
    sheet: '整改核对表',
    isLandscape: true,
    top: [TITLE, ...printSummary(paper)],
    columns: COLUMNS.map(({ header, characters }) => ({ header, width: characters })),
    rows: paper.lines.map(cellsOf),
  });
}

/** 225 mm in all. */
const COLUMNS = [
  { header: '序号', millimetres: 11, characters: 6, isCentered: true },
  { header: '原文位置', millimetres: 26, characters: 24 },
  { header: '来源', millimetres: 12, characters: 8, isCentered: true },
  { header: '原文', millimetres: 30, characters: 32 },
  { header: '意见', millimetres: 33, characters: 36 },
  { header: '答复', millimetres: 18, characters: 14 },
  { header: '比对结果', millimetres: 18, characters: 14 },
  { header: '旧稿', millimetres: 29, characters: 32 },
  { header: '新稿', millimetres: 29, characters: 32 },
  { header: '备注', millimetres: 19, characters: 20 },
];

function cellsOf(line: CheckLine): (string | number)[] {
  const verdict = line.overruled ? `${line.verdict}${OVERRULED}` : line.verdict;
  return [
    line.number,
    line.place,
    line.source,
    line.quote,
    line.opinion,
    line.answer,
    verdict,
    line.before,
    line.after,
    line.note,
  ];
}

function printSummary({
  workTitle,
  manuscriptTitle,
  fromNumber,
  toNumber,
  madeOn,
  counts,
  uncertain,
  newFindings,
  lines,
}: CheckPaper) {
  const subject = workTitle === manuscriptTitle ? '' : `　书稿：${printBook(manuscriptTitle)}`;
  return [
    `${printBook(workTitle)}${subject}　第${fromNumber}稿与第${toNumber}稿比对　比对日期：${printDay(madeOn)}`,
    `共${lines.length - uncertain}条：${VERDICTS.map((each) => `${VERDICT_NAMES[each]}${counts[each]}条`).join('，')}；` +
      `${uncertain > 0 ? `另有不确定意见${uncertain}条，不计；` : ''}新稿新增疑点${newFindings}处。`,
  ];
}
