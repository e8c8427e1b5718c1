import { printHanNumber, readHanNumber } from '../../../calendar/read-han-number.ts';
import { defineRule } from '../../../rule.ts';

const MOST = 40;
/** `五项措施：` right before the first item; 等 or 之一 counts otherwise. */
const COUNT =
  /(?<![第十百\d])([一二两三四五六七八九十]{1,2}|\d{1,2})(个方面|个|项|条|点|种|类|大|方面|件|个重点|步)([^，。；：:、\d“”]{0,14})[：:，。]?(?:即|分别是|主要是|它们是)?[：:]?$/u;
const REACH = 40;
const MOST_ITEM = 700;

/** A count of items and the items that follow as 一是、二是 (数目与列举). */
export const rule = defineRule({
  id: 'figures-listed-items',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“几项”与所列项数相符',
  summary: '“五项措施”“三个方面”之后以“一是……二是……”“第一……第二……”分述的，数一数项数，不符的报。',
  why: '说五项只列四项，不是漏了一项，就是数目写错。',
  silent: '数目与分述之间隔有别的话，或者分述的序数不连续，不报。',
  exempt: ['quotation'],
  words: ['一是', '第一，', '其一，'],
  checkWord({ text, start, end }, at, stop, report) {
    if (/[^：:，。；、\s]/u.test(text.charAt(at - 1)) && at > start) return;
    const count = COUNT.exec(text.slice(Math.max(start, at - REACH), at));
    const stated = count === null ? undefined : readHanNumber(count[1]!.replace('两', '二'));
    if (count === null || stated === undefined || stated < 2) return;
    const word = text.slice(at, stop);
    const places = followItems(text, at, end, (ordinal) => word.replace('一', ordinal));
    if (places.length < 2 || places.length === stated) return;
    const from = Math.max(start, at - REACH) + count.index;
    const last = places[places.length - 1]!;
    const phrase = `${count[1]}${count[2]}${count[3]}`;
    report(from, at + word.length, `“${phrase}”之后列出${places.length}项，请核对数目。`, {
      evidence: [
        { label: '所称数目', span: { start: from, end: from + phrase.length }, value: phrase },
        { label: '所列末项', span: { start: last, end: last + word.length }, value: `第${places.length}项` },
      ],
    });
  },
});

/** Places of the items in order, as far as their ordinals run on. */
function followItems(text: string, at: number, end: number, print: (ordinal: string) => string): number[] {
  const places = [at];
  for (let ordinal = 2; ordinal <= MOST; ordinal += 1) {
    const last = places[places.length - 1]!;
    const next = findItem(text, print(printHanNumber(ordinal)), last + 2, Math.min(end, last + MOST_ITEM));
    if (next === undefined) break;
    // Another list begins before the next item of this one.
    if (findItem(text, print('一'), last + 2, next) !== undefined) break;
    places.push(next);
  }
  return places;
}

/** The item mark where it opens a clause. */
function findItem(text: string, mark: string, from: number, to: number): number | undefined {
  // Not beyond `to`: the next one of the book may be far away.
  const items = text.slice(from, to + mark.length - 1);
  for (let at = items.indexOf(mark); at >= 0; at = items.indexOf(mark, at + 1)) {
    if (/[：:，。；;、\s”）]/u.test(text.charAt(from + at - 1))) return from + at;
  }
  return undefined;
}
