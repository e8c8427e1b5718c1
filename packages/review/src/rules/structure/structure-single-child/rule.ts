import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { readBranches } from '../../../outline/read-branches.ts';
import { defineRule } from '../../../rule.ts';

/** A head with a single head or entry under it (结构失衡). */
export const rule = defineRule({
  id: 'structure-single-child',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '类目不只设一个分目，分目不只设一个条目',
  summary: '一个类目下只有一个分目，或一个分目下只有一个条目的，建议合并或补充内容。',
  why: '只有一个下级题，这一层就没有分类的意义。',
  silent: '特载、大事记、人物、附录等部分不查；全书不足十个下级题的散稿不查。',
  covers: ['YB-FRM-07'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['yearbook'],
  habit: 20,
  checkBook({ volume, read }, report) {
    const { nodes } = volume;
    if (nodes.length < 12) return;
    const branches = read(readBranches);
    branches.forEach(({ children, paragraphs }, index) => {
      const node = nodes[index]!;
      if (index === 0 || children.length !== 1 || paragraphs > 0 || !isRegularPart(volume, index)) return;
      const end = node.start + node.title.length;
      // The title of the book stands over everything.
      if (node.parent === 0 && branches[0]!.children.length < 3) return;
      const child = nodes[children[0]!]!;
      report(node.start, end, `“${node.title}”下只有一个下级题“${child.title}”，建议合并或补充。`);
    });
  },
});
