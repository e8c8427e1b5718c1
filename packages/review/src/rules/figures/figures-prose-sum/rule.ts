import { findTotal, readQuantities, type Whole } from '../../../figures/find-total.ts';
import { contradictsTotal, isCounted } from '../../../figures/judge-parts.ts';
import { readIndustries } from '../../../figures/read-industries.ts';
import { readParts, type Listing } from '../../../figures/read-parts.ts';
import type { Quantity } from '../../../figures/read-quantity.ts';
import { readRespective } from '../../../figures/read-respective.ts';
import { reportSum } from '../../../figures/report-sum.ts';
import { defineRule, type Passage, type Report } from '../../../rule.ts';

/** 总人口中，男……，女…… says what 其中 says. */
const AMONG = [
  '人口中',
  '职工中',
  '代表中',
  '教师中',
  '学生中',
  '会员中',
  '党员中',
  '干部中',
  '委员中',
  '总数中',
] as const;

/** A total in running text and the parts listed behind 其中 or 分别为 (文中分项与合计). */
export const rule = defineRule({
  id: 'figures-prose-sum',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '文中“其中”分项与合计相符',
  summary:
    '复算合计与“其中”“分别为”所列分项、三次产业增加值：分项之和大于合计的报；列尽而不足的报，列尽与否看“其他”、相对的两类（男女、城乡、国内国外）、项数和差额。',
  why: '分项加起来不等于合计，读者不知道哪个数可信，引用时会以讹传讹。',
  silent:
    '“其中”只举一两项而不足合计的属部分列举，不报；约数、比较、可能互相重叠的分项（党员、学历、职称等）、四舍五入的尾差不报。',
  covers: ['YB-TAB-06'],
  exempt: ['quotation'],
  words: ['其中', ...AMONG, '分别为', '分别是', '分别有', '第一产业'],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    if (text.charAt(start) === '分') checkRespectively(passage, start, end, report);
    else if (text.charAt(start) === '第') checkIndustries(passage, start, report);
    else checkAmong(passage, text.charAt(start) === '其' ? start : findClause(passage, start), end, report);
  },
});

/** Where the clause opens that a word like 人口中 stands in. */
function findClause({ text, start }: Passage, at: number): number {
  let place = at;
  while (place > start && /[\u4e00-\u9fff]/u.test(text.charAt(place - 1))) place -= 1;
  return place;
}

const MEAN = /人均|户均|平均/u;
/** What is left of two sums is the one less the other: 净收入, 顺差. */
const BALANCE = /净(?!增)[\u4e00-\u9fff]{0,4}为?$|(?:顺差|逆差|差额|结余|盈余|盈亏|价差)(?:总额|额)?为?$/u;

/** `N人，其中甲 n人、乙 n人`: a partial list, wrong only where it exceeds the whole or names all there is. */
function checkAmong({ text, start, end }: Passage, at: number, after: number, report: Report): void {
  const lead = /^[：:，,]?\s?(?:包括|有|为)?/u.exec(text.slice(after, Math.min(end, after + 6)))![0];
  const from = after + lead.length;
  const near = readQuantities(text, Math.max(start, at - 24), at).pop();
  const first = readQuantities(text, from, Math.min(end, from + 34))[0];
  for (const unit of new Set([near?.unit, first?.unit])) {
    const whole = unit === undefined ? undefined : findTotal(text, start, at, unit);
    if (whole === undefined) continue;
    const listing = readParts(text, from, end, whole.total);
    if (listing.parts.length === 0) continue;
    const { total, others, rivals } = whole;
    const own = dropSiblings(text, total, splitSexes(keepClause(listing)));
    // Of a mean only what is spent most on is told.
    const before = text.slice(Math.max(start, total.start - 14), total.start);
    if (MEAN.test(before) || BALANCE.test(before)) return;
    if (contradictsTotal(total, own, 'among', others, rivals)) reportSum(text, total, own.parts, report);
    else reportBeyond(text, at, whole, own, report);
    return;
  }
}

