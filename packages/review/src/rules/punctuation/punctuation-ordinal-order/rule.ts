import { defineRule } from '../../../rule.ts';

const STYLES: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}、/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}[.．、](?!\d)/u,
  /^[（(]\d{1,2}[）)]/u,
  /^[①-⑳]/u,
];

/** A heading numbered in a higher style than the one above it (序次语层级倒用): “一、” below “1.”. */
export const rule = defineRule({
  id: 'punctuation-ordinal-order',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'B.3.8',
  title: '序次语层级不倒用',
  summary: '标题的序次语由大到小依次为“一、”“（一）”“1.”“（1）”“①”，下级标题用了比上级更大的序次语时提示。',
  why: '层级倒用，读者会把下级误作上级，目录也会排错。',
  silent: '只比较相邻上下级标题；可以跳级，跳级不报；没有序号的标题不报。',
  covers: ['LN-PUN-10'],
  exempt: ['verbatim', 'errata'],
  habit: 20,
  checkBook({ volume }, report) {
    const { nodes } = volume;
    const styles = nodes.map(({ title }) => STYLES.findIndex((style) => style.test(title)));
    nodes.forEach((node, index) => {
      const own = styles[index]!;
      const above = node.parent > 0 ? styles[node.parent]! : -1;
      if (own < 0 || above < 0 || own > above) return;
      const to = Math.min(node.end, node.start + node.title.length);
      report(node.start, to, '本标题的序次语比上级标题的层级高或相同，请核对。', {
        evidence: [{ label: '上级标题', value: nodes[node.parent]!.title }],
      });
    });
  },
});
