import { defineRule } from '../../../rule.ts';

const CAPITALS = '壹贰叁肆伍陆柒捌玖拾佰仟';
const UNIT =
  /^[万亿]?(?:余|多)?(?:亩|元|人|户|个|吨|斤|公斤|里|米|丈|尺|间|名|岁|年|石|两|担|头|座|所|次|家|棵|株|辆|台)/u;

/** Capital numerals outside bills (大写数字用于正文): 叁拾亩. */
export const rule = defineRule({
  id: 'numerals-capital',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '5.2.4',
  title: '大写数字只用于票据文书',
  summary: '壹、贰、叁、拾、佰、仟等大写数字用于法律文书和财务票据，正文的数量建议改用阿拉伯数字。',
  why: '大写数字是防涂改用的，正文里用它既不醒目，也与全书的数字写法不一致。',
  silent: '“人民币叁拾元整”之类票据用语、引文、书名和人名、牌号里的不报。',
  covers: ['LN-NUM-23'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  on: '拾佰仟',
  check({ text, start, end }, at, report) {
    let from = at;
    while (from > start && CAPITALS.includes(text.charAt(from - 1))) from -= 1;
    if (from === at || /[拾佰仟]/u.test(text.slice(from, at))) return;
    let to = at + 1;
    while (to < end && CAPITALS.includes(text.charAt(to))) to += 1;
    if (!UNIT.test(text.slice(to, Math.min(end, to + 4))) || text.charAt(to + 1) === '整') return;
    if (from >= start + 3 && text.slice(from - 3, from) === '人民币') return;
    report(from, to, '大写数字用于票据文书，正文的数量建议用阿拉伯数字。');
  },
});
