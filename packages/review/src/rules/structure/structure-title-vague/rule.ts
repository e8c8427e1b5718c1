import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

/** A title that names nothing (兜底题): 其他工作. */
export const rule = defineRule({
  id: 'structure-title-vague',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '标题不用其他、有关工作等',
  summary: '标题为“其他”“其他工作”“其他事项”“有关工作”“综合工作”“其他情况”的，建议按内容立题。',
  why: '兜底的标题不能检索，读者不知道下面记了什么。',
  silent: '“其他渔业”“其他税种”等有限定的名称不报；名录、附录中的“其他”不报。',
  covers: ['YB-TTL-16'],
  exempt: ['verbatim', 'errata'],
  presets: ['yearbook', 'gazetteer'],
  checkBook({ read }, report) {
    for (const { start, end, text } of read(listTitles)) {
      if (
        !/^(?:其[他它](?:工作|事项|情况|活动|方面|业务)?|有关(?:工作|情况|事项)|综合工作|杂[项事]|相关工作|重点工作|主要工作)$/u.test(
          text,
        )
      )
        continue;
      report(start, end, `“${text}”没有指明事类，建议按内容立题。`);
    }
  },
});
