import { readQuantities } from '../../../figures/find-total.ts';
import { contradictsTotal } from '../../../figures/judge-parts.ts';
import { readParts, type Listing } from '../../../figures/read-parts.ts';
import { readRespective } from '../../../figures/read-respective.ts';
import { isApproximate, readQuantity, type Quantity } from '../../../figures/read-quantity.ts';
import { reportSum } from '../../../figures/report-sum.ts';
import { defineRule, type Passage } from '../../../rule.ts';

const REACH = 160;
const MOST_LABEL = 20;
const GLUE =
  /^[，,；;：:。\s]{0,2}(?:以上|上述|[两二三四五六七八九十]+(?:年|次|批|期|项|者|地|县|乡|镇|处|类|种|级))*[，,]?$/u;

/** Parts in a row and the total printed behind them (先列分项、后写合计). */
export const rule = defineRule({
  id: 'figures-prose-total',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '文中分项与随后的合计相符',
  summary: '复算先列分项、后写“共计”“合计”“总计”的句子，分项之和不等于合计的报。',
  why: '列尽的分项加起来应当等于合计，不等就必有一个数是错的。',
  silent: '单位不同、约数、分项与合计之间隔有别的话、四舍五入的尾差，都不报。',
  covers: ['YB-TAB-06'],
  exempt: ['quotation'],
  words: ['共计', '合计', '总计', '总共', '共有', '，共', '；共', ',共'],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const isBare = end - start === 2 && text.charAt(start) !== '共' && text.charAt(start + 1) === '共';
    // 共计 and 共有 ask for themselves, and 共产党 is no sum.
    if (isBare && /[计有产青同]/u.test(text.charAt(end))) return;
    let at = end;
    while (at < end + (isBare ? 4 : 8) && at < passage.end && !/[\d，。；、：]/u.test(text.charAt(at))) at += 1;
    const total = readQuantity(text, at, passage.end);
    if (total === undefined || isApproximate(text, total)) return;
    const listing = readListingBefore(passage, start, total) ?? readRespectiveBefore(passage, start, total);
    if (listing !== undefined && contradictsTotal(total, listing, isBare ? 'listed' : 'all'))
      reportSum(text, total, listing.parts, report);
  },
});

/** The longest list of this unit that runs right up to `at`. */
function readListingBefore({ text, start }: Passage, at: number, total: Quantity): Listing | undefined {
  const from = Math.max(start, at - REACH, text.lastIndexOf('。', at - 2) + 1);
  for (const quantity of readQuantities(text, from, at)) {
    const mark = Math.max(from, quantity.start - MOST_LABEL, lastMark(text, quantity.start));
    const place = mark + /^(?:共?完成)?/u.exec(text.slice(mark, mark + 3))![0].length;
    const listing = readParts(text, place, at, total);
    if (listing.parts.length < 2) continue;
    if (!GLUE.test(text.slice(listing.stop, at))) return undefined;
    // The total may be printed at the head as well: 培训1268人，甲班……，共计1268人.
    const parts = listing.parts[0]!.quantity.value === total.value ? listing.parts.slice(1) : listing.parts;
    return { ...listing, parts, closed: true };
  }
  return undefined;
}

/** `甲、乙、丙分别为20人、30人和40人，合计90人`. */
function readRespectiveBefore({ text, start }: Passage, at: number, total: Quantity): Listing | undefined {
  const from = Math.max(start, at - REACH, text.lastIndexOf('。', at - 2) + 1);
  const found = text.slice(from, at + 2).lastIndexOf('分别');
  if (found < 0) return undefined;
  const word = from + found;
  const lead = /^分别[为是有]?/u.exec(text.slice(word, word + 3))![0];
  const parts = readRespective(text, word + lead.length, at);
  const last = parts[parts.length - 1]?.quantity;
  if (last === undefined || last.unit !== total.unit || !GLUE.test(text.slice(last.end, at))) return undefined;
  return { parts, stop: last.end, closed: true, enumerated: true };
}

/** Behind the last mark before a number: its label, a year in front of it included. */
function lastMark(text: string, at: number): number {
  let place = at;
  while (place > 0 && !/[，,；;：:。、\d]/u.test(text.charAt(place - 1))) place -= 1;
  return text.charAt(place) === '年' && /\d{4}$/u.test(text.slice(Math.max(0, place - 4), place)) ? place - 4 : place;
}
