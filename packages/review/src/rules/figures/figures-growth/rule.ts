import { readQuantities } from '../../../figures/find-total.ts';
import { agrees, agreesAsTimes, around, divide, subtract, type Interval } from '../../../figures/interval.ts';
import { isAtConstantPrices } from '../../../figures/is-at-constant-prices.ts';
import { readClaim, type Claim } from '../../../figures/read-claim.ts';
import { isApproximate, isSameUnit, readQuantity, type Quantity } from '../../../figures/read-quantity.ts';
import { defineRule, type Passage } from '../../../rule.ts';

/** `比上年（同期）……增加` or `比1963年的`: what stands between the comparison and the number. */
const LEAD =
  /(?:(?:[，,](?:同比)?|共)(净?增加?收?了?|减少?收?了?)|(?:比|较)(?:上年|去年|前年|上一?年度|(?:1[5-9]|20)\d{2}年)(?:同期|同比|[底末初])?的?(净?增加?收?了?|减少?收?了?|多了?|少了?|下降了?|上升了?|提高了?)?)[^。；，,、\d]{0,4}(?=\d)/uy;
const REACH = 40;
const GLUE = /^[\u4e00-\u9fff]{0,4}[，,、（(]?(?=[净增上提扩翻下降减])/u;

/** Value, change and rate of change against a year before (增长率与增量). */
export const rule = defineRule({
  id: 'figures-growth',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '增减量与增减率相符',
  summary:
    '“某数，比上年增加若干，增长百分之几”按某数与增量倒推基数，“比上年的某数增长百分之几”按两数，复算增长率，不符的报。',
  why: '增长率是由原数算出来的，三个数对不上，必有一个印错。',
  silent: '按可比价计算的指标（生产总值、增加值、总产值等）、约数、同比例数之外的比较和末位舍入的差别不报。',
  covers: ['YB-TAB-07', 'YB-STA-04'],
  exempt: ['quotation'],
  words: [
    '，增',
    '，减',
    '，净',
    '，同',
    '共增',
    '共减',
    '比上',
    '较上',
    '比去',
    '较去',
    '比前',
    '比1',
    '比2',
    '较1',
    '较2',
  ],
  checkWord(passage, start, _end, report) {
    const { text } = passage;
    LEAD.lastIndex = start;
    const lead = LEAD.exec(text);
    if (lead === null) return;
    const verb = lead[1] ?? lead[2];
    const number = readQuantity(text, start + lead[0].length, passage.end);
    if (number === undefined || isApproximate(text, number)) return;
    const glue = GLUE.exec(text.slice(number.end, Math.min(passage.end, number.end + 8)))?.[0];
    const claim = glue === undefined ? undefined : readClaim(text, number.end + glue.length, passage.end);
    if (claim === undefined || (claim.kind !== 'percent' && claim.kind !== 'times')) return;
    const now = readNow(passage, start, number);
    if (now === undefined || isAtConstantPrices(text, now.start, claim.end)) return;
    const base = isBase(text, now, start) ? around(now) : readBase(now, number, verb, claim);
    if (base === undefined || base.low <= 0) return;
    const difference = claim.direction === 1 ? subtract(around(now), base) : subtract(base, around(now));
    const growth = divide(verb === undefined ? difference : around(number), base);
    if (claim.kind === 'times' ? agreesAsTimes(growth, claim) : agrees(percentOf(growth), claim)) return;
    const middle = (base.low + base.high) / 2;
    const rate = verb === undefined ? Math.abs(now.value - middle) / middle : number.value / middle;
    const computed = claim.kind === 'percent' ? `${(rate * 100).toFixed(2)}%` : `${rate.toFixed(2)}倍`;
    const printed = text.slice(claim.start, claim.end);
    report(now.start, claim.end, `“${printed}”与所列数不符，复算为${computed}，请核实。`, {
      evidence: [
        { label: '现数', span: { start: now.start, end: now.end }, value: text.slice(now.start, now.end) },
        {
          label: verb === undefined ? '基数' : '增减量',
          span: { start: number.start, end: number.end },
          value: text.slice(number.start, number.end),
        },
        { label: '所印增幅', span: { start: claim.start, end: claim.end }, value: printed },
        { label: '复算', value: verb === undefined ? computed : `增减量÷基数（现数与增减量之差）＝${computed}` },
      ],
    });
  },
});

function percentOf({ low, high }: Interval): Interval {
  return { low: low * 100, high: high * 100 };
}

const RIGHT_BEFORE = /^(?:[\u4e00-\u9fff]{0,6}[，,、]?|[\u4e00-\u9fff]{0,2}相?比[，,][^，。；\d]{0,6})$/u;

/** The value that is compared: right before the comparison, nothing but a noun and a comma between. */
function readNow({ text, start }: Passage, at: number, { unit }: Quantity): Quantity | undefined {
  const now = readQuantities(text, Math.max(start, at - REACH), at).findLast((each) => isSameUnit(each.unit, unit));
  if (now === undefined || isApproximate(text, now)) return undefined;
  return RIGHT_BEFORE.test(text.slice(now.end, at)) ? now : undefined;
}

/** `与1990年的725482人相比，增加…`: the number before is the base itself. */
function isBase(text: string, now: Quantity, at: number): boolean {
  return /^[\u4e00-\u9fff]{0,2}相?比[，,]/u.test(text.slice(now.end, at + 1));
}

function readBase(now: Quantity, number: Quantity, verb: string | undefined, claim: Claim) {
  if (verb === undefined) return around(number);
  const isLess = /[减少降]/u.test(verb);
  if (isLess !== (claim.direction === -1)) return undefined;
  const base = { value: isLess ? now.value + number.value : now.value - number.value, place: now.place + number.place };
  return around(base);
}
