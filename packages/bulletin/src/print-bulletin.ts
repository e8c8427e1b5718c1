import type { Bulletin, Disclosure } from './bulletin.ts';

const DISCLOSURE_WORDS: Record<Disclosure, string> = {
  proactive: '主动公开',
  onRequest: '依申请公开',
  withheld: '不予公开',
  undetermined: '待报请确定',
};

/** Prints a bulletin as lines of text (排成文字), one paragraph a line; `readBulletin` reads them back as the same. */
export function printBulletin(bulletin: Bulletin): string[] {
  const { series, office, date, items, disclosure, recipients, printedBy, printedOn, copies } = bulletin;
  const lines: string[] = [];
  if (series !== null) lines.push(series);
  const numbers = printNumbers(bulletin);
  if (numbers !== '') lines.push(numbers);
  if (office !== null) lines.push(office);
  if (date !== null) lines.push(printDay(date));
  let column: string | null = null;
  for (const item of items) {
    if (item.column !== null && item.column !== column) lines.push(`【${item.column}】`);
    column = item.column;
    if (item.title !== '') lines.push(`## ${item.title}`);
    if (item.subtitle !== null) lines.push(`## ——${item.subtitle}`);
    const source = item.source === null ? '' : `（${item.source}）`;
    const last = item.paragraphs.length - 1;
    item.paragraphs.forEach((paragraph, index) => lines.push(index === last ? paragraph + source : paragraph));
    if (last < 0 && source !== '') lines.push(source);
  }
  if (disclosure !== null) lines.push(`信息公开选项：${DISCLOSURE_WORDS[disclosure]}`);
  for (const [tag, names] of [
    ['报', recipients.up],
    ['送', recipients.across],
    ['发', recipients.down],
  ] as const)
    if (names.length > 0) lines.push(`${tag}：${names.join('，')}。`);
  const printed = [printedBy, printedOn === null ? null : printDay(printedOn)].filter((part) => part !== null);
  if (printed.length > 0) lines.push(`${printed.join(' ')}印发`);
  if (copies !== null) lines.push(`（共印${copies}份）`);
  lines.push(...bulletin.credits);
  return lines;
}

/** 第2期（总第2期）; the year where the date does not tell it. */
function printNumbers({ year, number, total, supplement, date }: Bulletin): string {
  if (number === null && total === null) return supplement ? '增刊' : '';
  const own = year !== null && (date === null || !date.startsWith(String(year))) ? `${year}年` : '';
  const within = number === null ? (supplement ? '增刊' : '') : `${supplement ? '增刊' : ''}第${number}期`;
  return `${own}${within}${total === null ? '' : `（总第${total}期）`}`;
}

function printDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
