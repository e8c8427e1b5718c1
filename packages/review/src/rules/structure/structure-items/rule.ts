import { readHan } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

const ITEM = /^(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)])/u;

/** An open list: its last number and where that stands. */
interface OpenList {
  last: number;
  start: number;
  end: number;
}

/** Items 一、二、 or （一）（二） at the heads of lines that skip or repeat (序号跳号、重号). */
export const rule = defineRule({
  id: 'structure-items',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“一、二、”“（一）（二）”的序号连续',
  summary: '各段段首的“一、”“（一）”等序号跳号、重号的，报后一处。',
  why: '跳号多为漏排一项，重号多为增删后没有改序。',
  silent: '另起一组（从“一”起）的、内层列完接着排外层的、照录的文献和表格内的序号不报；前面没有序号的单项不报。',
  covers: ['GZ-STR-02'],
  exempt: ['verbatim', 'errata'],
  checkBook({ volume: { text, blocks, nodes } }, report) {
    const lists: Record<'comma' | 'bracket', OpenList[]> = { comma: [], bracket: [] };
    for (const { kind, start, end, node } of blocks) {
      if (kind !== 'heading' && kind !== 'paragraph') continue;
      const code = text.charCodeAt(start);
      // 第 opens a chapter or a section: its lists begin anew.
      if (
        kind === 'heading' &&
        (code === 0x7b2c || nodes[node]!.level === 1) &&
        !ITEM.test(text.slice(start, start + 5))
      ) {
        lists.comma = [];
        lists.bracket = [];
      }
      if (!mayOpenItem(code)) continue;
      const found = ITEM.exec(text.slice(start, Math.min(end, start + 6)));
      if (found === null) continue;
      const isComma = found[1] !== undefined;
      const value = readHan(found[1] ?? found[2]!);
      const place = { last: value, start, end: start + found[0].length };
      const open = isComma ? lists.comma : lists.bracket;
      if (isComma) lists.bracket = [];
      if (value === 1) {
        open.push(place);
        continue;
      }
      let at = open.length - 1;
      while (at >= 0 && open[at]!.last + 1 !== value) at -= 1;
      const top = open[open.length - 1];
      // A single item out of nowhere may go on a list the outline does not show.
      if (at < 0 && top !== undefined && value > top.last && value <= top.last + 2 && open.length === 1) {
        report(place.start, place.end, `前一项为“${print(top.last)}”，此处为“${print(value)}”，序号不接，请核对。`, {
          evidence: [{ label: '前一项', span: { start: top.start, end: top.end } }],
        });
      } else if (at < 0 && top !== undefined && value === top.last && open.length === 1) {
        report(place.start, place.end, `序号“${print(value)}”重复，请核对。`, {
          evidence: [{ label: '前一项', span: { start: top.start, end: top.end } }],
        });
      }
      if (at >= 0) open.length = at;
      else open.length = 0;
      open.push(place);
    }
  },
});

function mayOpenItem(code: number): boolean {
  // （ ( 一 二 三 四 五 六 七 八 九 十
  return (
    code === 0xff08 || code === 0x28 || (code >= 0x4e00 && '一二三四五六七八九十'.includes(String.fromCharCode(code)))
  );
}

function print(value: number): string {
  const digits = '〇一二三四五六七八九';
  if (value < 10) return digits.charAt(value);
  const tens = Math.floor(value / 10);
  const rest = value % 10;
  return `${tens === 1 ? '' : digits.charAt(tens)}十${rest === 0 ? '' : digits.charAt(rest)}`;
}
