import { defineRule } from '../../../rule.ts';

/** 凡例 that do not say what years the book covers (凡例未写断限). */
export const rule = defineRule({
  id: 'structure-period-stated',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '凡例写明断限',
  summary: '志书凡例中没有上限、下限年份的，请核对是否漏写。',
  why: '断限是取舍资料的尺度，凡例不写，越限与否就无从判断。',
  silent: '没有凡例的散稿不查；凡例写有“上限”“下限”或起止年份的不报。',
  covers: ['GZ-PER-01', 'GZ-FAN-01'],
  exempt: [],
  presets: ['gazetteer'],
  checkBook({ volume: { text, nodes } }, report) {
    const rules = nodes.find(({ title }) => /凡\s*例/u.test(title));
    if (rules === undefined || rules.end - rules.start < 60) return;
    const body = text.slice(rules.start, rules.end);
    if (/[上下]限|断限|断自|上起|下[至迄止]|(?:起|始)[自于][^。]{0,20}年|\d{4}年?\s?[—～~至－-]\s?\d{4}/u.test(body))
      return;
    report(rules.start, rules.start + rules.title.length, '凡例中未见上限、下限年份，请核对是否漏写断限。');
  },
});
