import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  convertMillimetersToTwip,
} from 'docx';

import { checkPaper } from './check-paper.ts';
import { cleanLine } from './clean-lines.ts';
import { layBulletin } from './docx-bulletin.ts';
import { layLetter } from './docx-letter.ts';
import { linesHigh, fontOf, LINE } from './docx-parts.ts';
import { layReport } from './docx-report.ts';
import { MEASURES } from './measures.ts';
import type { Paper } from './paper.ts';
import { patchDocx } from './patch-docx.ts';

const { page, margin, foot, numberBelow, word, linesAPage } = MEASURES;

/**
 * Writes a document as a .docx (生成 Word 文件) by the measures of the PDF. How it fills its pages is the business of the
 * program that opens it: the PDF is the copy that counts. Throws TypesetRefusal.
 */
export async function typesetDocx(paper: Paper): Promise<Uint8Array> {
  checkPaper(paper);
  const isLandscape = paper.kind === 'table' && paper.isLandscape;
  const isLetter = paper.kind === 'letter';
  const document = new Document({
    title: cleanLine(paper.kind === 'bulletin' ? paper.masthead : paper.title),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: fontOf('fangsong'),
            size: word.size * 2,
            language: { eastAsia: 'zh-CN', value: 'en-US' },
          },
          paragraph: { spacing: LINE },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: isLetter,
          page: pageOf(isLandscape, isLetter),
          grid: { type: DocumentGridType.LINES, linePitch: word.line * 20 },
        },
        footers: {
          default: numberOf('odd'),
          even: numberOf('even'),
          ...(isLetter ? { first: new Footer({ children: [new Paragraph({})] }) } : {}),
        },
        children: layPaper(paper),
      },
    ],
  });
  return patchDocx(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function layPaper(paper: Paper) {
  switch (paper.kind) {
    case 'bulletin':
      return layBulletin(paper);
    case 'letter':
      return layLetter(paper);
    case 'table':
      return layReport(paper);
  }
}

/** The type area lies on a lying page as on an upright one turned: the head of the page is its binding edge. */
function pageOf(isLandscape: boolean, isLetter: boolean) {
  const edges = [margin.top, margin.right, margin.bottom, margin.left].map((each) => convertMillimetersToTwip(each));
  const [top, right, bottom, left] = edges as [number, number, number, number];
  // 22 lines of 29 points are a hair higher than 225 mm: the foot gives way, or there would be 21.
  const height = convertMillimetersToTwip(page.height);
  const foothold = Math.min(bottom, height - top - linesAPage * word.line * 20);
  const numberFrom = (edge: number) => convertMillimetersToTwip(edge - numberBelow) - foot.size * 10;
  return {
    size: {
      width: convertMillimetersToTwip(page.width),
      height,
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: isLandscape
      ? { top: left, right: top, bottom: right, left: bottom, footer: numberFrom(margin.right) }
      : {
          top: isLetter ? convertMillimetersToTwip(MEASURES.letter.mastheadTop) : top,
          right,
          bottom: foothold,
          left,
          footer: numberFrom(margin.bottom),
        },
  };
}

/** 一字线 on both sides; odd pages to the right, even ones to the left, one character in. */
function numberOf(side: 'odd' | 'even'): Footer {
  const edge = foot.size * 20;
  const [alignment, indent] =
    side === 'odd' ? [AlignmentType.RIGHT, { right: edge }] : [AlignmentType.LEFT, { left: edge }];
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: fontOf('songti', '—'),
    size: foot.size * 2,
  });
  return new Footer({
    children: [new Paragraph({ alignment, indent, ...linesHigh(foot.size), children: [number] })],
  });
}
