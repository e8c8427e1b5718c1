import { readQuantities } from '../../../figures/find-total.ts';
import { around, divide, multiply, type Interval } from '../../../figures/interval.ts';
import { isApproximate, readQuantity, type Quantity } from '../../../figures/read-quantity.ts';
import { compareDigits } from '../../../ledger/compare-digits.ts';
import { defineRule, type Report } from '../../../rule.ts';

const MU: Readonly<Record<string, number>> = { 亩: 1, 公顷: 15, 平方公里: 1500 };
const KILOGRAMS: Readonly<Record<string, number>> = { 公斤: 1, 千克: 1, 斤: 0.5, 吨: 1000, 担: 50 };
/** Area sown, yield and output are not always of the same fields; only what is far off is told. */
const SLACK = 0.06;
const AREA = /(?:面积|种植|播种|植棉|种|栽培|栽种|收获|植)[^，。；\d]{0,10}$/u;
const OUTPUT = /总产|产量|产(?:粮|棉|油|茶|稻|鱼|瓜)|共产|收获/u;

/** Area, yield and output (面积、亩产、总产). */
export const rule = defineRule({
  id: 'figures-yield',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '面积、单产、总产相符',
  summary: '同一句依次写明面积、亩产（每公顷产）、总产的，按面积乘单产复算，相差百分之六以上的报。',
  why: '三个数互相制约，有一个小数点错位就对不上。',
  silent: '约数、缺一数的、面积与总产之间另有别的作物的，不报。',
  covers: ['GZ-SRC-05'],
  exempt: ['quotation'],
  words: ['亩产', '单产', '每亩', '公顷产', '每公顷'],
  checkWord({ text, start, end }, at, stop, report) {
    const from = Math.max(start, at - 60, text.lastIndexOf('。', at) + 1, text.lastIndexOf('；', at) + 1);
    const lead = /^(?:产量?)?(?:为|达到|达|约)?/u.exec(text.slice(stop, stop + 6))![0];
    const rate = readQuantity(text, stop + lead.length, end);
    const output = rate && readQuantities(text, rate.end, Math.min(end, rate.end + 24))[0];
    if (rate !== undefined && rate.unit in KILOGRAMS && judgeLast(text, from, at, rate, report)) return;
    const area = readQuantities(text, from, at).pop();
    if (area === undefined || MU[area.unit] === undefined || isApproximate(text, area)) return;
    if (!AREA.test(text.slice(from, area.start)) || !/^[^。；\d]{0,10}$/u.test(text.slice(area.end, at))) return;
    if (rate === undefined || output === undefined || !(rate.unit in KILOGRAMS) || !(output.unit in KILOGRAMS)) return;
    if (isApproximate(text, rate) || isApproximate(text, output) || lead.endsWith('约')) return;
    const glue = text.slice(rate.end, output.start);
    if (!OUTPUT.test(glue) || /[。；]/u.test(glue)) return;
    const isPerHectare = text.startsWith('公顷', at) || text.startsWith('每公顷', at);
    if (text.startsWith('单产', at) && area.unit !== '亩') return;
    const mu = MU[area.unit]! / (isPerHectare ? 15 : 1);
    const product = multiply(around(area), around(rate));
    const factor = mu * KILOGRAMS[rate.unit]!;
    const printed = around(output);
    const unit = KILOGRAMS[output.unit]!;
    const isNear =
      printed.high * unit * (1 + SLACK) >= product.low * factor &&
      printed.low * unit <= product.high * factor * (1 + SLACK);
    const exact = (area.value * rate.value * factor) / unit;
    if (isNear && !isMisprint(exact, output, product)) return;
    const computed = print(exact, output);
    report(
      area.start,
      output.end,
      `面积乘单产约为${computed}，与所印总产${text.slice(output.start, output.end)}不符，请核实。`,
      {
        evidence: [area, rate, output]
          .map((each, index) => ({
            label: ['面积', '单产', '总产'][index]!,
            span: { start: each.start, end: each.end },
            value: text.slice(each.start, each.end),
          }))
          .concat({ label: '算式', span: { start: area.start, end: rate.end }, value: `面积×单产＝${computed}` }),
      },
    );
  },
});

/** `种植4.2万亩，总产504万公斤，平均亩产102公斤`: the yield stands last; whether it was judged. */
function judgeLast(text: string, from: number, at: number, rate: Quantity, report: Report): boolean {
  const [area, output, ...more] = readQuantities(text, from, at).slice(-2);
  if (area === undefined || output === undefined || more.length > 0) return false;
  if (MU[area.unit] !== 1 || !(output.unit in KILOGRAMS) || !text.startsWith('亩产', at)) return false;
  if ([area, output, rate].some((each) => isApproximate(text, each)) || !AREA.test(text.slice(from, area.start)))
    return false;
  if (!/^[^。；\d]{0,10}总产[^。；\d]{0,8}$/u.test(text.slice(area.end, output.start))) return false;
  if (!/^[，,、](?:平均)?$/u.test(text.slice(output.end, at))) return false;
  const quotient = divide(around(output), around(area));
  const factor = KILOGRAMS[output.unit]! / KILOGRAMS[rate.unit]!;
  const { low, high } = { low: quotient.low * factor, high: quotient.high * factor };
  if (rate.value + rate.place >= low / (1 + SLACK) && rate.value - rate.place <= high * (1 + SLACK)) return true;
  const computed = `${Number(((output.value * factor) / area.value).toPrecision(4))}${rate.unit}`;
  const places = [area, output, rate].map((each, index) => ({
    label: ['面积', '总产', '单产'][index]!,
    span: { start: each.start, end: each.end },
    value: text.slice(each.start, each.end),
  }));
  report(area.start, rate.end, `总产除以面积约为${computed}，与所印亩产不符，请核实。`, {
    evidence: [...places, { label: '算式', value: `总产÷面积＝${computed}` }],
  });
  return true;
}

/** Within the slack, yet the product but for two figures changed round: 9.25 for 9.52. */
function isMisprint(exact: number, output: Quantity, product: Interval): boolean {
  const rounded = Math.round(exact / output.place) * output.place;
  const spread = (product.high - product.low) / (product.high + product.low);
  return compareDigits(rounded, output.value) === 'transposed' && Math.abs(rounded / output.value - 1) > spread * 2;
}

function print(value: number, { unit, scale }: Quantity): string {
  const inScale = scale === '万' ? value / 1e4 : scale === '亿' ? value / 1e8 : value;
  return `${Number(inScale.toPrecision(4))}${scale}${unit}`;
}
