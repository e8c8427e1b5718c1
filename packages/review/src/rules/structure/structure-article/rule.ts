import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { readBranches } from '../../../outline/read-branches.ts';
import { defineRule } from '../../../rule.ts';

/** Characters of text without an entry that make an article. */
const LONG = 400;

/** A part of a book of entries that is an article without any (分目下无条目). */
export const rule = defineRule({
  id: 'structure-article',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '分目下设条目',
  summary: '全书用【】立条目，而某一类目或分目下只有大段文章、没有条目的，请核对是否需要分条。',
  why: '条目是年鉴的基本记述单元，整篇文章无法检索。',
  silent: '全书不用条目的、篇幅短的，以及特载、大事记、概况、人物、附录等部分不报。',
  covers: ['YB-FRM-02'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['yearbook'],
  habit: 20,
  checkBook({ volume, read }, report) {
    const { nodes } = volume;
    const isEntry = (index: number): boolean => nodes[index]!.title.startsWith('【');
    if (nodes.filter((_, index) => isEntry(index)).length < 5) return;
    read(readBranches).forEach(({ children, length }, index) => {
      if (index === 0 || children.length > 0 || length < LONG || isEntry(index)) return;
      const { title, start } = nodes[index]!;
      if (/概况|概述|综述|概貌|概览|总述/u.test(title) || !isRegularPart(volume, index)) return;
      report(start, start + title.length, `“${title}”下有正文${length}字而未设条目，请核对是否需要分条。`);
    });
  },
});
