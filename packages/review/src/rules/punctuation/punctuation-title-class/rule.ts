import { defineRule } from '../../../rule.ts';

/** Journals that have 杂志 or 报纸 not in their name: as printed → as it should be. */
const TITLES: Readonly<Record<string, string>> = {
  '《求是杂志》': '《求是》杂志',
  '《红旗杂志》': '《红旗》杂志',
  '《半月谈杂志》': '《半月谈》杂志',
  '《读者杂志》': '《读者》杂志',
  '《收获杂志》': '《收获》杂志',
  '《瞭望杂志》': '《瞭望》杂志',
  '《十月杂志》': '《十月》杂志',
  '《当代杂志》': '《当代》杂志',
  '《诗刊杂志》': '《诗刊》杂志',
  '《人民文学杂志》': '《人民文学》杂志',
  '《新华文摘杂志》': '《新华文摘》杂志',
  '《星星诗刊杂志》': '《星星诗刊》杂志',
  '《人民日报报纸》': '《人民日报》',
  '《光明日报报纸》': '《光明日报》',
  '《巴蜀史志杂志》': '《巴蜀史志》杂志',
  '《中国地方志杂志》': '《中国地方志》杂志',
  '《支部生活杂志》': '《支部生活》杂志',
  '《青年文摘杂志》': '《青年文摘》杂志',
};

/** A class word inside title marks (书名号内夹类别词): 《求是杂志》. */
export const rule = defineRule({
  id: 'punctuation-title-class',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'A.13.3',
  title: '书名号内不夹类别词',
  summary: '“杂志”“报纸”等类别词不是刊名的一部分时放在书名号外，如《求是》杂志。',
  why: '类别词放进书名号，等于改了刊名。',
  silent: '只查列出的常见报刊；刊名本身带“杂志”的不报。',
  covers: ['LN-PUN-24'],
  exempt: ['quotation', 'errata'],
  blocks: ['paragraph', 'note', 'heading', 'table', 'caption'],
  words: Object.keys(TITLES),
  checkWord({ text }, at, end, report) {
    const right = TITLES[text.slice(at, end)] ?? '';
    report(at, end, `刊名不带类别词，宜作“${right}”。`, { replacement: right });
  },
});
