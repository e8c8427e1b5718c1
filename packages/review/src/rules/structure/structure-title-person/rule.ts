import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';
import { SURNAMES } from '../../../wording/surnames.ts';

const VISIT = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{0,8}(?:书记|县长|市长|省长|州长|区长|主任|主席|部长|局长))?([${SURNAMES}](?:某某?|[\\u4e00-\\u9fff]{1,2}))(?:到|在|赴)?[\\u4e00-\\u9fff]{0,8}?(?:调研|视察|考察|督导|督查|检查|慰问|走访)`,
  'u',
);
const NOT_NAME =
  /^(?:高[标新速校质层温]|安全|金融|石油|江河|白酒|温室|项目|万[人村企家]|方案|程序|程控|向[一社困]|贺[岁年]|段[落位]|武[装警术]|汤泉|路[灯桥政]|水|何|任前|孔雀|常[态务年规]|史志|文|龙[头舟]|马[铃拉]|田[间园径]|于|黄[金河花]|金[秋牌]|林[业场草]|毛[猪竹]|邮|余)/u;

/** A person's name in the title of a visit (标题出现人名): 刘某某调研企业. */
export const rule = defineRule({
  id: 'structure-title-person',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '标题不出现领导人名',
  summary: '标题为“某某某调研”“某某某视察”等，以人名立题的，建议改以事类立题，或并入大事记。',
  why: '条目记事，以人名立题容易写成活动日志。',
  silent: '人物、案件、烈士等以人立目的部分和大事记不报。',
  covers: ['YB-TTL-06'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  presets: ['yearbook'],
  checkBook({ volume, read }, report) {
    for (const { start, text, node } of read(listTitles)) {
      const found = VISIT.exec(text);
      if (found === null || NOT_NAME.test(found[1]!) || !isRegularPart(volume, node)) continue;
      const at = text.indexOf(found[1]!);
      report(start + at, start + at + found[1]!.length, '标题出现人名，建议以事类立题，或并入大事记。');
    }
  },
});
