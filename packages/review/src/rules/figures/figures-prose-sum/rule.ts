import { listParts } from '../../../figures/list-parts.ts';
import { addFigures } from '../../../figures/read-figure.ts';
import { readIndustries } from '../../../figures/read-industries.ts';
import { readNumbers, readParts, type Part } from '../../../figures/read-parts.ts';
import { printInScale, readQuantity, toFigure, type Quantity } from '../../../figures/read-quantity.ts';
import { defineRule, type Report } from '../../../rule.ts';

/** Parts that may overlap, so that their sum may exceed the whole: sex, age, schooling, membership, honours. */
const OVERLAP =
  /女|男|党员|团员|族|岁|以上|以下|学历|大专|本科|中专|高中|初中|文化|干部|离退休|残疾|新|获|受|军人|青年|妇女|重点|县级|市级|省级|国家级/u;
const MEASURED = /[元吨米里顷亩克]/u;
const WHOLE = /(?:共有|共|总计|合计|总数|计有|总共)[^\d。；，、]{0,8}$/u;

/** A total in running text and the parts listed behind it (文中分项与合计). */
export const rule = defineRule({
  id: 'figures-prose-sum',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '文中分项与合计相符',
  summary:
    '复算一句之内的合计与随后的分项：“其中”所列同单位分项之和大于合计的报，小于合计的属部分列举，不报；男女两项、三次产业增加值、列到“其他”为止的分项、括注的分项、“共……”之后列尽的分项、“分别为”所列分项，不等于合计的报。约数、比较、可能互相重叠的分项不报。',
  exempt: ['quotation'],
  on: '其共计数（(别第',
  check({ text, start, end }, at, report) {
    const mark = text[at];
    if (mark === '其' && text[at + 1] === '中') checkAmong(text, start, end, at, report);
    else if (mark === '（' || mark === '(') checkBracket(text, start, end, at, report);
    else if (mark === '别') checkRespectively(text, start, end, at, report);
    else if (mark === '第' && text.startsWith('第一产业', at)) checkIndustries(text, start, end, at, report);
    else if (mark === '共' || mark === '计' || mark === '数') checkWhole(text, start, end, at, report);
  },
});

/** A list that falls further short of its total, or passes it further, is about something else. */
const MOST_GAP = 0.4;

/** `N人，其中甲 n人、乙 n人`: a partial list, wrong only where it exceeds the whole, or names both sexes. */
function checkAmong(text: string, start: number, end: number, at: number, report: Report): void {
  const before = /[，,：:（(]$/u.test(text.slice(Math.max(start, at - 1), at)) ? at - 1 : at;
  const total = readTotalEndingAt(text, start, before, end, 6);
  if (total === undefined) return;
  const from = /[：:，,]/u.test(text.charAt(at + 2)) ? at + 3 : at + 2;
  const { parts } = readParts(text, from, end, total.unit);
  if (parts.length === 0) return;
  const sum = addFigures(parts.map(({ quantity }) => toFigure(quantity))).value;
  const complete = isSexes(parts) || namesTheRest(parts);
  if (complete ? differs(total, parts, sum) : exceeds(total, parts, sum) && !mayOverlap(text, start, total, parts)) {
    reportSum(text, total, parts, sum, report);
  }
}

/** `生产总值N亿元，第一产业增加值n亿元……第二产业……第三产业……`: the three industries are the whole. */
function checkIndustries(text: string, start: number, end: number, at: number, report: Report): void {
  const found = readIndustries(text, start, at, end);
  if (found === undefined) return;
  const sum = addFigures(found.parts.map(({ quantity }) => toFigure(quantity))).value;
  if (differs(found.total, found.parts, sum)) reportSum(text, found.total, found.parts, sum, report);
}

/** `N人（甲 n人、乙 n人）`: a bracket that holds nothing but parts lists them all. */
function checkBracket(text: string, start: number, end: number, at: number, report: Report): void {
  const total = readTotalEndingAt(text, start, at, end);
  if (total === undefined) return;
  const { parts, stop } = readParts(text, at + 1, end, total.unit);
  if (parts.length < 2 || !/[）)]/u.test(text.charAt(stop))) return;
  const sum = addFigures(parts.map(({ quantity }) => toFigure(quantity))).value;
  if (!differs(total, parts, sum) || (!isSexes(parts) && overlap(total, parts))) return;
  reportSum(text, total, parts, sum, report);
}

/** `共有N人，甲 n人、乙 n人、丙 n人。`: three parts or more that run to the end of the sentence and nearly make the whole. */
function checkWhole(text: string, start: number, end: number, at: number, report: Report): void {
  let place = at + 1;
  while (place < Math.min(end, at + 10) && !/[\d。；，、]/u.test(text.charAt(place))) place += 1;
  const total = readQuantity(text, place, end);
  if (total === undefined || !WHOLE.test(text.slice(Math.max(start, at - 3), place))) return;
  const noun = /^[\u4e00-\u9fff]{0,4}(?=[，,：:；])/u.exec(text.slice(total.end, Math.min(end, total.end + 6)))?.[0];
  if (noun === undefined) return;
  const { parts, stop } = readParts(text, total.end + noun.length + 1, end, total.unit);
  if (parts.length < 2 || !/[。；]/u.test(text.charAt(stop))) return;
  if (overlap(total, parts)) return;
  const sum = addFigures(parts.map(({ quantity }) => toFigure(quantity))).value;
  // Two parts may be only the ones worth naming, unless they are more than the whole.
  if (parts.length < 3 && !exceeds(total, parts, sum)) return;
  if (!differs(total, parts, sum) || Math.abs(sum - total.value) > total.value * MOST_GAP) return;
  reportSum(text, total, parts, sum, report);
}

