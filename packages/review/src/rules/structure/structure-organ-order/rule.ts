import { defineRule } from '../../../rule.ts';
import type { OutlineNode } from '../../../volume.ts';

/** Organs in their customary order; what fits none is passed over. */
const ORGANS: readonly (readonly [name: string, title: RegExp])[] = [
  ['中共', /^(?:中共|中国共产党|党委|党务)(?!.*(?:纪|党校|党史))/u],
  ['人大', /人民代表大会|人大(?:常委会)?$/u],
  ['政府', /^[\u4e00-\u9fff]{0,10}(?:人民政府|[县市区州]政府|政府)$/u],
  ['政协', /政协|政治协商会议/u],
  ['民主党派', /民主党派/u],
  ['群众团体', /群众团体|人民团体|群团/u],
];

/** Heads of organs out of their customary order (机构类目排序): 党、人大、政府、政协. */
export const rule = defineRule({
  id: 'structure-organ-order',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '机构类目按党、人大、政府、政协的次序',
  summary: '同级标题中中共、人大、政府、政协、民主党派、群众团体的先后与惯例不一的，请核对。',
  why: '机构类目有通行的次序，颠倒容易引起误解。',
  silent: '不同层级的标题不比；纪检监察的位置各地不一，不查。',
  covers: ['YB-FRM-06'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['yearbook', 'gazetteer'],
  checkBook({ volume: { nodes } }, report) {
    const last = new Map<number, { readonly rank: number; readonly node: OutlineNode }>();
    nodes.forEach((node, index) => {
      if (index === 0) return;
      const title = node.title.replaceAll(/\s+/gu, '').replace(/^第[一二三四五六七八九十]+[编章节]/u, '');
      const rank = ORGANS.findIndex(([, pattern]) => pattern.test(title));
      // 政党群团 and 政权政协 hold several organs.
      if (rank < 0 || /政党|政权|政治|[·、，]/u.test(title.replace('政治协商会议', ''))) return;
      const before = last.get(node.parent);
      if (before === undefined || rank >= before.rank) last.set(node.parent, { rank, node });
      else {
        const end = node.start + node.title.length;
        report(node.start, end, `“${title}”排在“${before.node.title}”之后，与惯例的次序不一，请核对。`, {
          evidence: [{ label: '惯例次序', value: ORGANS.map(([name]) => name).join('、') }],
        });
      }
    });
  },
});