/** `赤脚医生698人，其中女医生726人`: one part alone is beyond its whole, however the parts overlap. */
function reportBeyond(text: string, at: number, { total, others }: Whole, { parts }: Listing, report: Report): void {
  const [first] = parts;
  if (first === undefined || others.length > 0 || !isCounted(total.unit)) return;
  const { quantity } = first;
  if (quantity.value <= total.value + total.place / 2 || quantity.value >= total.value * 20) return;
  if (!/^[\u4e00-\u9fff]{0,8}[，,：:；;（(]?$/u.test(text.slice(total.end, at))) return;
  const [printed, some] = [text.slice(total.start, total.end), text.slice(quantity.start, quantity.end)];
  report(total.start, quantity.end, `其中的${some}大于合计${printed}，请核实。`, {
    evidence: [
      { label: '合计', span: { start: total.start, end: total.end }, value: printed },
      { label: '其中', span: { start: quantity.start, end: quantity.end }, value: some },
    ],
  });
}

/** `出口机电产品5亿元，其中电池出口2亿元，出口钢材3亿元`: what begins like the whole stands beside it. */
function dropSiblings(text: string, total: Quantity, listing: Listing): Listing {
  const head = /(出口|进口|销售|生产|完成|新建|办理|查处|接待|发送)[\u4e00-\u9fff]{0,12}$/u.exec(
    text.slice(Math.max(0, total.start - 16), total.start),
  )?.[1];
  const at = listing.parts.findIndex(({ label }, index) => index > 0 && head !== undefined && label.startsWith(head));
  return at < 0 ? listing : { ...listing, parts: listing.parts.slice(0, at), closed: true, firstClause: 0 };
}

/** A list set in a row ends with its clause: 其中甲10人、乙20人；结案30件. */
function keepClause(listing: Listing): Listing {
  const { parts, firstClause = 0 } = listing;
  return firstClause < 2 ? listing : { ...listing, parts: parts.slice(0, firstClause), closed: true, firstClause: 0 };
}

/** Men and women make the whole, whatever is counted behind them: 男26人、女12人，团员36人. */
function splitSexes(listing: Listing): Listing {
  const [one, other] = listing.parts;
  if (listing.parts.length < 3 || one === undefined || other === undefined) return listing;
  if (!one.label.startsWith('男') || !other.label.startsWith('女')) return listing;
  return { ...listing, parts: [one, other], closed: true };
}

/** `生产总值N亿元，第一产业增加值n亿元……第二产业……第三产业……`: the three industries are the whole. */
function checkIndustries({ text, start, end }: Passage, at: number, report: Report): void {
  const found = readIndustries(text, start, at, end);
  if (found === undefined) return;
  const listing = { parts: found.parts, stop: at, closed: true, enumerated: true };
  if (contradictsTotal(found.total, listing, 'all')) reportSum(text, found.total, found.parts, report);
}

/** As many names as numbers; otherwise the numbers speak of something else. */
const NAMES = /[，,：:；;。](?:其中[，：:]?)?([^\d。；，,：:]+(?:、|和|及|与)[^\d。；，,：:]+)$/u;

/** `N人，甲、乙、丙分别为 n、n、n人`: names and numbers are listed in full. */
function checkRespectively({ text, start, end }: Passage, at: number, after: number, report: Report): void {
  const parts = readRespective(text, after, end);
  const unit = parts[0]?.quantity.unit;
  if (unit === undefined) return;
  const head = NAMES.exec(text.slice(Math.max(start, at - 60), at));
  if (head === null || head[1]!.split(/、|和|及|与/u).length !== parts.length) return;
  const whole = findTotal(text, start, at, unit);
  if (
    whole === undefined ||
    !/(?:共|计|总)[^\d。；]{0,10}$/u.test(text.slice(Math.max(start, whole.total.start - 12), whole.total.start))
  )
    return;
  const listing = { parts, stop: at, closed: true, enumerated: true };
  if (contradictsTotal(whole.total, listing, 'all', whole.others)) reportSum(text, whole.total, parts, report);
}
