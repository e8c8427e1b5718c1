import { SLIP_NAMES } from '../../../ledger/compare-digits.ts';
import { findConflicts } from '../../../ledger/judge-rivals.ts';
import { keyOfFigure, ledgerOf, type LedgerEntry } from '../../../ledger/ledger.ts';
import { printGap, printValue } from '../../../ledger/print-gap.ts';
import { defineRule, type Book } from '../../../rule.ts';
import type { FigureVerdict } from '../../../settings.ts';

/** The same indicator printed with two values in two places (同一指标两处互异), over the ledger of the book. */
export const rule = defineRule({
  id: 'figures-same-indicator',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '同一指标前后一致',
  summary:
    '同一主体、同一指标、同一时间、同一口径的数据，在概述、正文、大事记或表格的两处数值不同的，列出两处请核对；同一座桥、水库、线路、企业的长度、面积、容量等前后不同的也报。',
  why: '同一数据两处互异，读者无从判断以何者为准，须查原始资料定一说。',
  silent:
    '口径、时点、计量方式不同（累计与当年、计划与实际、规模以上与全部等），约数相近，精度不同而四舍五入后相同，或主体不能确定为同一者，不报；编辑已认定“相同”或“口径不同”的两数不再报。',
  exempt: ['verbatim', 'errata'],
  covers: ['YB-STA-08', 'GZ-SRC-04'],
  checkBook(book, report) {
    const ledger = ledgerOf(book);
    const { text } = book.volume;
    for (const { figure, other, slip } of findConflicts(ledger)) {
      const [here, there] = [ledger.entry(figure), ledger.entry(other)];
      if (isJudged(book.settings.verdicts, here, there)) continue;
      const [printed, elsewhere] = [printFigure(text, here), printFigure(text, there)];
      const title = nameEntry(book, there);
      const name = nameFigure(here, there);
      report(
        here.start,
        here.end,
        `${name}此处作${printed}，${title === '' ? '另一处' : `“${title}”`}作${elsewhere}，请核对。`,
        {
          evidence: [
            { label: '此处', span: { start: here.start, end: here.end }, value: printed },
            {
              label: title === '' ? '另一处' : `另一处（${title}）`,
              span: { start: there.start, end: there.end },
              value: elsewhere,
            },
            { label: '差额', value: printGap(here, there) },
            ...(slip === undefined ? [] : [{ label: '提示', value: SLIP_NAMES[slip] }]),
          ],
        },
      );
    }
  },
});

/** The number as printed; a cell with the unit of its head: 8370万元. */
function printFigure(text: string, { start, end, value, unit, cell }: LedgerEntry): string {
  return cell === undefined ? text.slice(start, end).trim() : `${printValue(value)}${unit}`;
}

function nameFigure(here: LedgerEntry, there: LedgerEntry): string {
  const { subject, indicator, period } = here.cell === undefined ? here : there;
  const year = period === '' ? '' : period.includes('-') ? `${period} ` : `${period}年`;
  const name = indicator.slice(indicator.lastIndexOf('·') + 1);
  return `${year}${name === '' ? '' : `“${name.startsWith(subject) ? '' : subject}${name}”`}`;
}

function nameEntry({ volume: { nodes } }: Book, { node }: LedgerEntry): string {
  return nodes[node]?.title.trim() ?? '';
}

function isJudged(verdicts: readonly FigureVerdict[] | undefined, here: LedgerEntry, there: LedgerEntry): boolean {
  if (verdicts === undefined || verdicts.length === 0) return false;
  const [a, b] = [keyOfFigure(here), keyOfFigure(there)];
  return verdicts.some(({ keys: [one, two] }) => (one === a && two === b) || (one === b && two === a));
}
