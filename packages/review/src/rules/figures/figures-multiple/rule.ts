import { readQuantities } from '../../../figures/find-total.ts';
import { agreesAsTimes, around, divide } from '../../../figures/interval.ts';
import { isApproximate, isSameUnit } from '../../../figures/read-quantity.ts';
import { countDecimals } from '../../../figures/read-quantity.ts';
import { defineRule } from '../../../rule.ts';

/** `是1949年152万元的42倍`: the base stands between. */
const TIMES = /的(\d+(?:\.\d+)?)$/u;
const LEAD = /(?:是|为|相当于|达到)[^。；，,\d]{0,6}(?:(?:1[5-9]|20)\d{2}年[底末初]?)?[^。；，,\d]{0,8}$/u;
const REACH = 60;

/** A value, the base it is told against, and how many times it is that base (为某数的几倍). */
export const rule = defineRule({
  id: 'figures-multiple',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“是某数的几倍”与两数相符',
  summary: '“某数，是（为）某年某数的几倍”按两数相除复算，与所印倍数不符的报。',
  why: '倍数由两数算出，对不上就有一个数印错。',
  silent: '注明按可比价计算的、约数、两数单位不同的不报；舍去尾数的差别不报。',
  covers: ['YB-STA-05'],
  exempt: ['quotation'],
  on: '倍',
  check({ text, start, end }, at, report) {
    const times = TIMES.exec(text.slice(Math.max(start, at - 8), at));
    if (times === null || /^(?:多|余|以上|左右|强)/u.test(text.slice(at + 1, Math.min(end, at + 3)))) return;
    const sentence = Math.max(start, at - REACH, text.lastIndexOf('。', at) + 1);
    const [now, base] = readQuantities(text, sentence, at - times[0].length).slice(-2);
    if (now === undefined || base === undefined || base.end !== at - times[0].length) return;
    if (!isSameUnit(now.unit, base.unit) || isApproximate(text, now) || isApproximate(text, base)) return;
    const between = text.slice(now.end, base.start);
    if (!/^[\u4e00-\u9fff]{0,4}[，,]?/u.test(between) || !LEAD.test(between) || /[。；]/u.test(between)) return;
    if (/可比|不变价|扣除/u.test(text.slice(sentence, at))) return;
    const printed = { value: Number(times[1]), place: 10 ** -countDecimals(times[1]!) };
    const ratio = divide(around(now), around(base));
    if (agreesAsTimes(ratio, printed) || base.value === 0) return;
    const computed = (now.value / base.value).toFixed(2);
    report(now.start, at + 1, `“${times[1]}倍”与所列两数不符，复算为${computed}倍，请核实。`, {
      evidence: [
        { label: '现数', span: { start: now.start, end: now.end }, value: text.slice(now.start, now.end) },
        { label: '基数', span: { start: base.start, end: base.end }, value: text.slice(base.start, base.end) },
        {
          label: '算式',
          value: `${text.slice(now.start, now.end)}÷${text.slice(base.start, base.end)}＝${computed}`,
        },
      ],
    });
  },
});
