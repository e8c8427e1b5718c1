import { readQuantities } from '../../../figures/find-total.ts';
import { around, divide } from '../../../figures/interval.ts';
import { isApproximate, isSameUnit, readQuantity, type Quantity } from '../../../figures/read-quantity.ts';
import { defineRule, type Passage } from '../../../rule.ts';

interface Mean {
  /** Units of what is divided by. */
  readonly by: RegExp;
  /** Words before what is divided by. */
  readonly named: RegExp;
}

const MEANS: Readonly<Record<string, Mean>> = {
  人均: { by: /^人$/u, named: /(?:人口|总人口|共有|职工|社员|居民|农民|全[村乡镇县市区厂局])[^，。；\d]{0,6}$/u },
  户均: { by: /^户$/u, named: /(?:户数|总户|共有|农户|居民|住户|全村|全县|全乡|全镇|有)[^，。；\d]{0,6}$/u },
  人口密度: { by: /^平方(?:公里|千米)$/u, named: /(?:总?面积|幅员|辖区)[^，。；\d]{0,6}$/u },
  每平方公里: { by: /^平方(?:公里|千米)$/u, named: /(?:总?面积|幅员|辖区)[^，。；\d]{0,6}$/u },
};
/** 371人/平方公里 */
const PER_AREA = /^[/／](?:平方公里|平方千米|km)/u;
const REACH = 110;
/** Whole and mean of different definitions differ more than by rounding; only what is far off is told. */
const SLACK = 0.03;

/** A mean per head, household or square kilometre against the whole and the number printed before it (人均、户均、密度). */
export const rule = defineRule({
  id: 'figures-per-capita',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '人均、户均、人口密度与原数相符',
  summary: '前文写明总数与人口（户数、面积）的，复算人均、户均、每平方公里若干，相差百分之三以上的报。',
  why: '平均数由原数算出，差得多就有一个数印错，常是小数点错位。',
  silent: '总数与平均数所指不同（收入、消费等抽样调查数）、口径可能不同、约数，都不报。',
  covers: ['GZ-SRC-05'],
  exempt: ['quotation'],
  words: Object.keys(MEANS),
  checkWord(passage, at, stop, report) {
    const { text, start, end } = passage;
    const mean = MEANS[text.slice(at, stop)]!;
    const noun = /^(?:占有|拥有|有|占|约)?([\u4e00-\u9fff]{0,6}?)(?:为|达|有|是|面积|约)?(?=\d)/u.exec(
      text.slice(stop, Math.min(end, stop + 12)),
    );
    if (noun === null) return;
    const printed = readQuantity(text, stop + noun[0].length, end);
    if (printed === undefined || printed.value === 0) return;
    const isDensity = PER_AREA.test(text.slice(printed.end, printed.end + 6));
    if (text.startsWith('人口密度', at) ? !isDensity : isApproximate(text, { ...printed, start: end })) return;
    const figures = readFigures(passage, at);
    const number = figures.filter(({ unit }) => mean.by.test(unit === '名' ? '人' : unit));
    const wholes = figures
      .map((each) => (printed.unit === '平方米' ? toSquareMetres(each) : each))
      .filter(({ unit, end: last }) => isSameUnit(unit, printed.unit) && last <= at);
    if (number.length !== 1 || wholes.length !== 1) return;
    const [by, whole] = [number[0]!, wholes[0]!];
    const before = (quantity: Quantity) => text.slice(Math.max(start, quantity.start - 12), quantity.start);
    if (
      by.start === whole.start ||
      !mean.named.test(before(by)) ||
      isApproximate(text, by) ||
      isApproximate(text, whole)
    )
      return;
    // 人均耕地 divides what is called 耕地, nothing else that happens to be in mu.
    const topic = noun[1]!.slice(0, 2);
    if (topic === '' ? printed.unit !== '人' : !before(whole).includes(topic)) return;
    const quotient = divide(around(whole), around(by));
    const scale = 1 + SLACK;
    if (printed.value + printed.place >= quotient.low / scale && printed.value - printed.place <= quotient.high * scale)
      return;
    const computed = `${Number((whole.value / by.value).toPrecision(4))}${printed.unit}`;
    const shown = text.slice(at, printed.end);
    report(at, printed.end, `“${shown}”与前文两数不符，复算约为${computed}，请核实。`, {
      evidence: [
        { label: '总数', span: { start: whole.start, end: whole.end }, value: text.slice(whole.start, whole.end) },
        { label: '除数', span: { start: by.start, end: by.end }, value: text.slice(by.start, by.end) },
        { label: '算式', value: `${text.slice(whole.start, whole.end)}÷${text.slice(by.start, by.end)}＝${computed}` },
      ],
    });
  },
});

/** Hectares as square metres: 人均公园绿地面积 of so many hectares. */
function toSquareMetres(quantity: Quantity): Quantity {
  const { unit, value, place } = quantity;
  return unit === '公顷' ? { ...quantity, unit: '平方米', value: value * 10_000, place: place * 10_000 } : quantity;
}

function readFigures({ text, start }: Passage, at: number): Quantity[] {
  const from = Math.max(start, at - REACH, text.lastIndexOf('。', at) + 1);
  return readQuantities(text, from, at);
}
