import { isSameUnit, type Quantity } from '../../../figures/read-quantity.ts';
import { readQuantities } from '../../../figures/find-total.ts';
import { compareDigits, countDigits } from '../../../ledger/compare-digits.ts';
import { defineRule } from '../../../rule.ts';

const METRES: Readonly<Record<string, number>> = { 米: 1, 公里: 1000, 千米: 1000 };
const SQUARE_METRES: Readonly<Record<string, number>> = {
  平方米: 1,
  平米: 1,
  亩: 10_000 / 15,
  公顷: 10_000,
  平方公里: 1e6,
  平方千米: 1e6,
};
const REACH = 90;
const SECOND = /^[\u4e00-\u9fff]{0,2}[，,、；]?(?:南北|东西|宽|进深|长)[长宽约各为]*$/u;
const AREA = /^[，,、（]?(?:[^，,；。]{0,4}(?:占地总?面积|总面积)|面积|占地)[约为计近达有]*$/u;
const PERIMETER = /^[，,、（]?[^，,；。]{0,2}周长[约为]*$/u;

/** Length times width against the area and the way round (长宽与面积、周长). */
export const rule = defineRule({
  id: 'figures-area',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '长宽与面积、周长相称',
  summary: '同一句写明东西、南北（或长、宽）与面积、周长的，长乘宽与面积、两边之和与周长相去过远的报。',
  why: '面积与长宽差到十倍，多是小数点或“万”字错漏。',
  silent: '形状不规则的差别不报：面积在长宽之积的三成到一成五以上之间，都算相称。',
  covers: ['GZ-SRC-05'],
  exempt: ['quotation'],
  words: ['东西', '南北', '长约', '长为', '长宽', '长度', ...[...'123456789'].map((digit) => `长${digit}`)],
  checkWord({ text, start, end }, from, _stop, report) {
    if (/[东南西北]/u.test(text.charAt(from - 1)) && from > start) return;
    const stop = Math.min(end, from + REACH, sentenceEnd(text, from, end));
    const [one, other, ...rest] = readQuantities(text, from, stop);
    if (one === undefined || other === undefined || !(one.unit in METRES) || !isSameUnit(one.unit, other.unit)) return;
    if (one.start - from > 6 || !SECOND.test(text.slice(one.end, other.start))) return;
    const [length, width] = [metres(one), metres(other)];
    let last = other.end;
    for (const quantity of rest) {
      const label = text.slice(last, quantity.start);
      last = quantity.end;
      const fault = judge(quantity, label, length, width);
      if (fault === undefined) continue;
      report(one.start, quantity.end, `${fault.message}，请核实。`, {
        evidence: [one, other, quantity]
          .map((each) => ({
            label: '所印',
            span: { start: each.start, end: each.end },
            value: text.slice(each.start, each.end),
          }))
          .concat({ label: '算式', value: fault.expression, span: { start: one.start, end: other.end } }),
      });
      return;
    }
  },
});

/** The product itself but for one figure or two changed round: 23.4 for 32.4. */
function isMisprint({ value, unit }: Quantity, product: number): boolean {
  if (unit !== '平方米' || !Number.isInteger(Number(product.toFixed(2)))) return false;
  const slip = compareDigits(value, product);
  const digits = countDigits(product);
  return slip === 'transposed' ? digits >= 2 && value >= 100 : slip === 'digit' && digits >= 4;
}

interface Fault {
  readonly message: string;
  readonly expression: string;
}

function judge(quantity: Quantity, label: string, length: number, width: number): Fault | undefined {
  const square = SQUARE_METRES[quantity.unit];
  if (square !== undefined && AREA.test(label)) {
    const area = quantity.value * square;
    // A plot may be narrower than its greatest length and width say, hardly wider.
    if (area <= length * width * 1.15 && area >= length * width * 0.3 && !isMisprint(quantity, length * width))
      return undefined;
    const product = round(length * width);
    return {
      message: `长宽之积约${product}平方米，与所印面积不称`,
      expression: `${length}×${width}＝${product}平方米`,
    };
  }
  if (!(quantity.unit in METRES) || !PERIMETER.test(label)) return undefined;
  const round2 = 2 * (length + width);
  const perimeter = metres(quantity);
  if (perimeter >= round2 * 0.7 && perimeter <= round2 * 1.6) return undefined;
  return {
    message: `两边之和的二倍约${round(round2)}米，与所印周长不称`,
    expression: `（${length}＋${width}）×2＝${round(round2)}米`,
  };
}

function metres({ value, unit }: Quantity): number {
  return value * METRES[unit]!;
}

function round(value: number): string {
  return value >= 10_000 ? `${Number((value / 10_000).toFixed(2))}万` : String(Number(value.toFixed(1)));
}

function sentenceEnd(text: string, from: number, end: number): number {
  const stop = text.slice(from, Math.min(end, from + REACH)).search(/[。；]/u);
  return stop < 0 ? end : from + stop;
}
