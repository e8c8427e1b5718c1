import type { PaperBlock, PaperColumn } from '../../paper/paper-document.ts';
import { printBook } from '../../paper/print-book.ts';
import { printDay } from '../../paper/print-day.ts';
import { printPlace } from '../../paper/print-place.ts';
import { bookmarkLine } from './letter-marks.ts';
import { COLUMN_NAMES, type LetterPaper, type PaperLine } from './letter-paper.ts';
import { formTable, printOpinion, printOptions, writeForm, type Form } from './write-form.ts';

/** Writes a letter as a .docx to fill in and send back (生成审查意见、核实单). */
export async function writeLetter(paper: LetterPaper): Promise<Uint8Array> {
  return await writeForm(paper, layLetter(paper));
}

/** What stands on a letter (文书版面), whatever it is printed as. */
export function layLetter(paper: LetterPaper): Form {
  const isSlip = paper.kind === 'slip';
  const round = paper.round > 1 ? `（第${paper.round}轮）` : '';
  const title = isSlip
    ? `${printBook(paper.workTitle)}资料核实单${round}`
    : `关于${printBook(paper.workTitle)}的审查意见${round}`;
  const blocks = [
    ...layHead(paper, title),
    ...(isSlip ? laySlip(paper) : layOpinions(paper)),
    ...layEnd(paper),
    ...texts('attachment', isSlip ? '' : '附件：审改意见登记表'),
    ...texts('signature', paper.issuingOffice),
    ...texts('date', printDay(paper.signedOn)),
  ];
  return { title, isLandscape: false, blocks };
}

function layHead({ number, signedBy, addressee, preamble }: LetterPaper, title: string): PaperBlock[] {
  const signer = signedBy ? `签发人：${signedBy}` : '';
  return [
    { kind: 'title', text: title },
    ...texts('number', [number ?? '', signer].filter(Boolean).join('　　　　')),
    { kind: 'addressee', text: `${addressee}：` },
    ...texts('body', preamble),
  ];
}

/** What is asked, the closing words (特此函告) and whom to ask; the signature never stands alone on a page. */
function layEnd(paper: LetterPaper): PaperBlock[] {
  const request = paper.kind === 'slip' ? askForSlip(paper) : askForOpinions(paper);
  const contact = paper.contact ? `联系人及联系方式：${paper.contact}` : '';
  const end = [request, paper.closing, contact].filter((text) => text.trim() !== '');
  return end.flatMap((text, at) => texts(at < end.length - 1 ? 'body' : 'kept', text));
}

function layOpinions(paper: LetterPaper): PaperBlock[] {
  const changes = paper.lines.filter(({ certainty }) => certainty === 'change');
  const open = paper.lines.filter(({ certainty }) => certainty === 'uncertain');
  const counts = [
    changes.length > 0 ? `修改意见${changes.length}条` : '',
    open.length > 0 ? `需讨论研究的意见${open.length}条` : '',
  ];
  const total = changes.length > 0 && open.length > 0 ? `意见${paper.lines.length}条，其中` : '';
  const basis = `本次审查依据${printBook(paper.manuscriptTitle)}第${paper.revisionNumber}稿，为第${paper.round}轮审查，共提出${total}${counts.filter(Boolean).join('、')}。`;
  const [first, second] = changes.length > 0 && open.length > 0 ? ['一、', '二、'] : ['', ''];
  return [
    { kind: 'body', text: basis },
    ...laySection(paper, `${first}修改意见`, '', changes),
    ...laySection(
      paper,
      `${second}需讨论研究的意见`,
      '以下各条请会同有关方面研究后酌定；未作修改的，请说明考虑。',
      open,
    ),
  ];
}

function laySlip(paper: LetterPaper): PaperBlock[] {
  const request = `${printBook(paper.manuscriptTitle)}第${paper.revisionNumber}稿中，下列${paper.lines.length}处内容与贵单位职责或所供资料有关，请予核实。`;
  return [{ kind: 'body', text: request }, ...laySection(paper, COLUMN_NAMES.inquiry, '', paper.lines)];
}

function laySection(paper: LetterPaper, heading: string, lead: string, lines: readonly PaperLine[]): PaperBlock[] {
  if (lines.length === 0) return [];
  const rows = lines.map((line) => ({
    bookmarks: [bookmarkLine(line.lineId)],
    cells: [
      `${line.number}`,
      printPlace(line.place),
      line.quote,
      [printOpinion(line), line.basis ? `依据：${line.basis}` : ''].filter(Boolean).join('\n'),
      printOptions(paper, line),
      line.answerNote ?? '',
    ],
  }));
  return [{ kind: 'heading', text: heading }, ...texts('kept', lead), formTable({ columns: columnsOf(paper), rows })];
}

/** 156 mm in all. */
function columnsOf({ kind }: LetterPaper): PaperColumn[] {
  return [
    { header: COLUMN_NAMES.number, width: 11, isCentered: true },
    { header: COLUMN_NAMES.place, width: 24 },
    { header: COLUMN_NAMES.quote, width: 38 },
    { header: kind === 'slip' ? COLUMN_NAMES.inquiry : COLUMN_NAMES.opinion, width: 40 },
    { header: kind === 'slip' ? COLUMN_NAMES.verified : COLUMN_NAMES.result, width: 23 },
    { header: COLUMN_NAMES.note, width: 20 },
  ];
}

function askForOpinions({ dueOn }: LetterPaper): string {
  const until = dueOn === null ? '请' : `请于${printDay(dueOn)}前`;
  return (
    `${until}对照上表逐条办理，在“${COLUMN_NAMES.result}”“${COLUMN_NAMES.note}”两栏填写后发回，直接回传本文件即可，无须登录系统。` +
    '部分修改的请注明，未改或者有异议的请说明理由。'
  );
}

function askForSlip({ dueOn }: LetterPaper): string {
  const until = dueOn === null ? '请' : `请于${printDay(dueOn)}前`;
  return (
    `${until}在表中填写后发回，直接回传本文件即可，无须登录系统。` +
    '内容属实的，请在“属实”前的方框内打钩；需要更正的，请写明正确的内容和依据；有异议的，请说明理由。'
  );
}

function texts(kind: Exclude<PaperBlock['kind'], 'table'>, text: string): PaperBlock[] {
  return text.trim() === '' ? [] : [{ kind, text: text.trim() }];
}
