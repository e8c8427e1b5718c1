import type { ReadCopy } from './read-copy.ts';

/** Lines of a sheet for approval around the text: who drafted, checked, may be asked. */
const SHEET_LINE = /^(?:审签|审核|审批|签发|核稿|拟稿|撰稿|联系|电话|报送时间|报送日期)[^。：:]{0,10}[：:]/u;
const LABELLED_TITLE = /^(?:题目|标题|信息标题)[：:]\s*/u;
const LABELLED_SOURCE = /^[（(]?(?:供稿单位|报送单位|供稿|来源)[：:]\s*(.+?)[）)]?$/u;
/** （乙县地方志办公室） at the end of the text: the name of somebody who sends, and no remark. */
const BRACKETED =
  /[（(]([^（）()]{2,40}?(?:办|室|中心|局|馆|委|社|处|科|站|院|所|政府)(?:[ \u3000]+[^（）()]{2,12})?)[）)]$/u;
const SUBTITLE = /^(?:——|—)/u;

/** Tells title, text and source of one item apart (来稿识读); `lines` are its paragraphs, empty ones included. */
export function readItem(lines: readonly string[]): ReadCopy {
  let source: string | null = null;
  const kept: string[] = [];
  for (const line of lines.map((one) => one.replaceAll('\t', ' ').trim())) {
    const named = LABELLED_SOURCE.exec(line)?.[1];
    if (named !== undefined) source ??= named;
    else if (line !== '' && !SHEET_LINE.test(line)) kept.push(line);
  }
  let title = (kept.shift() ?? '').replace(LABELLED_TITLE, '');
  if (kept.length > 1 && SUBTITLE.test(kept[0]!)) title += kept.shift()!;
  const last = kept.at(-1) ?? '';
  const bracketed = BRACKETED.exec(last);
  if (bracketed) {
    source ??= bracketed[1]!.trim();
    const rest = last.slice(0, bracketed.index).trim();
    kept.splice(-1, 1, ...(rest === '' ? [] : [rest]));
  }
  return { title, body: kept.join('\n'), source };
}
