import { defineRule } from '../../../rule.ts';

const DENSITY =
  /^(?:为|约为?|是|达|仅)?\d+(?:\.\d+)?(?:[～—至-]\d+(?:\.\d+)?)?(?:克|千克|公斤|吨|g|kg|t)?(?:[/／每]|(?=[，。；、]))/u;
const SHARE = /比重(?:为|约为?|是|达|仅)?\d+(?:\.\d+)?(?:%|％|‰|个)/u;

/** 比重 in the sense of density (比重作密度): 密度 or 相对密度 is meant. */
export const rule = defineRule({
  id: 'units-density',
  family: 'units',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '42',
  title: '“比重”作密度讲的改称密度',
  summary: '“比重”后为克每立方厘米等数值，或为无单位的小数，作密度讲的，建议改称密度或相对密度。',
  why: '“比重”作物理量已停用，现称密度、相对密度；表示所占份额时仍用比重。',
  silent: '表示份额的比重（后接百分数）不报。',
  covers: ['LN-UNI-57'],
  exempt: ['quotation', 'title', 'verbatim'],
  words: ['比重'],
  checkWord({ text, end }, wordStart, wordEnd, report) {
    const after = text.slice(wordEnd, Math.min(end, wordEnd + 16));
    if (!/^(?:为|约|是|达|仅)?为?\d/u.test(after) || !DENSITY.test(after)) return;
    if (SHARE.test(text.slice(wordStart, wordStart + 18))) return;
    report(wordStart, wordEnd, '“比重”作密度讲，建议改称“密度”或“相对密度”。');
  },
});
