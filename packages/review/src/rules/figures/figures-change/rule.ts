import { isCounted } from '../../../figures/judge-parts.ts';
import { agrees, agreesAsTimes, around, divide, subtract, type Interval } from '../../../figures/interval.ts';
import { isAtConstantPrices } from '../../../figures/is-at-constant-prices.ts';
import { CHANGE_WORDS, readChange, type Change } from '../../../figures/read-change.ts';
import { readClaim, type Claim } from '../../../figures/read-claim.ts';
import { isSameUnit, printInScale, type Quantity } from '../../../figures/read-quantity.ts';
import { defineRule, type Passage, type Report } from '../../../rule.ts';

const LESS = /^[减降缩压回跌下]/u;
/** 升到 behind 上 is the tail of a longer word. */
const TAIL = /[上下增提缩压降减扩涨回]/u;
const GLUE = /^[\u4e00-\u9fff]{0,6}[，,、]?(?:\d{1,2}年(?:间|来)?)?(?=[净增上提扩翻下降减缩])/u;

/** From one value to another and what is said of the change (由……增加到……，增长……). */
export const rule = defineRule({
  id: 'figures-change',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '由甲数增加到乙数，增幅相符',
  summary:
    '按“由甲数增加到乙数”复算随后的增幅：百分数、百分点、倍数、翻番、增减量不符的报；两率之差误作百分数的、“增加到几倍”误作“增加几倍”的指明；方向相反的报。',
  why: '“增加到三倍”与“增加三倍”、“提高3%”与“提高3个百分点”意思不同，混用就改变了事实。',
  silent: '按可比价计算的指标（生产总值、增加值、总产值等）、约数、年均增长、与别的年份比较的增幅不报。',
  covers: ['YB-TAB-07', 'YB-STA-05', 'LN-NUM-27', 'LN-NUM-28', 'LN-NUM-29'],
  exempt: ['quotation'],
  words: CHANGE_WORDS,
  checkWord(passage, start, end, report) {
    const { text } = passage;
    if (end - start === 2 && TAIL.test(text.charAt(start - 1))) return;
    const change = readChange(text, passage.start, start, end, passage.end);
    if (change === undefined) return;
    const isLess = LESS.test(text.slice(start, end));
    if (isOpposite(text, start, change, isLess)) {
      const { base, now } = change;
      report(
        base.start,
        now.end,
        `由${text.slice(base.start, base.end)}${text.slice(start, end)}${text.slice(now.start, now.end)}，方向与两数大小相反，请核实。`,
        {
          evidence: placesOf(text, change),
        },
      );
      return;
    }
    const glue = GLUE.exec(text.slice(change.now.end, Math.min(passage.end, change.now.end + 10)))?.[0];
    const claim = glue === undefined ? undefined : readClaim(text, change.now.end + glue.length, passage.end);
    if (claim !== undefined) judge(passage, change, claim, report);
  },
});

function isOpposite(text: string, at: number, { base, now }: Change, isLess: boolean): boolean {
  if (text.startsWith('发展', at) || base.value === now.value || /[名位]/u.test(base.unit)) return false;
  return isLess ? now.value > base.value : now.value < base.value;
}

function judge({ text }: Passage, change: Change, claim: Claim, report: Report): void {
  const { base, now } = change;
  const difference = claim.direction === 1 ? subtract(around(now), around(base)) : subtract(around(base), around(now));
  if (base.unit === '%') {
    if (claim.kind === 'percent' && Math.abs(Math.abs(now.value - base.value) - claim.value) < 1e-6) {
      tell(
        text,
        change,
        claim,
        `两个百分数之差用百分点，“${text.slice(claim.start, claim.end)}”建议核对。`,
        `${print(base, text)}、${print(now, text)}相差${claim.value}个百分点`,
        report,
      );
    } else if (claim.kind === 'points' && !agrees(difference, claim)) {
      const points = Number(Math.abs(now.value - base.value).toFixed(4));
      tell(
        text,
        change,
        claim,
        `增幅印作${text.slice(claim.start, claim.end)}，按两数复算相差${points}个百分点，请核实。`,
        `${points}个百分点`,
        report,
      );
    }
    return;
  }
  if (base.value <= 0) return;
  const ratio = divide(around(now), around(base));
  const computed = compute(change, claim, difference, ratio);
  if (computed === undefined) return;
  if (claim.kind === 'times' ? agreesAsTimes(computed.interval, claim) : agrees(computed.interval, claim)) return;
  if (claim.kind !== 'amount' && isAtConstantPrices(text, base.start, claim.end)) return;
  const isTo = claim.kind === 'times' && agreesAsTimes(ratio, claim);
  const message = isTo
    ? `按两数复算是增加到${claim.value}倍，即增加${Number((claim.value - 1).toFixed(4))}倍，请核实“${text.slice(claim.start, claim.end)}”。`
    : `“${text.slice(claim.start, claim.end)}”与两数不符，复算为${computed.printed}，请核实。`;
  tell(text, change, claim, message, computed.printed, report);
}

interface Computed {
  readonly interval: Interval;
  readonly printed: string;
}

function compute({ base, now }: Change, claim: Claim, difference: Interval, ratio: Interval): Computed | undefined {
  const times = now.value / base.value;
  if (claim.kind === 'percent') {
    const share = divide(difference, around(base));
    return { interval: scale(share, 100), printed: `${(Math.abs(times - 1) * 100).toFixed(2)}%` };
  }
  if (claim.kind === 'times') {
    if (claim.direction === -1) return undefined;
    return { interval: { low: ratio.low - 1, high: ratio.high - 1 }, printed: `增加${(times - 1).toFixed(2)}倍` };
  }
  if (claim.kind === 'doublings') {
    // 翻番 is said roughly: a little short of double, or well beyond it, still counts as the doubling below.
    const fits = times >= 2 ** claim.value * 0.9 && times < 2 ** (claim.value + 1) * 0.95;
    const folds = Math.log2(times);
    return {
      interval: fits ? { low: claim.value, high: claim.value } : { low: folds, high: folds },
      printed: `${times.toFixed(2)}倍，约翻${folds.toFixed(1)}番`,
    };
  }
  if (claim.quantity === undefined || !isSameUnit(claim.quantity.unit, base.unit)) return undefined;
  const exact = Math.abs(now.value - base.value);
  const printed = `${printInScale(exact, claim.quantity)}${base.unit}`;
  // What is counted leaves no room for rounding.
  const counted = [base, now, claim.quantity].every(({ place, unit }) => place === 1 && isCounted(unit));
  return { interval: counted && exact !== claim.value ? NOTHING : difference, printed };
}

const NOTHING: Interval = { low: Infinity, high: -Infinity };

function scale({ low, high }: Interval, factor: number): Interval {
  return { low: low * factor, high: high * factor };
}

function print({ start, end }: Quantity, text: string): string {
  return text.slice(start, end);
}

function placesOf(text: string, { base, now }: Change) {
  return [
    { label: '基数', span: { start: base.start, end: base.end }, value: print(base, text) },
    { label: '现数', span: { start: now.start, end: now.end }, value: print(now, text) },
  ];
}

function tell(text: string, change: Change, claim: Claim, message: string, computed: string, report: Report): void {
  report(change.base.start, claim.end, message, {
    evidence: [
      ...placesOf(text, change),
      { label: '所印增幅', span: { start: claim.start, end: claim.end }, value: text.slice(claim.start, claim.end) },
      { label: '复算', value: computed },
    ],
  });
}
