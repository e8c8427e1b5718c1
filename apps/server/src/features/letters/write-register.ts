import type { PaperRow } from '../../paper/paper-document.ts';
import { printBook } from '../../paper/print-book.ts';
import { printDay } from '../../paper/print-day.ts';
import { printPlace } from '../../paper/print-place.ts';
import { writeSheet } from '@xiuzhi/manuscript/xlsx';
import { bookmarkLine } from './letter-marks.ts';
import { ANSWER_OPTIONS, COLUMN_NAMES, type LetterPaper, type PaperLine } from './letter-paper.ts';
import { formTable, printOpinion, printOptions, writeForm, type Form } from './write-form.ts';

const TITLE = '审改意见登记表';
const UNCERTAIN = '需讨论研究的意见';

/** Writes the register of a letter (审改意见登记表) as a .docx, lying; it may be filled in and sent back like the letter. */
export async function writeRegister(paper: LetterPaper): Promise<Uint8Array> {
  return await writeForm(paper, layRegister(paper));
}

/** What stands on the register (登记表版面), whatever it is printed as. */
export function layRegister(paper: LetterPaper): Form {
  const sections = [
    paper.lines.filter(({ certainty }) => certainty === 'change'),
    paper.lines.filter(({ certainty }) => certainty === 'uncertain'),
  ];
  const rows = sections.flatMap((lines, index): PaperRow[] => [
    ...(index === 1 && lines.length > 0 ? [{ section: UNCERTAIN }] : []),
    ...lines.map((line) => ({
      bookmarks: [bookmarkLine(line.lineId)],
      cells: [
        `${line.number}`,
        printPlace(line.place),
        line.quote,
        printOpinion(line),
        line.basis ?? '',
        printOptions(paper, line),
        line.answerNote ?? '',
      ],
    })),
  ]);
  return {
    title: TITLE,
    isLandscape: true,
    blocks: [
      { kind: 'title', text: TITLE },
      { kind: 'note', text: printSubject(paper) },
      formTable({ columns: COLUMNS, rows }),
      {
        kind: 'note',
        text: '填表单位（盖章）：　　　　　　　　　　填表人：　　　　　　　　填表日期：　　　　年　　月　　日',
      },
    ],
  };
}

/** 225 mm in all. */
const COLUMNS = [
  { header: COLUMN_NAMES.number, width: 11, isCentered: true },
  { header: COLUMN_NAMES.place, width: 26 },
  { header: COLUMN_NAMES.quote, width: 52 },
  { header: COLUMN_NAMES.opinion, width: 42 },
  { header: COLUMN_NAMES.basis, width: 24 },
  { header: COLUMN_NAMES.handling, width: 23 },
  { header: COLUMN_NAMES.note, width: 20 },
  { header: COLUMN_NAMES.handler, width: 15 },
  { header: COLUMN_NAMES.checker, width: 12 },
];

/** Writes the register as an .xlsx to count and sort in; it carries no marks and is not read back. */
export async function writeRegisterSheet(paper: LetterPaper): Promise<Uint8Array> {
  return await writeSheet({
    sheet: TITLE,
    isLandscape: true,
    top: [TITLE, printSubject(paper)],
    columns: [
      { header: COLUMN_NAMES.number, width: 6 },
      { header: COLUMN_NAMES.place, width: 24 },
      { header: COLUMN_NAMES.quote, width: 36 },
      { header: COLUMN_NAMES.opinion, width: 40 },
      { header: COLUMN_NAMES.basis, width: 24 },
      { header: '性质', width: 16 },
      { header: COLUMN_NAMES.handling, width: 12 },
      { header: COLUMN_NAMES.note, width: 24 },
      { header: COLUMN_NAMES.handler, width: 10 },
      { header: COLUMN_NAMES.checker, width: 10 },
    ],
    rows: paper.lines.map((line) => [
      line.number,
      line.place,
      line.quote,
      printOpinion(line),
      line.basis ?? '',
      line.certainty === 'uncertain' ? UNCERTAIN : '修改意见',
      printAnswer(paper, line),
      line.answerNote ?? '',
      '',
      '',
    ]),
  });
}

function printAnswer({ kind }: LetterPaper, { answer }: PaperLine): string {
  return Object.entries(ANSWER_OPTIONS[kind]).find(([, each]) => each === answer)?.[0] ?? '';
}

function printSubject({
  workTitle,
  manuscriptTitle,
  revisionNumber,
  round,
  number,
  issuingOffice,
  signedOn,
}: LetterPaper) {
  return [
    `${printBook(workTitle)}　书稿：${printBook(manuscriptTitle)}第${revisionNumber}稿　审查轮次：第${round}轮`,
    `审查单位：${issuingOffice}　文号：${number ?? '（未编号）'}　日期：${printDay(signedOn)}`,
  ].join('\n');
}
