import { readQuantities } from '../../../figures/find-total.ts';
import { agrees, agreesAsTimes, around, divide, subtract, type Interval } from '../../../figures/interval.ts';
import { isAtConstantPrices } from '../../../figures/is-at-constant-prices.ts';
import { readClaim, type Claim } from '../../../figures/read-claim.ts';
import {
  isApproximate,
  isSameUnit,
  printInScale,
  readQuantity,
  type Quantity,
} from '../../../figures/read-quantity.ts';
import { readPercent, readPercents } from '../../../figures/read-percent.ts';
import { defineRule, type Passage, type Report } from '../../../rule.ts';

/** `比上年（同期）`, `比1963年的`, a comma or 共 before what came or went. */
const LEAD =
  /(?:[，,](?:上年|去年)(?:同期)?为|[，,](?:同比)?|共|(?:比|较)(?:上年|去年|前年|年初|上一?年度|(?:1[5-9]|20)\d{2}年)(?:同期|同比|[底末初])?的?[^。；，,、\d增减多少下上提净]{0,4})/uy;
const GLUE = /^[\u4e00-\u9fff]{0,4}?[，,、（(]?(?:同比)?(?=[净增上提扩翻下降减缩多少])/u;
const REACH = 40;
const MOST_CLAIMS = 3;

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
    '，上年',
    '，去年',
    '比年初',
    '较年初',
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
    const lead = LEAD.exec(text)?.[0];
    if (lead === undefined) return;
    const base = readQuantity(text, start + lead.length, passage.end);
    if (base === undefined && /[比较]/u.test(lead)) judgePoints(passage, start, start + lead.length, report);
    if (base !== undefined && (isApproximate(text, base) || !/[比较]|年/u.test(lead))) return;
    const claims = readClaims(text, base?.end ?? start + lead.length, passage.end, base !== undefined);
    const amount = claims.find(({ kind }) => kind === 'amount');
    const rate = claims.find(({ kind }) => kind === 'percent' || kind === 'times');
    // 增加2.97%至3.96% is a range; 比年末增加……，同比增长…… goes by two bases in the months between.
    if (rate !== undefined && /^[至到～~—-]\d/u.test(text.slice(rate.end, rate.end + 2))) return;
    if (rate !== undefined && amount !== undefined && hasTwoBases(text, start, lead, amount.end, rate.start)) return;
    const number = base ?? amount?.quantity;
    if (number === undefined || (rate === undefined && base === undefined)) return;
    const near = readNear(passage, start, number);
    if (near === undefined || (base !== undefined && lead.endsWith('年为') && judgeBase(passage, start, base, report)))
      return;
    const change: Growth = { near, base, amount, isBase: isBase(text, near, start) };
    if (rate !== undefined) judgeRate(passage, change, rate, report);
    if (amount?.quantity !== undefined && base !== undefined && isSameUnit(amount.quantity.unit, base.unit)) {
      judgeAmount(passage, change, amount, report);
    }
  },
});

/** `312.6亿元，比上年增加25.7亿元，上年为286.9亿元`: the base is told last. */
function judgeBase(passage: Passage, at: number, base: Quantity, report: Report): boolean {
  const { text, start } = passage;
  const from = Math.max(start, at - REACH, text.lastIndexOf('。', at) + 1);
  const [near, gone] = readQuantities(text, from, at).slice(-2);
  if (near === undefined || gone === undefined || gone.end !== at) return false;
  if (!isSameUnit(near.unit, base.unit) || !isSameUnit(gone.unit, base.unit) || isApproximate(text, near)) return false;
  const words = /^[，,]比(?:上年|去年)(?:同期)?(增加|减少|增|减|多|少)(?:了)?$/u.exec(text.slice(near.end, gone.start));
  if (words === null || isApproximate(text, gone)) return false;
  const amount: Claim = {
    start: gone.start - words[1]!.length,
    end: gone.end,
    kind: 'amount',
    direction: /[减少]/u.test(words[1]!) ? -1 : 1,
    value: gone.value,
    place: gone.place,
    quantity: gone,
  };
  judgeAmount(passage, { near, base, amount, isBase: false }, amount, report);
  return true;
}

/** `为38.6%，比上年的36.9%提高1.7个百分点`: two rates and the points between them. */
function judgePoints({ text, start, end }: Passage, at: number, from: number, report: Report): void {
  const base = readPercent(text, from, end);
  const now = base && readPercents(text, Math.max(start, at - 12), at).pop();
  if (base === undefined || now === undefined || !/^[，,、]?$/u.test(text.slice(now.end, at))) return;
  const [claim] = readClaims(text, base.end, end, true);
  if (claim?.kind !== 'points') return;
  const difference = claim.direction === 1 ? subtract(around(now), around(base)) : subtract(around(base), around(now));
  if (agrees(difference, claim)) return;
  const printed = text.slice(claim.start, claim.end);
  const computed = `${Number(((now.value - base.value) * claim.direction).toFixed(4))}个百分点`;
  report(now.start, claim.end, `“${printed}”与所列两个百分数不符，复算为${computed}，请核实。`, {
    evidence: [
      placeOf(text, '现数', now),
      placeOf(text, '基数', base),
      placeOf(text, '所印增幅', claim),
      { label: '复算', value: computed },
    ],
  });
}

