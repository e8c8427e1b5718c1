import { checkPaper } from './check-paper.ts';
import { cleanLine, cleanLines } from './clean-lines.ts';
import { element, escapeLine, escapeLines, writePage, writeParagraph, writeTable } from './html-parts.ts';
import type { BulletinItem, BulletinPaper, LetterPaper, Paper, TablePaper } from './paper.ts';
import { printSubtitle } from './print-subtitle.ts';

/** Writes a document as a page of HTML (网页版) for screen readers and print, without any script. Throws TypesetRefusal. */
export function typesetHtml(paper: Paper): string {
  checkPaper(paper);
  switch (paper.kind) {
    case 'bulletin':
      return writeBulletin(paper);
    case 'letter':
      return writeLetter(paper);
    case 'table':
      return writeReport(paper);
  }
}

function writeBulletin(paper: BulletinPaper): string {
  const number = paper.draft ? '' : escapeLine(paper.numberLine);
  const issue = element('span', escapeLine(paper.issuer)) + element('span', escapeLine(paper.date));
  const head = [
    element('p', paper.draft ? '送审稿' : '', 'mark'),
    element('h1', escapeLine(paper.masthead), 'masthead'),
    element('p', number, 'center'),
    element('div', issue, 'issue'),
  ];
  const sections = paper.sections.map(({ column, items }) => {
    const name = column === null ? '' : escapeLine(column);
    const rank = name === '' ? 2 : 3;
    const content =
      element('h2', name === '' ? '' : `【${name}】`, 'hei') + items.map((item) => writeItem(item, rank)).join('\n');
    return element('section', content);
  });
  return writePage(
    [cleanLine(paper.masthead), paper.draft ? '送审稿' : cleanLine(paper.numberLine)].filter(Boolean).join(' '),
    [element('header', head.join('\n')), element('main', sections.join('\n')), writeTail(paper)].join('\n'),
  );
}

function writeItem({ title, subtitle, paragraphs, source }: BulletinItem, rank: number): string {
  const parts = [
    element(`h${rank}`, escapeLines(cleanLines(title).trim()), 'title'),
    element('p', escapeLine(printSubtitle(subtitle)), 'subtitle kai'),
    ...paragraphs.map((paragraph) => writeParagraph(paragraph, rank + 1)),
    element('p', source === null || cleanLine(source) === '' ? '' : `（${escapeLine(source)}）`, 'right'),
  ];
  return element('article', parts.filter(Boolean).join('\n'));
}

function writeTail({ disclosure, recipients, printedBy, printedOn, copies }: BulletinPaper): string {
  const groups = [
    ['报：', recipients.up],
    ['送：', recipients.across],
    ['发：', recipients.down],
  ] as const;
  const list = groups
    .filter(([, texts]) => texts.length > 0)
    .map(([label, texts]) => element('dt', label) + texts.map((text) => element('dd', escapeLine(text))).join(''))
    .join('\n');
  const printed =
    element('span', escapeLine(printedBy)) +
    element('span', cleanLine(printedOn) === '' ? '' : `${escapeLine(printedOn)}印发`);
  return element(
    'footer',
    [
      element(
        'p',
        disclosure === null || cleanLine(disclosure) === '' ? '' : `信息公开选项：${escapeLine(disclosure)}`,
      ),
      element('dl', list, 'band'),
      element('div', printed, 'band last'),
      element('p', copies === null ? '' : `（共印${copies}份）`, 'right'),
    ].join('\n'),
  );
}

function writeLetter(paper: LetterPaper): string {
  const parts = paper.parts.map((part) =>
    part.kind === 'table' ? writeTable(part.table, paper.title) : writeParagraph(part.paragraph, 2),
  );
  const attachments = paper.attachments.map((name, at) => {
    const number = paper.attachments.length === 1 ? '' : `${at + 1}．`;
    return element('p', `${at === 0 ? '附件：' : '　　　'}${number}${escapeLine(name)}`);
  });
  const body = [
    element('h1', escapeLines(cleanLines(paper.title).trim()), 'title'),
    element('p', cleanLine(paper.addressee) === '' ? '' : `${escapeLine(paper.addressee)}：`, 'plain'),
    ...parts,
    ...attachments,
    element('p', escapeLine(paper.signature), 'right'),
    element('p', escapeLine(paper.date), 'right'),
    element('p', cleanLine(paper.note) === '' ? '' : `（${escapeLine(paper.note)}）`),
  ];
  const head = [
    element('p', paper.draft ? '草稿（未签发）' : '', 'mark'),
    element('p', escapeLine(paper.masthead), 'masthead center'),
    element('p', paper.draft ? '' : escapeLine(paper.numberLine), 'right'),
  ];
  const copies = paper.copiesTo.map((text) => element('dd', escapeLine(text))).join('');
  const foot = element('footer', element('dl', copies === '' ? '' : element('dt', '抄送：') + copies));
  return writePage(
    paper.title,
    [element('header', head.join('\n')), element('main', body.join('\n')), foot].join('\n'),
  );
}

function writeReport(paper: TablePaper): string {
  const body = [
    element('p', paper.draft ? '草稿' : '', 'mark'),
    element('h1', escapeLines(cleanLines(paper.title).trim()), 'title'),
    ...paper.lead.map((text) => element('p', escapeLines(text), 'plain')),
    writeTable(paper.table, paper.title),
    ...paper.notes.map((text) => element('p', escapeLines(text), 'plain')),
  ];
  return writePage(paper.title, element('main', body.join('\n')), paper.isLandscape);
}
