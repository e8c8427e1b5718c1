import { countDecimals } from '../../../figures/read-quantity.ts';
import { readQuantities } from '../../../figures/find-total.ts';
import { around, divide, type Interval } from '../../../figures/interval.ts';
import { defineRule, type Report } from '../../../rule.ts';

/** A share of the same whole as its neighbours: 占32%, 占总数的32%. */
const SHARE =
  /占(?:(总[^。；，,\d]{0,8}|[^。；，,\d]{0,8}总[数量额值]|比为?)的?)?(\d+(?:\.\d+)?) ?[%％](?![～—\-以左])/gu;
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/汉族/u, /少数民族/u],
  [/男/u, /女/u],
  [/城镇|非农业/u, /农村|乡村|农业/u],
];
/** Sums this near to 100 are meant to be 100. */
const NEAR = 3;
const MOST = 800;

/** Shares of one whole listed in a sentence (逐项占比之和). */
export const rule = defineRule({
  id: 'figures-shares-listed',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '逐项所列占比之和为100%',
  summary: '同一句逐项写“占百分之几”，三项以上（男女、城乡两项）而总和接近100%却不等于100%的报。',
  why: '各项占比之和应为100%，差零点几或一两个百分点，多是一项印错。',
  silent: '末位四舍五入的差别，列举不全而总和与100%相去较远的，不报。',
  covers: ['YB-TAB-06'],
  exempt: ['quotation'],
  on: '占',
  check({ text, start, end }, at, report) {
    const sentence = Math.max(start, text.lastIndexOf('。', at) + 1);
    // The first share of the sentence asks for all of them.
    if (text.slice(sentence, at).includes('占')) return;
    const stop = text.indexOf('。', at);
    const to = Math.min(end, stop < 0 ? end : stop, at + MOST);
    const found = [...text.slice(at, to).matchAll(SHARE)];
    if (found.length < 2 || new Set(found.map((each) => each[1] ?? '')).size > 2) return;
    if (text.slice(at, to).split('占').length - 1 !== found.length) return;
    if (judgeParts(text, sentence, at, found, report)) return;
    const before = text.slice(sentence, at);
    // Shares printed behind their numbers are reckoned from these by another rule.
    if (
      found.length === 2 &&
      (/\d[\u4e00-\u9fff]{1,4}[，,]$/u.test(before) || !areOpposite(before, text.slice(at, at + found[1]!.index)))
    )
      return;
    const shares = found.map((each) => ({ value: Number(each[2]), place: 10 ** -countDecimals(each[2]!) }));
    const sum = shares.reduce((total, { value }) => total + value, 0);
    const bound = Math.max(
      0.11,
      shares.reduce((total, { place }) => total + place / 2, 0),
    );
    const gap = Math.abs(sum - 100);
    if (gap <= bound + 1e-9 || (gap > NEAR && !isSwap(found, gap, before))) return;
    const last = found[found.length - 1]!;
    const computed = String(Number(sum.toFixed(2)));
    report(at, at + last.index + last[0].length, `所列各项占比之和为${computed}%，不等于100%，请核实。`, {
      evidence: [
        { label: '算式', value: `${found.map((each) => each[2]).join('＋')}＝${computed}` },
        ...found.map((each) => ({
          label: '占比',
          span: { start: at + each.index, end: at + each.index + each[0].length },
          value: each[0],
        })),
      ],
    });
  },
});

/** One share with two figures changed round would make 100: 34.8 for 38.4. Whole percents come so near by chance. */
function isSwap(found: readonly RegExpExecArray[], gap: number, before: string): boolean {
  if (found.length < 3 || /其中|前[一二三四五六七八九十\d]/u.test(before) || gap > 60) return false;
  const shares = found.map((each) => each[2]!);
  if (found.length < 4 && !shares.every((share) => share.includes('.'))) return false;
  const rest = shares.reduce((sum, share) => sum + Number(share), 0);
  return shares.some((share) => swaps(share).some((other) => Math.abs(rest - Number(share) + other - 100) < 1e-6));
}

function swaps(share: string): number[] {
  const digits = share.replace('.', '');
  const scale = 10 ** countDecimals(share);
  return [...digits].flatMap((digit, at) => {
    const next = digits[at + 1];
    if (next === undefined || next === digit) return [];
    return [Number(digits.slice(0, at) + next + digit + digits.slice(at + 2)) / scale];
  });
}

/** `甲3126万元，占69.9%；乙1349万元，占30.1%`: numbers and their shares speak of one whole. */
function judgeParts(
  text: string,
  sentence: number,
  at: number,
  found: readonly RegExpExecArray[],
  report: Report,
): boolean {
  const last = found[found.length - 1]!;
  const stop = at + last.index + last[0].length;
  if (found.length !== 2 || /其中|分别|比|较/u.test(text.slice(sentence, stop))) return false;
  const numbers = found.map((each) => {
    const place = at + each.index;
    const near = readQuantities(text, Math.max(sentence, place - 24), place).pop();
    return near !== undefined && /^[，,、（]?$/u.test(text.slice(near.end, place)) ? near : undefined;
  });
  const [one, other] = numbers;
  if (one === undefined || other === undefined || one.unit !== other.unit) return false;
  const [first, second] = found.map((each, index): Interval => {
    const share = { value: Number(each[2]), place: 10 ** -countDecimals(each[2]!) * 2 };
    return divide(around(numbers[index]!), around(share));
  }) as [Interval, Interval];
  const sum = Number(found[0]![2]) + Number(last[2]);
  // Only two parts that make the whole: their own shares are known from the numbers.
  const whole = one.value + other.value;
  const own = [(one.value / whole) * 100, (other.value / whole) * 100];
  const isOneRight = own.some((share, index) => Math.abs(share - Number(found[index]![2])) <= 0.1);
  if (!isOneRight || Math.abs(sum - 100) <= 0.5 || (first.low <= second.high && second.low <= first.high)) return false;
  const printed = own.map((share) => `${share.toFixed(1)}%`).join('、');
  report(one.start, stop, `两项占比之和为${Number(sum.toFixed(2))}%，按所列两数复算为${printed}，请核实。`, {
    evidence: [
      { label: '所列两数', span: { start: one.start, end: stop }, value: text.slice(one.start, stop) },
      { label: '复算', value: printed },
    ],
  });
  return true;
}

function areOpposite(before: string, between: string): boolean {
  return OPPOSITES.some(([a, b]) => (a.test(before) && b.test(between)) || (b.test(before) && a.test(between)));
}
