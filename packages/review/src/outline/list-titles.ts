import type { Volume } from '../volume.ts';

/** A title of the book as it is checked: `第三节  水  利` is 水利, numbered 节 3; `【防汛】` is 防汛, an entry. */
export interface Title {
  readonly node: number;
  /** The node it stands under. */
  readonly parent: number;
  readonly level: number;
  /** The title without its number and brackets. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 【, [ or 〔 where it is an entry marked so. */
  readonly mark: string;
  readonly ordinal?: { readonly unit: string; readonly value: number };
}

const ENTRY = /^(?:【([^【】\n]{1,60})】|\[([^[\]\n]{1,40})\]|〔([^〔〕\n]{1,40})〕|［([^［］\n]{1,40})］)/u;
const ORDINAL = /^第\s*([一二三四五六七八九十百零〇\d]+)\s*([编篇卷章节])\s*/u;
const ITEM = /^(?:([一二三四五六七八九十百]+)\s*、|[（(]([一二三四五六七八九十百]+)[）)])\s*/u;

/** Lists the titles in text order: headings, and the 【条目】 that open a paragraph. */
export function listTitles({ text, blocks, nodes }: Volume): Title[] {
  const titles: Title[] = [];
  for (const { kind, start, end, node } of blocks) {
    if (kind === 'heading') {
      const { parent, level } = nodes[node]!;
      titles.push({ node, parent, level, ...readTitle(text, start, end) });
    } else if (kind === 'paragraph' && opensEntry(text.charCodeAt(start))) {
      const mark = ENTRY.exec(text.slice(start, Math.min(end, start + 64)));
      if (mark === null || /^[\d０-９]+$/u.test(mark[0].slice(1, -1))) continue;
      const bare = {
        start: start + 1,
        end: start + mark[0].length - 1,
        text: mark[0].slice(1, -1),
        mark: mark[0].charAt(0),
      };
      titles.push({ node, parent: node, level: nodes[node]!.level + 1, ...bare });
    }
  }
  return titles;
}

function opensEntry(code: number): boolean {
  // 【 [ 〔 ［
  return code === 0x3010 || code === 0x5b || code === 0x3014 || code === 0xff3b;
}

function readTitle(
  text: string,
  start: number,
  end: number,
): Pick<Title, 'start' | 'end' | 'text' | 'mark' | 'ordinal'> {
  const line = text.slice(start, end);
  const entry = ENTRY.exec(line);
  if (entry !== null && entry[0].length === line.length) {
    return { start: start + 1, end: end - 1, text: squeeze(line.slice(1, -1)), mark: line.charAt(0) };
  }
  const numbered = ORDINAL.exec(line);
  if (numbered !== null) {
    const ordinal = { unit: numbered[2]!.replace('篇', '编'), value: readHan(numbered[1]!) };
    return { start: start + numbered[0].length, end, text: squeeze(line.slice(numbered[0].length)), mark: '', ordinal };
  }
  const item = ITEM.exec(line);
  if (item !== null) {
    const ordinal = { unit: item[1] === undefined ? '（）' : '、', value: readHan(item[1] ?? item[2]!) };
    return { start: start + item[0].length, end, text: squeeze(line.slice(item[0].length)), mark: '', ordinal };
  }
  return { start, end, text: squeeze(line), mark: '' };
}

/** Two-character titles are printed with a space between. */
function squeeze(title: string): string {
  return title.replaceAll(/\s+/gu, '');
}

/** 二十三 → 23; digits as they are. */
export function readHan(numeral: string): number {
  if (/^\d+$/u.test(numeral)) return Number(numeral);
  let value = 0;
  let digit = 0;
  for (const character of numeral) {
    const index = '〇一二三四五六七八九'.indexOf(character === '零' ? '〇' : character);
    if (index >= 0) digit = index;
    else {
      value += (digit === 0 ? 1 : digit) * (character === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return value + digit;
}
