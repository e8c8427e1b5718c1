import { defineRule } from '../../../rule.ts';

/** `甲乡、乙乡、丙镇4个`: names in a row and their number; what stands before the first name does not matter. */
const LIST =
  /(?:^|[。；，：:,;\s])([^。；，：:,;（）()“”《》\d]{2,40}(?:、[^。；，：:,;（）()“”《》、\d\s]{1,6}){2,40})(\d{1,2})个?$/u;
const WINDOW = 260;
const MOST_NAME = 6;
/** Characters of the last name, as far as the list is read. */
const LAST_NAME = 6;
const JOIN = /[和及与]/u;

/** Names of places in a row and the number behind them (地名列举与数目). */
export const rule = defineRule({
  id: 'figures-places-listed',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '所列地名数与数目相符',
  summary: '“甲乡、乙乡、丙镇4个乡镇”一类先列地名、后写数目的，数一数地名，不符的报。',
  why: '名单与数目不符，不是漏列，就是数目写错。',
  silent: '带“等”的举例，名单中夹有括注、数字或长句的，用“和”“及”连接而不能断定分合的，不报。',
  exempt: ['quotation'],
  words: [
    '个乡镇',
    '个乡',
    '个镇',
    '个村',
    '个区',
    '个县',
    '个市',
    '个街道',
    '个社区',
    '乡镇',
    '个行政村',
    '个自然村',
    '县区',
    '县市',
    '市县',
    '区县',
  ],
  checkWord({ text, start }, at, end, report) {
    if (!endsList(text, at)) return;
    const from = Math.max(start, at - WINDOW);
    const found = LIST.exec(text.slice(from, at + (text.charAt(at) === '个' ? 1 : 0)));
    if (found === null) return;
    const list = found[1]!;
    const items = list.split('、');
    const stated = Number(found[2]);
    const last = items[items.length - 1]!;
    if (items.slice(1).some((item) => item.length > MOST_NAME)) return;
    if (stated < 3 || stated > 40 || /[等的]$/u.test(list) || /^[和及与]|[和及与]$/u.test(last)) return;
    const joins = items.reduce((sum, item) => sum + item.slice(1).split(JOIN).length - 1, 0);
    if (stated >= items.length && stated <= items.length + joins) return;
    const begin = from + found.index + found[0].indexOf(list);
    const numberAt = begin + list.length;
    const named = joins === 0 ? `${items.length}` : `${items.length}至${items.length + joins}`;
    report(numberAt, end, `“${text.slice(numberAt, end)}”之前列出${named}个名称，请核对数目。`, {
      evidence: [
        { label: '所列名称', span: { start: begin, end: numberAt }, value: `${named}个` },
        { label: '所称数目', span: { start: numberAt, end }, value: text.slice(numberAt, end) },
      ],
    });
  },
});

/** Cheap first look: a number of one or two digits, and 、 a short name before it. */
function endsList(text: string, at: number): boolean {
  let place = at - 1;
  while (place >= at - 2 && isDigit(text.charCodeAt(place))) place -= 1;
  if (place === at - 1) return false;
  for (let length = 0; length <= LAST_NAME; length += 1)
    if (text.charCodeAt(place - length) === 0x3001) return length > 0;
  return false;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
