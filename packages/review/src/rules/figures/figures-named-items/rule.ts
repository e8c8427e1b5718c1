import { readHanNumber } from '../../../calendar/read-han-number.ts';
import { defineRule } from '../../../rule.ts';

/** `辖5个乡镇：`, `设三个股（`: a count, its classifier and a short noun. */
const COUNT =
  /(?<![第十百千万.\d约近、，至～—])([一二两三四五六七八九十]{1,3}|\d{1,2})(?:个|所|家|座|处|条|名|位|种|类|部|支|项|大)([^，。；：:、\d（(“”]{1,8})$/u;
const ITEM = /^[^，,。；;：:、\d（()）“”]{2,14}$/u;
const LEAST = 3;

/** A count of things and their names in a row behind a colon or in brackets (数目与名单). */
export const rule = defineRule({
  id: 'figures-named-items',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“几个”与所列名称数相符',
  summary: '“5个乡镇：甲镇、乙镇……”“三个股（……）”之后逐一列出名称的，数一数名称，不符的报。',
  why: '名单与数目不符，不是漏列，就是数目写错。',
  silent: '带“等”的举例、名称里另有数字或说明的、用“和”“及”连接而不能断定分合的，不报。',
  exempt: ['quotation'],
  on: '：（(',
  check({ text, start, end }, at, report) {
    if (!mayCount(text, at)) return;
    const count = COUNT.exec(text.slice(Math.max(start, at - 16), at));
    if (count === null) return;
    const stated = readHanNumber(count[1]!.replace('两', '二'));
    if (stated === undefined || stated < LEAST) return;
    const stop = findStop(text, at, end);
    if (stop === undefined) return;
    const items = text.slice(at + 1, stop).split('、');
    if (items.length < LEAST || !items.every((item) => ITEM.test(item))) return;
    const list = items.join('、');
    if (/等$|等[^、]{1,4}$|其中|分别|以及其|包括|主要/u.test(list)) return;
    // 和 and 及 may join two names or stand within one: 永和乡.
    const joins = items.reduce((sum, item) => sum + item.slice(1, -1).split(/[和及与]/u).length - 1, 0);
    if (stated >= items.length && stated <= items.length + joins) return;
    const from = Math.max(start, at - 16) + count.index;
    const named = joins === 0 ? `${items.length}` : `${items.length}至${items.length + joins}`;
    report(from, stop, `“${count[0]}”之后列出${named}个名称，请核对数目。`, {
      evidence: [
        { label: '所称数目', span: { start: from, end: at }, value: count[0] },
        { label: '所列名称', span: { start: at + 1, end: stop }, value: `${named}个` },
      ],
    });
  },
});

/** Cheap first look: a classifier behind a number, and a short noun behind it up to the mark. */
function mayCount(text: string, at: number): boolean {
  for (let place = at - 2; place >= at - 9 && place > 0; place -= 1) {
    const mark = MARKS[text.charCodeAt(place + 1)]!;
    if ((mark & NO_NOUN) !== 0) return false;
    if ((MARKS[text.charCodeAt(place)]! & CLASSIFIER) === 0) continue;
    if ((MARKS[text.charCodeAt(place - 1)]! & NUMBER) !== 0) return true;
  }
  return false;
}

const CLASSIFIER = 1;
const NUMBER = 2;
const NO_NOUN = 4;
const MARKS = new Uint8Array(65_536);
for (const mark of '个所家座处条名位种类部支项大') MARKS[mark.charCodeAt(0)]! |= CLASSIFIER;
for (const mark of '一二两三四五六七八九十0123456789') MARKS[mark.charCodeAt(0)]! |= NUMBER;
for (const mark of '，。；：:、0123456789（(“”') MARKS[mark.charCodeAt(0)]! |= NO_NOUN;

function findStop(text: string, at: number, end: number): number | undefined {
  const closing = text.charAt(at) === '：' ? /[。；;]/u : /[）)]/u;
  const stop = text.slice(at + 1, Math.min(end, at + 400)).search(closing);
  return stop < 0 ? undefined : at + 1 + stop;
}
