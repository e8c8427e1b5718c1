import { readQuantities } from '../../../figures/find-total.ts';
import { agrees, around, divide } from '../../../figures/interval.ts';
import { printPercent, readPercent, type Percent } from '../../../figures/read-percent.ts';
import { isApproximate, isSameUnit, type Quantity } from '../../../figures/read-quantity.ts';
import { defineRule, type Passage } from '../../../rule.ts';

/** `占`, what it is a share of, and the percentage; a whole printed in between is another rule's. */
const SHARE = /占(?:比为?|总[^。；，,\d的省国市]{0,8}的?|([^。；，,\d的]{2,10})的|\s?)(?=\d)/uy;
const GLUE = /^[\u4e00-\u9fff]{0,4}[，,、（(]?(?:约)?$/u;
const REACH = 260;

/** A share behind its part, the whole printed before (占比与分项、总数). */
export const rule = defineRule({
  id: 'figures-share-whole',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '占比与分项相符',
  summary: '分项之后写“占百分之几”“占总数的百分之几”的，按前文同单位的总数复算；哪个数作总数都不合所印百分比的报。',
  why: '百分比由原数算出，对不上就说明原数或百分比有误。',
  silent: '占外地、上级范围的比重，总数没有印在前文的，约数，四舍五入的差别，都不报。',
  exempt: ['quotation'],
  on: '占',
  check(passage, at, report) {
    const { text, start, end } = passage;
    SHARE.lastIndex = at;
    const found = SHARE.exec(text);
    const lead = found?.[0];
    const percent = lead === undefined ? undefined : readPercent(text, at + lead.length, end);
    if (lead === undefined || percent === undefined) return;
    const part = readQuantities(text, Math.max(start, at - 30), at).pop();
    if (part === undefined || isApproximate(text, part) || !GLUE.test(text.slice(part.end, at))) return;
    const wholes = findWholes(passage, part);
    // 占少数民族人口的: the whole must be called so.
    if (/^(?:全|同期|当年|世界|同类)/u.test(found?.[1] ?? '')) return;
    const named = found?.[1]?.slice(0, 2);
    const whole = chooseWhole(passage, wholes, part, named);
    if (
      whole !== undefined &&
      named !== undefined &&
      !text.slice(Math.max(start, whole.start - 24), Math.min(part.start, whole.end + 6)).includes(named)
    )
      return;
    if (whole === undefined || isApproximate(text, whole) || wholes.some((each) => isShare(part, each, percent)))
      return;
    const computed = printPercent((part.value / whole.value) * 100, percent);
    const printed = text.slice(percent.start, percent.end);
    report(
      part.start,
      percent.end,
      `占比印作${printed}，按前文的${text.slice(whole.start, whole.end)}复算为${computed}，请核实。`,
      {
        evidence: [
          { label: '部分', span: { start: part.start, end: part.end }, value: text.slice(part.start, part.end) },
          { label: '总数', span: { start: whole.start, end: whole.end }, value: text.slice(whole.start, whole.end) },
          { label: '所印占比', span: { start: percent.start, end: percent.end }, value: printed },
          {
            label: '算式',
            value: `${text.slice(part.start, part.end)}÷${text.slice(whole.start, whole.end)}＝${computed}`,
          },
        ],
      },
    );
  },
});

/** Everything of the unit printed before the part that is no less than it; sums of the first two may be the whole as well. */
function findWholes({ text, start }: Passage, part: Quantity): Quantity[] {
  const found = readQuantities(text, Math.max(start, part.start - REACH), part.start);
  return found.filter((each) => isSameUnit(each.unit, part.unit) && each.value >= part.value);
}

/** The whole a share is of beyond doubt: 其中 stands right behind it, and the part in the list behind 其中. */
function chooseWhole(
  { text }: Passage,
  wholes: readonly Quantity[],
  part: Quantity,
  named: string | undefined,
): Quantity | undefined {
  const among = text.lastIndexOf('其中', part.start);
  if (among < 0 || text.slice(among, part.start).includes('。')) {
    // 应换届的村426个，完成换届419个，占应换届村的…: the only one before, and called so.
    const [whole, ...more] = wholes.filter(({ start }) => !text.slice(start, part.start).includes('。'));
    if (whole === undefined || more.length > 0 || named === undefined || named.length < 2) return undefined;
    const between = text.slice(whole.end, part.start);
    return /^[^。；\d]{0,14}$/u.test(between) ? whole : undefined;
  }
  const whole = wholes.filter(({ end }) => end <= among).pop();
  if (whole === undefined) return undefined;
  return /^(?:[\u4e00-\u9fff]{0,6}[，,。：:；（(]?\s?|，[^\d。]{0,24}。\s?)$/u.test(text.slice(whole.end, among))
    ? whole
    : undefined;
}

function isShare(part: Quantity, whole: Quantity, percent: Percent): boolean {
  const share = divide(around(part), around(whole));
  return agrees({ low: share.low * 100, high: share.high * 100 }, percent);
}
