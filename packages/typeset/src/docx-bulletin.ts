import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
  convertMillimetersToTwip,
  type IParagraphOptions,
} from 'docx';

import { breakTitle } from './break-title.ts';
import { cleanLine, cleanLines } from './clean-lines.ts';
import { BODY, emptyLine, linesHigh, LINE, lineOf, paragraphsOf, runsOf, titleLines } from './docx-parts.ts';
import { MEASURES, sizeMasthead } from './measures.ts';
import type { BulletinPaper } from './paper.ts';
import { printSubtitle } from './print-subtitle.ts';

const { typeArea, foot, bulletin, word, rule } = MEASURES;
const CHARACTER = word.size * 20;
const WIDTH = convertMillimetersToTwip(typeArea.width);
/** Characters of a title's line. */
const TITLE_MEASURE = Math.floor((typeArea.width * 72) / 25.4 / MEASURES.title.size);

/** Lays a bulletin out for Word: head, items, and the tail in a table that stands at the foot of its page. */
export function layBulletin(paper: BulletinPaper): (Paragraph | Table)[] {
  return [...layHead(paper), ...laySections(paper), layTail(paper), new Paragraph({ ...linesHigh(1) })];
}

function layHead(paper: BulletinPaper): Paragraph[] {
  const masthead = cleanLine(paper.masthead);
  const size = sizeMasthead(masthead, typeArea.width, bulletin.masthead);
  return [
    lineOf(paper.draft ? '送审稿' : '', { ...BODY, face: 'heiti' }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      ...linesHigh(Math.max(3 * word.line, size * 1.2)),
      children: runsOf(masthead, { face: 'xiaobiaosong', size, color: MEASURES.red.slice(1), spacing: size * 0.06 }),
    }),
    lineOf(paper.draft ? '' : paper.numberLine, BODY, { alignment: AlignmentType.CENTER }),
    ...emptyLine(),
    new Paragraph({
      spacing: LINE,
      indent: { left: CHARACTER, right: CHARACTER },
      tabStops: [{ type: TabStopType.RIGHT, position: WIDTH - CHARACTER }],
      children: runsOf(`${cleanLine(paper.issuer)}\t${cleanLine(paper.date)}`, BODY),
    }),
    new Paragraph({
      ...linesHigh(word.line / 2),
      border: {
        top: {
          style: BorderStyle.SINGLE,
          size: Math.round(((bulletin.redRule * 72) / 25.4) * 8),
          color: MEASURES.red.slice(1),
          space: 4,
        },
      },
    }),
  ];
}

function laySections(paper: BulletinPaper): Paragraph[] {
  return paper.sections.flatMap(({ column, items }, section) => {
    const name = column === null ? '' : cleanLine(column);
    const head =
      name === ''
        ? []
        : [...emptyLine(section > 0 ? 1 : 0), lineOf(`【${name}】`, { ...BODY, face: 'heiti' }, { keepNext: true })];
    return [
      ...head,
      ...items.flatMap((item, at) => {
        const subtitle = printSubtitle(item.subtitle);
        const source = item.source === null ? '' : cleanLine(item.source);
        return [
          ...emptyLine(at > 0 || (section > 0 && name === '') ? 1 : 0),
          ...titleLines(breakTitle(cleanLines(item.title), TITLE_MEASURE)),
          ...(subtitle === ''
            ? []
            : [lineOf(subtitle, { ...BODY, face: 'kaiti' }, { alignment: AlignmentType.CENTER, keepNext: true })]),
          ...item.paragraphs.flatMap((paragraph, index) =>
            paragraphsOf(paragraph, source !== '' && index === item.paragraphs.length - 1),
          ),
          ...(source === '' ? [] : [lineOf(`（${source}）`, BODY, { alignment: AlignmentType.RIGHT })]),
        ];
      }),
    ];
  });
}

function layTail(paper: BulletinPaper): Table {
  const groups = [
    ['报：', paper.recipients.up],
    ['送：', paper.recipients.across],
    ['发：', paper.recipients.down],
  ] as const;
  const recipients = groups.flatMap(([label, texts]) =>
    texts.map((text, at) => footLine(`${at === 0 ? label : '　　'}${cleanLine(text)}`, 2)),
  );
  const disclosure = paper.disclosure === null ? '' : cleanLine(paper.disclosure);
  const printedOn = cleanLine(paper.printedOn);
  const printed = new Paragraph({
    ...linesHigh(foot.pitch),
    keepNext: true,
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH - 2 * foot.size * 20 }],
    children: runsOf(`${cleanLine(paper.printedBy)}\t${printedOn === '' ? '' : `${printedOn}印发`}`, FOOT),
  });
  const copies =
    paper.copies === null ? [] : [footLine(`（共印${paper.copies}份）`, 0, { alignment: AlignmentType.RIGHT })];
  const bands = [
    ...(disclosure === '' ? [] : [{ lines: [footLine(`信息公开选项：${disclosure}`)], top: null }]),
    ...(recipients.length === 0 ? [] : [{ lines: recipients, top: rule.outer }]),
    { lines: [printed], top: recipients.length === 0 ? rule.outer : rule.inner },
    { lines: copies.length === 0 ? [new Paragraph({ ...linesHigh(1) })] : copies, top: rule.outer },
  ];
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [WIDTH],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: 'margin',
      verticalAnchor: 'margin',
      relativeHorizontalPosition: 'center',
      relativeVerticalPosition: 'bottom',
    },
    rows: bands.map(
      ({ lines, top }) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              borders: { top: borderOf(top), bottom: NONE, left: NONE, right: NONE },
              margins: { left: foot.size * 20, right: foot.size * 20, top: 40, bottom: 40 },
              children: lines,
            }),
          ],
        }),
    ),
  });
}

const FOOT = { face: 'fangsong', size: foot.size } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

function borderOf(width: number | null) {
  if (width === null) return NONE;
  return { style: BorderStyle.SINGLE, size: Math.round(((width * 72) / 25.4) * 8), color: '000000' };
}

function footLine(text: string, hanging = 0, change: IParagraphOptions = {}): Paragraph {
  const indent = hanging === 0 ? undefined : { left: hanging * foot.size * 20, hanging: hanging * foot.size * 20 };
  return new Paragraph({ ...linesHigh(foot.pitch), keepNext: true, indent, ...change, children: runsOf(text, FOOT) });
}
