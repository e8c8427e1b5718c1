import { readQuantities } from '../../../figures/find-total.ts';
import { isApproximate, isSameUnit, printInScale, type Quantity } from '../../../figures/read-quantity.ts';
import { defineRule } from '../../../rule.ts';

const OPENING = /(?:年初|期初|上年末|上年底|上年结余|上年结转|上年滚存|上年积存|旧存|上年遗留)[^，。；]{0,10}$/u;
const MORE =
  /^[，,；、]?[^，。；]{0,12}?(?:增加|新增|新收|收入|新受理|受理|转入|迁入|调入|购入|入库|增|收)[^，。；]{0,6}$/u;
const LESS =
  /^[，,；、]?[^，。；]{0,12}?(?:减少|支出|注销|办结|审结|转出|迁出|调出|出库|核减|减|支|用去)[^，。；]{0,6}$/u;
const CLOSING =
  /^[，,；、]?[^，。；]{0,6}?(?:年末|期末|年底|年终|滚存|结余|结存|未结|余额|尚存|积存|遗留)[^，。；]{0,10}$/u;
const REACH = 150;

/** Opening figure, what came and went, and the closing figure (年初、增减、年末). */
export const rule = defineRule({
  id: 'figures-balance',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年初、增减、年末四数相符',
  summary:
    '同一句依次写明年初（上年结余）、增加、减少、年末（结余）四个同单位的数，按年初加增加减去减少复算，与年末不符的报。',
  why: '四个数互相制约，有一个印错就对不上。',
  silent: '少一个数的、单位不同的、约数、四舍五入的尾差不报。',
  exempt: ['quotation'],
  words: ['年初', '期初', '上年末', '上年底', '上年结', '上年滚', '上年积', '上年遗', '旧存'],
  checkWord({ text, start, end }, at, _stop, report) {
    const to = Math.min(end, at + REACH);
    const stop = text.slice(at, to).search(/。/u);
    const figures = readQuantities(text, at, stop < 0 ? to : at + stop);
    const [opening, more, less, closing] = figures;
    if (opening === undefined || more === undefined || less === undefined || closing === undefined) return;
    const four = [opening, more, less, closing];
    if (four.some((each) => !isSameUnit(each.unit, opening.unit) || isApproximate(text, each))) return;
    if (!OPENING.test(text.slice(Math.max(start, at), opening.start))) return;
    if (!MORE.test(text.slice(opening.end, more.start)) || !LESS.test(text.slice(more.end, less.start))) return;
    if (!CLOSING.test(text.slice(less.end, closing.start))) return;
    const computed = opening.value + more.value - less.value;
    const bound = four.every(({ place }) => place === 1) ? 0 : four.reduce((sum, { place }) => sum + place / 2, 0);
    if (Math.abs(computed - closing.value) <= bound + 1e-6) return;
    const printed = text.slice(closing.start, closing.end);
    const print = (quantity: Quantity) => printInScale(quantity.value, closing);
    report(
      opening.start,
      closing.end,
      `按年初与增减复算，年末应为${printInScale(computed, closing)}${closing.unit}，印作${printed}，请核实。`,
      {
        evidence: [
          ...four.map((each, index) => ({
            label: ['年初', '增加', '减少', '年末'][index]!,
            span: { start: each.start, end: each.end },
            value: text.slice(each.start, each.end),
          })),
          {
            label: '算式',
            value: `${print(opening)}＋${print(more)}－${print(less)}＝${printInScale(computed, closing)}`,
          },
        ],
      },
    );
  },
});
