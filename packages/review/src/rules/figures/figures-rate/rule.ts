import { findTotal, readQuantities } from '../../../figures/find-total.ts';
import { agrees, around, divide } from '../../../figures/interval.ts';
import { printPercent, readPercent } from '../../../figures/read-percent.ts';
import { isApproximate, isSameUnit, type Quantity } from '../../../figures/read-quantity.ts';
import { defineRule } from '../../../rule.ts';

const RATES = [
  '合格率',
  '及格率',
  '录取率',
  '达标率',
  '升学率',
  '优良率',
  '出勤率',
  '参加率',
  '完成率',
  '成活率',
  '绿化率',
  '上线率',
  '受益率',
  '入学率',
  '巩固率',
  '通车率',
  '通电率',
  '改造率',
  '兑现率',
  '调解率',
  '普及率',
  '优秀率',
  '检出率',
  '阳性率',
  '治愈率',
  '破案率',
  '结案率',
  '审结率',
  '办结率',
  '执结率',
  '覆盖率',
  '入户率',
  '接种率',
  '受检率',
  '参保率',
] as const;
const GLUE = /^[\u4e00-\u9fff]{0,4}[，,、（(]$/u;

/** A rate behind its part and its whole (合格率等与原数). */
export const rule = defineRule({
  id: 'figures-rate',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '合格率、录取率等与原数相符',
  summary: '“抽检若干，合格若干，合格率百分之几”按两数复算，与所印的率不符的报。',
  why: '率由两数算出，对不上就有一个数印错。',
  silent: '句中另有同单位的数可以算得所印的率，率与前一个数不是一回事，约数，都不报。',
  exempt: ['quotation'],
  words: RATES,
  checkWord({ text, start, end }, at, stop, report) {
    const lead = /^[为达到是]{0,2}/u.exec(text.slice(stop, stop + 2))![0];
    const percent = readPercent(text, stop + lead.length, end);
    if (percent === undefined) return;
    const sentence = Math.max(start, at - 100, text.lastIndexOf('。', at) + 1);
    const figures = readQuantities(text, sentence, at);
    const part = figures.pop();
    if (part === undefined || isApproximate(text, part) || !GLUE.test(text.slice(part.end, at))) return;
    // 合格118批次，合格率: the number before is the one the rate speaks of.
    const stem = text.slice(at, at + 2);
    if (!text.slice(Math.max(start, part.start - 6), part.start).includes(stem)) return;
    const wholes = figures.filter(({ unit }) => isSameUnit(unit, part.unit));
    const whole = wholes.length === 1 ? findTotal(text, start, part.start, part.unit)?.total : undefined;
    if (whole === undefined || whole.value < part.value || !isRightBefore(text, whole, part)) return;
    const share = divide(around(part), around(whole));
    if (agrees({ low: share.low * 100, high: share.high * 100 }, percent)) return;
    const computed = printPercent((part.value / whole.value) * 100, percent);
    const printed = text.slice(percent.start, percent.end);
    report(whole.start, percent.end, `${text.slice(at, stop)}印作${printed}，按两数复算为${computed}，请核实。`, {
      evidence: [
        { label: '全体', span: { start: whole.start, end: whole.end }, value: text.slice(whole.start, whole.end) },
        { label: '部分', span: { start: part.start, end: part.end }, value: text.slice(part.start, part.end) },
        {
          label: '算式',
          value: `${text.slice(part.start, part.end)}÷${text.slice(whole.start, whole.end)}＝${computed}`,
        },
      ],
    });
  },
});

function isRightBefore(text: string, whole: Quantity, part: Quantity): boolean {
  return /^[\u4e00-\u9fff]{0,6}[，,；：:]?(?:其中|[至到]?\d{4}年[底末]?)?[\u4e00-\u9fff]{0,8}$/u.test(
    text.slice(whole.end, part.start),
  );
}
