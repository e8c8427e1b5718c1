import { agrees, around, divide } from '../../../figures/interval.ts';
import { printPercent, readPercent } from '../../../figures/read-percent.ts';
import { findTotal, readQuantities } from '../../../figures/find-total.ts';
import { isApproximate, readQuantity } from '../../../figures/read-quantity.ts';
import { defineRule } from '../../../rule.ts';

const WHOLE = /占(?:全部|同期|整个|原)?[^。；，,\d（）()]{0,14}/uy;
const OF = /^[^。；，,\d]{0,6}的(?=\d)/u;

/** A part, its whole and its share, all three printed (占比). */
export const rule = defineRule({
  id: 'figures-share',
  family: 'figures',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '占比与所列两数相符',
  summary: '部分、总数、百分比三者都印出来的（投资若干，占概算若干的百分之几），按前两数复算，与所印百分比不符的报。',
  why: '三个数必有一个错，读者无从判断。',
  silent: '约数、取整与舍去尾数的差别不报；总数没有印在“占”与“的”之间的，另由“占比与分项相符”看。',
  exempt: ['quotation'],
  on: '占',
  check({ text, start, end }, at, report) {
    WHOLE.lastIndex = at;
    const lead = WHOLE.exec(text)?.[0] ?? '';
    const whole = readQuantity(text, at + lead.length, end);
    if (whole === undefined || isApproximate(text, whole)) return;
    const of = OF.exec(text.slice(whole.end, Math.min(end, whole.end + 12)))?.[0];
    const percent = of === undefined ? undefined : readPercent(text, whole.end + of.length, end);
    if (percent === undefined) return;
    const part = findTotal(text, start, at, whole.unit)?.total;
    if (part === undefined || part.value > whole.value * 1.5) return;
    // Another quantity stands nearer: the share may be its own.
    if (readQuantities(text, part.end, at).length > 0 || /[。；]/u.test(text.slice(part.end, at))) return;
    const share = divide(around(part), around(whole));
    if (agrees({ low: share.low * 100, high: share.high * 100 }, percent)) return;
    const computed = printPercent((part.value / whole.value) * 100, percent);
    const printed = text.slice(percent.start, percent.end);
    report(part.start, percent.end, `占比印作${printed}，按所列两数复算为${computed}，请核实。`, {
      evidence: [
        { label: '部分', span: { start: part.start, end: part.end }, value: text.slice(part.start, part.end) },
        { label: '总数', span: { start: whole.start, end: whole.end }, value: text.slice(whole.start, whole.end) },
        { label: '所印占比', span: { start: percent.start, end: percent.end }, value: printed },
        {
          label: '算式',
          value: `${text.slice(part.start, part.end)}÷${text.slice(whole.start, whole.end)}＝${computed}`,
        },
      ],
    });
  },
});