/** What is printed of a growth: the value now (or, with 与……相比, the base), the base, and what came or went. */
interface Growth {
  readonly near: Quantity;
  readonly base: Quantity | undefined;
  readonly amount: Claim | undefined;
  readonly isBase: boolean;
}

/** `2月末……比上年末增加……，同比增长……`: in the months between, the two are not reckoned from one base. */
function hasTwoBases(text: string, at: number, lead: string, from: number, to: number): boolean {
  if (!/[年月季]?[末底初]/u.test(lead) || !text.slice(from, to + 2).includes('同比')) return false;
  if (lead.includes('年初')) return true;
  return /(?<!1)(?:[1-9]|1[01])月|季度|上半年/u.test(text.slice(Math.max(0, at - 60), at));
}

/** Claims in a row: 增加4.6万人次，增长9.6%; the first stands right at `at` unless a base was printed before it. */
function readClaims(text: string, at: number, end: number, afterBase: boolean): Claim[] {
  const claims: Claim[] = [];
  let place = at;
  while (claims.length < MOST_CLAIMS) {
    const glue = claims.length === 0 && !afterBase ? '' : GLUE.exec(text.slice(place, Math.min(end, place + 10)))?.[0];
    const claim = glue === undefined ? undefined : readClaim(text, place + glue.length, end);
    if (claim === undefined) break;
    claims.push(claim);
    place = claim.end;
  }
  return claims;
}

function judgeRate(
  { text }: Passage,
  { near, base, amount, isBase: startsWithBase }: Growth,
  rate: Claim,
  report: Report,
): void {
  if (isAtConstantPrices(text, near.start, rate.end)) return;
  if (amount !== undefined && amount.direction !== rate.direction) return;
  const gone = amount?.quantity;
  const from =
    base !== undefined ? around(base) : startsWithBase ? around(near) : gone && before(near, gone, rate.direction);
  if (from === undefined || from.low <= 0) return;
  const difference = rate.direction === 1 ? subtract(around(near), from) : subtract(from, around(near));
  const growth = divide(base === undefined && gone !== undefined ? around(gone) : difference, from);
  if (rate.kind === 'times' ? agreesAsTimes(growth, rate) : agrees(percentOf(growth), rate)) return;
  const middle = (from.low + from.high) / 2;
  const share = base === undefined && gone !== undefined ? gone.value / middle : Math.abs(near.value - middle) / middle;
  const computed = rate.kind === 'percent' ? `${(share * 100).toFixed(2)}%` : `${share.toFixed(2)}倍`;
  const printed = text.slice(rate.start, rate.end);
  const number = (base ?? gone)!;
  report(near.start, Math.max(rate.end, amount?.end ?? 0), `“${printed}”与所列数不符，复算为${computed}，请核实。`, {
    evidence: [
      placeOf(text, startsWithBase ? '基数' : '现数', near),
      placeOf(text, base === undefined ? '增减量' : '基数', number),
      placeOf(text, '所印增幅', rate),
      { label: '复算', value: base === undefined ? `增减量÷基数＝${computed}` : computed },
    ],
  });
}

/** Now less the base must be what came: 12.6万吨，比上年的10.5万吨增加2.1万吨. */
function judgeAmount({ text }: Passage, { near, base }: Growth, amount: Claim, report: Report): void {
  if (base === undefined) return;
  const exact = (near.value - base.value) * amount.direction;
  const bound = [near, base, amount].every(({ place }) => place === 1)
    ? 0
    : (near.place + base.place + amount.place) / 2;
  if (Math.abs(exact - amount.value) <= bound + 1e-6) return;
  const scale = amount.quantity!;
  const computed = `${printInScale(Number(Math.abs(exact).toPrecision(12)), scale)}${scale.unit}`;
  report(
    near.start,
    amount.end,
    `增减量印作${text.slice(amount.start, amount.end)}，按两数复算为${computed}，请核实。`,
    {
      evidence: [
        placeOf(text, '现数', near),
        placeOf(text, '基数', base),
        placeOf(text, '所印增减量', amount),
        { label: '复算', value: computed },
      ],
    },
  );
}

function placeOf(text: string, label: string, { start, end }: { readonly start: number; readonly end: number }) {
  return { label, span: { start, end }, value: text.slice(start, end) };
}

function percentOf({ low, high }: Interval): Interval {
  return { low: low * 100, high: high * 100 };
}

const RIGHT_BEFORE = /^(?:[\u4e00-\u9fff]{0,6}[，,、]?|[\u4e00-\u9fff]{0,2}相?比[，,][^，。；\d]{0,6})$/u;

/** The value that is compared: right before the comparison, nothing but a noun and a comma between. */
function readNear({ text, start }: Passage, at: number, { unit }: Quantity): Quantity | undefined {
  const now = readQuantities(text, Math.max(start, at - REACH), at)
    .filter((each) => isSameUnit(each.unit, unit))
    .pop();
  if (now === undefined || isApproximate(text, now)) return undefined;
  return RIGHT_BEFORE.test(text.slice(now.end, at)) ? now : undefined;
}

/** `与1990年的725482人相比，增加…`: the number before is the base itself. */
function isBase(text: string, now: Quantity, at: number): boolean {
  return /^[\u4e00-\u9fff]{0,2}相?比[，,]/u.test(text.slice(now.end, at + 1));
}

/** The base behind a value and what came or went since. */
function before(now: Quantity, gone: Quantity, direction: 1 | -1): Interval {
  return around({ value: now.value - gone.value * direction, place: now.place + gone.place });
}