/** `共N人，甲、乙、丙分别为 n、n、n人`: names and numbers are listed in full. */
function checkRespectively(text: string, start: number, end: number, at: number, report: Report): void {
  if (text[at - 1] !== '分' || !/[为是有]/u.test(text.charAt(at + 1))) return;
  const parts = readNumbers(text, at + 2, end);
  const unit = parts[0]?.quantity.unit;
  if (unit === undefined) return;
  const sentence = Math.max(start, text.lastIndexOf('。', at) + 1, at - 60);
  const head = RESPECTIVE.exec(text.slice(sentence, at - 1));
  if (head === null) return;
  // As many names as numbers: otherwise the numbers speak of something else.
  if (head[2]!.split('、').length !== parts.length) return;
  const total = readQuantity(text, sentence + head.index + head[0].indexOf(head[1]!), end);
  if (total?.unit !== unit) return;
  const sum = addFigures(parts.map(({ quantity }) => toFigure(quantity))).value;
  if (differs(total, parts, sum)) reportSum(text, total, parts, sum, report);
}

const RESPECTIVE =
  /(?:共|合计|总计)[^\d。；，、]{0,6}(\d[\d,.]*[万亿]?[\u4e00-\u9fff]{1,4})[，,：:；](?:其中[，：:]?)?([^\d。；，,]+、[^\d。；，,]+)$/u;

/** The quantity that ends at `at`, or a noun of at most `noun` characters before it: 123个选题. */
function readTotalEndingAt(text: string, start: number, at: number, end: number, noun = 0): Quantity | undefined {
  const head = /(?<![\d.,A-Za-z～—\-－约近])\d[\d,]*(?:\.\d+)?[万亿]?[\u4e00-\u9fff]{1,10}$/u.exec(
    text.slice(Math.max(start, at - 22), at),
  );
  if (head === null) return undefined;
  const total = readQuantity(text, at - head[0].length, end);
  return total !== undefined && total.end <= at && at - total.end <= noun ? total : undefined;
}

/** Money and measures of different parts are different money; persons and places may be counted under several heads. */
function overlap(total: Quantity, parts: readonly Part[]): boolean {
  return !MEASURED.test(total.unit) && parts.some(({ label }) => OVERLAP.test(label));
}

/** A list that ends in 其他 leaves nothing out. */
function namesTheRest(parts: readonly Part[]): boolean {
  return parts.length >= 3 && /^(?:其他|其它|其余)/u.test(parts[parts.length - 1]!.label);
}

function isSexes(parts: readonly Part[]): boolean {
  const labels = parts.map(({ label }) => label);
  return (
    parts.length === 2 &&
    labels.some((label) => label.startsWith('男')) &&
    labels.some((label) => label.startsWith('女'))
  );
}

function tolerance(total: Quantity, parts: readonly Part[]): number {
  const places = [total, ...parts.map(({ quantity }) => quantity)].map(({ place }) => place);
  const coarsest = Math.max(...places);
  // Whole persons and pieces are counted; anything in 万 or with decimals was rounded.
  return places.every((place) => place === 1) && !MEASURED.test(total.unit) ? 0 : (coarsest * (parts.length + 1)) / 2;
}

function differs(total: Quantity, parts: readonly Part[], sum: number): boolean {
  return Math.abs(sum - total.value) > tolerance(total, parts) + 1e-6;
}

function exceeds(total: Quantity, parts: readonly Part[], sum: number): boolean {
  return sum > total.value + tolerance(total, parts) + 1e-6;
}

/** Parts of different kinds may hold the same persons; and 其中 may look back on several quantities of the sentence. */
function mayOverlap(text: string, start: number, total: Quantity, parts: readonly Part[]): boolean {
  if (overlap(total, parts)) return true;
  const sentence = text.slice(Math.max(start, text.lastIndexOf('。', total.start) + 1, total.start - 120), total.start);
  return new RegExp(`\\d[万亿]?${total.unit}`, 'u').test(sentence);
}

function reportSum(text: string, total: Quantity, parts: readonly Part[], sum: number, report: Report): void {
  const printed = text.slice(total.start, total.end);
  const computed = printInScale(sum, total);
  const gap = printInScale(Math.round(Math.abs(sum - total.value) * 1e6) / 1e6, total);
  const expression = listParts(parts.map(({ quantity }) => printInScale(quantity.value, total)));
  const last = parts[parts.length - 1]!;
  report(
    total.start,
    last.quantity.end,
    `合计${printed}，所列分项之和为${computed}${total.unit}，相差${gap}${total.unit}，请核实。`,
    {
      evidence: [
        { label: '印刷合计', span: { start: total.start, end: total.end }, value: printed },
        { label: '分项之和', value: parts.length === 1 ? computed : `${expression}＝${computed}` },
        { label: '差额', value: gap },
        ...parts.map(({ label, quantity }) => ({
          label: label === '' ? '分项' : `分项（${label}）`,
          span: { start: quantity.start, end: quantity.end },
          value: text.slice(quantity.start, quantity.end),
        })),
      ],
    },
  );
}
