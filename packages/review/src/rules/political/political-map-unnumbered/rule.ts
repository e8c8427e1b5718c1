import { defineRule } from '../../../rule.ts';
import type { Block } from '../../../volume.ts';

/** A caption that names a map: 图1-1 乙县政区图. */
const MAP =
  /(?:政区图|行政区划图|行政区图|政区地图|行政区划地图|区位图|地势图|地形图|交通图|水系图|旅游图|位置图|城区图|城区地图|全图)(?:[（(][^）)]{0,16}[）)])?\s*$/u;
const NUMBERED = /^\s*(?:附?图\s*[\d一二三四五六七八九十]|彩图|插图)/u;
const SIMPLE = /景区|街区|地铁|示意图|规划|设计|民国|清代|明代|古|旧|历史|旧志/u;

/** Maps in a book that has no approval number anywhere (地图未见审图号). */
export const rule = defineRule({
  id: 'political-map-unnumbered',
  family: 'political',
  severity: 'query',
  norm: 'map-regulation-2015',
  clause: '22',
  title: '地图应有审图号',
  summary: '图题写明是政区图、交通图等地图，而全书没有出现“审图号”的，在第一处提请核对。',
  why: '公开出版的地图须经审核并标注审图号，版权页也应标注。',
  silent: '书中已有审图号的，景区图、街区图、示意图、规划图和历史地图，不报。',
  covers: ['LN-SEC-09'],
  exempt: ['errata'],
  checkBook({ volume: { text, blocks } }, report) {
    const map = blocks.find((block) => namesMap(text, block));
    if (map === undefined || text.includes('审图号')) return;
    report(map.start, map.end, '图题所示为地图，全书未见审图号，请核对是否须送审并标注。');
  },
});

function namesMap(text: string, { kind, start, end }: Block): boolean {
  if (
    end - start > 40 ||
    !/[图）)]/u.test(text.charAt(end - 1)) ||
    (kind !== 'caption' && kind !== 'image' && kind !== 'paragraph')
  )
    return false;
  const line = text.slice(start, end);
  return MAP.test(line) && !SIMPLE.test(line) && (kind !== 'paragraph' || NUMBERED.test(line));
}
