import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { readBranches } from '../../../outline/read-branches.ts';
import { defineRule } from '../../../rule.ts';

const OVERVIEW = /概况|综述|概述|基本情况|总体情况|概貌|总况/u;
const FEWEST = 5;
const MOST_SHARE = 0.8;

/** Heads without the overview that nearly all others begin with (缺综述性首条). */
export const rule = defineRule({
  id: 'structure-first-entry-missing',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '分目首条为综述性条目',
  summary: '全书八成以上的分目以“概况”“综述”开头，而某一分目没有的，请核对是否漏编。',
  why: '首条交代一年的总貌，缺了它，这一分目就没有总量资料。',
  silent: '全书多数分目不设综述的不报；只有一个条目的分目和特载、大事记、人物、附录不报。',
  covers: ['YB-FRM-13'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['yearbook'],
  habit: 20,
  checkBook({ volume, read }, report) {
    const { nodes } = volume;
    const heads: { index: number; has: boolean }[] = [];
    read(readBranches).forEach(({ children, length }, index) => {
      const entries = children.filter((child) => nodes[child]!.title.startsWith('【'));
      if (index === 0 || entries.length < 2 || !isRegularPart(volume, index)) return;
      // Running text before the entries is an overview without a title.
      heads.push({ index, has: length > 0 || OVERVIEW.test(nodes[entries[0]!]!.title) });
    });
    const missing = heads.filter(({ has }) => !has);
    if (heads.length < FEWEST || missing.length > heads.length * (1 - MOST_SHARE)) return;
    for (const { index } of missing) {
      const { title, start } = nodes[index]!;
      report(start, start + title.length, `“${title}”没有综述性首条，而全书多数分目都有，请核对是否漏编。`);
    }
  },
});
