import { isApproximate, isSameUnit, readQuantity } from '../../../figures/read-quantity.ts';
import { defineRule } from '../../../rule.ts';

/** What was looked at, and what was found among it; cases carried over from earlier years may be more, so no 审结. */
const LOOKED_AT =
  /(?:检查|抽查|抽检|检测|检验|普查|排查|巡查|化验|体检|筛查|受检|应试|应考|报考|参考|参加考试|送检|监测|应到)$/u;
const LEAD = /[^，。；、\d（(]{0,10}(?=\d)/uy;
const FOUND =
  /^[\u4e00-\u9fff]{0,6}[，,；]\s?(?:其中)?[^，。；、\d拆]{0,4}(?:合格|不合格|处理|查处|查出|发现|检出|录取|及格|达标|超标|阳性|患病|实到|优良|取缔)[^，。；、\d]{0,8}(?=\d)/u;

/** More found than looked at (所得大于所查). */
export const rule = defineRule({
  id: 'figures-subset',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '所查出的不多于所检查的',
  summary: '检查、抽查、报考若干，合格、查处、录取若干，单位相同而后数大于前数的报。',
  why: '部分大于全体，多是“万”字错漏或数字错位。',
  silent: '单位不同、约数，以及可以含往年积存的受理与办结，不报。',
  exempt: ['quotation'],
  words: [
    '检查',
    '抽查',
    '抽检',
    '检测',
    '检验',
    '普查',
    '排查',
    '化验',
    '体检',
    '筛查',
    '受检',
    '应试',
    '应考',
    '报考',
    '参加考试',
    '送检',
    '监测',
    '应到',
  ],
  checkWord({ text, start, end }, at, stop, report) {
    if (!LOOKED_AT.test(text.slice(at, stop)) || at < start) return;
    LEAD.lastIndex = stop;
    const lead = LEAD.exec(text)?.[0] ?? '';
    const all = readQuantity(text, stop + lead.length, end);
    if (all === undefined || isApproximate(text, all)) return;
    const found = FOUND.exec(text.slice(all.end, Math.min(end, all.end + 30)))?.[0];
    const some = found === undefined ? undefined : readQuantity(text, all.end + found.length, end);
    if (some === undefined || !isSameUnit(some.unit, all.unit) || some.value <= all.value || isApproximate(text, some))
      return;
    report(
      all.start,
      some.end,
      `后数${text.slice(some.start, some.end)}大于前数${text.slice(all.start, all.end)}，请核实。`,
      {
        evidence: [
          { label: '全体', span: { start: all.start, end: all.end }, value: text.slice(all.start, all.end) },
          { label: '部分', span: { start: some.start, end: some.end }, value: text.slice(some.start, some.end) },
        ],
      },
    );
  },
});
