import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { defineRule } from '../../../rule.ts';

/** An entry below the fourth level (层次过深): 类目、分目、子目、条目 are four. */
export const rule = defineRule({
  id: 'structure-depth',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年鉴层次不超过四级',
  summary: '年鉴主体为类目、分目、条目三级，可加子目成四级；出现第五级的，报该级标题。',
  why: '层次过深，条目淹没在标题里，目录也难编排。',
  silent: '全书总题名不计一级；特载、大事记、人物、附录等部分不查；志书不查。',
  covers: ['YB-FRM-01'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['yearbook'],
  habit: 20,
  checkBook({ volume }, report) {
    const { nodes } = volume;
    const depths: number[] = [0];
    nodes.forEach(({ parent, title, start }, index) => {
      if (index === 0) return;
      const isBook = parent === 0 && /年\s*鉴/u.test(title);
      depths[index] = (depths[parent] ?? 0) + (isBook ? 0 : 1);
      if (depths[index] === 5 && isRegularPart(volume, index)) {
        report(start, start + title.length, '此题已是第五级，年鉴一般为三级，至多四级，建议归并层次。');
      }
    });
  },
});
