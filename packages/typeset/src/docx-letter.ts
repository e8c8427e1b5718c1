import { AlignmentType, BorderStyle, Paragraph, type Table } from 'docx';

import { breakTitle } from './break-title.ts';
import { cleanLine, cleanLines } from './clean-lines.ts';
import { BODY, emptyLine, linesHigh, LINE, lineOf, paragraphsOf, runsOf, tableOf, titleLines } from './docx-parts.ts';
import { MEASURES, sizeMasthead } from './measures.ts';
import type { LetterPaper } from './paper.ts';

const { typeArea, letter, word, title } = MEASURES;
const CHARACTER = word.size * 20;
const FOOT = { face: 'fangsong', size: MEASURES.foot.size } as const;
const TITLE_MEASURE = Math.floor((typeArea.width * 72) / 25.4 / title.size);

/** Lays a letter out for Word: red head over a double line, body with tables, signature. */
export function layLetter(paper: LetterPaper): (Paragraph | Table)[] {
  const masthead = cleanLine(paper.masthead);
  const size = sizeMasthead(masthead, letter.lineWidth, letter.masthead);
  const last = paper.parts.length - 1;
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      ...linesHigh(size * 1.2),
      border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 36, color: MEASURES.red.slice(1), space: 4 } },
      children: runsOf(masthead, { face: 'xiaobiaosong', size, color: MEASURES.red.slice(1), spacing: size * 0.06 }),
    }),
    lineOf(paper.draft ? '草稿（未签发）' : paper.numberLine, paper.draft ? { ...BODY, face: 'heiti' } : BODY, {
      alignment: paper.draft ? AlignmentType.LEFT : AlignmentType.RIGHT,
      spacing: { ...LINE, before: 240 },
    }),
    ...emptyLine(),
    ...titleLines(breakTitle(cleanLines(paper.title), TITLE_MEASURE)),
    ...(cleanLine(paper.addressee) === '' ? [] : [lineOf(`${cleanLine(paper.addressee)}：`)]),
    ...paper.parts.flatMap((part, at): (Paragraph | Table)[] =>
      part.kind === 'table' ? [tableOf(part.table)] : paragraphsOf(part.paragraph, at === last),
    ),
    ...layAttachments(paper.attachments),
    lineOf(paper.signature, BODY, {
      alignment: AlignmentType.RIGHT,
      indent: { right: 2 * CHARACTER },
      spacing: { ...LINE, before: 2 * word.line * 20 },
      keepNext: true,
    }),
    lineOf(paper.date, BODY, { alignment: AlignmentType.RIGHT, indent: { right: 4 * CHARACTER } }),
    ...(cleanLine(paper.note) === ''
      ? []
      : [...emptyLine(), lineOf(`（${cleanLine(paper.note)}）`, BODY, { indent: { firstLine: 2 * CHARACTER } })]),
    ...paper.copiesTo.map((text, at) =>
      lineOf(`${at === 0 ? '抄送：' : ''}${cleanLine(text)}`, FOOT, {
        indent: { left: 3 * MEASURES.foot.size * 20, ...(at === 0 ? { hanging: 3 * MEASURES.foot.size * 20 } : {}) },
      }),
    ),
  ];
}

function layAttachments(names: readonly string[]): Paragraph[] {
  return names.map((name, at) => {
    const number = names.length === 1 ? '' : `${at + 1}．`;
    return lineOf(`${at === 0 ? '附件：' : ''}${number}${cleanLine(name)}`, BODY, {
      indent: { left: (at === 0 ? 2 : 5) * CHARACTER },
      spacing: { ...LINE, before: at === 0 ? word.line * 20 : 0 },
      keepNext: true,
    });
  });
}
