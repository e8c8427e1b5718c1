import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

const PRAISE =
  /显著|成绩突出|喜人|可喜|辉煌|斐然|再创新高|再上(?:新)?台阶|再创佳绩|跨越式|飞跃|巨大|极大|圆满|成功|胜利|隆重|热烈|亲切|扎实|有力|有效|稳步|蓬勃|如火如荼|硕果|亮点纷呈|领先|一流|首创|唯一|典范|标杆|崭新|精彩|喜获|荣获|喜迎|丰硕|空前|卓有成效|突飞猛进|日新月异|新局面|新篇章/gu;

/** Names and terms that hold the same characters: 胜利乡、胜利油田、抗战胜利纪念、有效期、一流学科. */
const NAMES: Readonly<Record<string, RegExp>> = {
  胜利: /胜利(?:[乡镇村街路渠大桥油场水社区公园中小]|纪念|日|\d|[一二三四五六七八九十百]+周年)|抗[日战][\u4e00-\u9fff]{0,4}胜利/u,
  成功: /成功(?:[乡镇村街路大学案率经]|申报率)|郑成功/u,
  有效: /有效(?:期|性|灌溉|面积|证|率|发明|专利|供给|投资|益)/u,
  一流: /双一流|一流(?:学科|专业|课程|大学)/u,
  标杆: /标杆(?:企业|学校|单位|社区|项目)/u,
  首创: /首创(?:集团|公司|精神)/u,
  典范: /典范(?:村|校|社区)/u,
  稳步: /稳步增长/u,
  跨越式: /跨越式跳/u,
  巨大: /巨大(?:集团|公司)/u,
  唯一: /唯一性/u,
  亲切: /亲切关怀下$/u,
};

/** Praise in a title (标题带评价语): 成绩斐然的招商引资. */
export const rule = defineRule({
  id: 'structure-title-evaluation',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '标题不用评价语',
  summary: '标题中的“显著”“圆满”“成功”“扎实”“辉煌”“硕果累累”等评价、修饰语，建议删去，只写事类。',
  why: '标题用来归类和检索，评价语不是检索词，也有失客观。',
  silent:
    '地名、单位名、会议名、专用术语里的同样字（胜利乡、有效灌溉面积）不报；书名号、引号内和特载、文献、附录、大事记不报；简报不查。',
  covers: ['YB-TTL-02', 'EMP-02', 'GZ-STR-03'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  checkBook({ volume, read }, report) {
    for (const { start, end } of read(listTitles)) {
      const line = volume.text.slice(start, end);
      for (const found of line.matchAll(PRAISE)) {
        const name = NAMES[found[0]];
        if (name?.test(line.slice(Math.max(0, found.index - 6), found.index + 8)) === true) continue;
        report(start + found.index, start + found.index + found[0].length, `标题中“${found[0]}”为评价语，建议删去。`);
      }
    }
  },
});
