import type { Line } from './scan-lines.ts';
import { squeezeText } from './squeeze-text.ts';
import { endsSentence } from './wrapping.ts';

/** A column as its line prints it (栏目), and where the rest of the line begins. */
export interface PrintedColumn {
  readonly name: string;
  readonly end: number;
}

const BRACKETED = /^[【〖〔[［]\s*([^【】〖〗〔〕[\]［］。，]{2,16})\s*[】〗〕\]］]\s*/u;
const MARK = '[★☆◆◇■□●○◎◉▲△▶►➤☞※〓≡▍▌❖✦]';
const FRAMED = new RegExp(`^${MARK}+\\s*([^。，；：]{2,16}?)\\s*${MARK}+$`, 'u');
const BULLETED = new RegExp(`^${MARK}+\\s*`, 'u');
/** Words in which the name of a column ends. */
const COLUMN_WORD =
  /^[\p{Script=Han}·\s]{0,8}(?:动\s*态|关\s*注|要\s*闻|简\s*讯|短\s*讯|短\s*波|快\s*讯|快\s*报|信\s*息|交\s*流|聚\s*焦|之\s*窗|论\s*坛|园\s*地|天\s*地|风\s*采|纵\s*横|看\s*点|视\s*窗|资\s*讯|传\s*真|专\s*栏|专\s*题|视\s*点|集\s*萃|文\s*摘|摘\s*登|综\s*述|头\s*条|领导讲话|领导批示|领导关怀|党建工作|机关党建|队伍建设|史料征集|志鉴编纂|年鉴工作|经验做法|工作研究|通知公告|读志用志|方志文化)$/u;
/** What stands in brackets before a text and is no column. */
const NO_COLUMN = /^(?:编者按|编者的话|编者注|按语|按|导语|提要|摘要|注|附|附件|图|表|链接|背景|字体.*|打印|关闭)$/u;

/** Reads the column that a line opens with (栏目): 【特别关注】, ★市州动态★, ◆县区动态; null for none. */
export function readColumn(text: string): PrintedColumn | null {
  const bracketed = BRACKETED.exec(text);
  if (bracketed) {
    const name = nameColumn(bracketed[1]!);
    return NO_COLUMN.test(name) ? null : { name, end: bracketed[0].length };
  }
  const framed = FRAMED.exec(text);
  if (framed) return { name: nameColumn(framed[1]!), end: text.length };
  const bullet = BULLETED.exec(text);
  const rest = bullet ? text.slice(bullet[0].length) : '';
  return rest.length <= 12 && COLUMN_WORD.test(rest) ? { name: nameColumn(rest), end: text.length } : null;
}

/** True for a line that is a column and nothing else. */
export function isSeriesColumn(text: string): boolean {
  return readColumn(text)?.end === text.length;
}

/** True for a bare line with the name of a column, such as 县区动态, where a title follows. */
export function isBareColumn(line: Line, next: Line | undefined): boolean {
  return (
    next !== undefined &&
    line.text.length <= 8 &&
    COLUMN_WORD.test(line.text) &&
    !endsSentence(next.text) &&
    next.width >= 5 &&
    next.width <= 60
  );
}

/** A bullet before a title and how long it is; 0 for none. */
export function measureBullet(text: string): number {
  return BULLETED.exec(text)?.[0].length ?? 0;
}

function nameColumn(text: string): string {
  return squeezeText(text).replaceAll(' ', '');
}
